"""Something wrong in a file of a folder, at a line."""

from __future__ import annotations

from plugins.common.diagnostic import Diagnostic, Severity


def fault(
    path: str, line: int, message: str, hint: str, severity: Severity = "error"
) -> Diagnostic:
    """`line` from 1; `message`, `hint`: as of a `Diagnostic`."""
    return Diagnostic(path, line, 1, "", message, hint, severity)
