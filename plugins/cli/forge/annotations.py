"""Diagnostics as workflow commands, which GitHub shows under the lines of a proposed change.

Source: docs.github.com, «Workflow commands for GitHub Actions», setting an error message.
"""

from plugins.common.diagnostic import Diagnostic, printable


def annotation(diagnostic: Diagnostic, root: str) -> str:
    """One diagnostic as `::error file=…,line=…,col=…,title=…::message`.

    Nothing in the text of a record can end the command early or start another one.
    """
    place = {
        "file": f"{root.rstrip('/')}/{diagnostic.path}",
        "line": str(diagnostic.line),
        "col": str(diagnostic.column),
        "title": diagnostic.field or "fiche",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    sentence = diagnostic.message + (f" ; {diagnostic.hint}" if diagnostic.hint else "")
    return f"::{diagnostic.severity} {properties}::{_text(sentence)}"


def _text(value: str) -> str:
    return printable(value).replace("%", "%25")


def _property(value: str) -> str:
    return _text(value).replace(":", "%3A").replace(",", "%2C")
