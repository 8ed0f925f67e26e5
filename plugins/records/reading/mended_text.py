"""A text with the slip that stopped its reading mended, as its hint says.

So what follows can be read, and its own faults told at once. Nothing of it is published: the slip
stays an error.
"""

from __future__ import annotations

from plugins.common.diagnostic import Diagnostic
from plugins.records.reading.written_lines import PASTED, SPACES, SPACES_BEFORE, TWO_SPACES


def mended_text(text: str, fault: Diagnostic) -> str | None:
    """The text with the line of `fault` as its hint proposes; None when it proposes no line."""
    lines = text.split("\n")
    if not 0 < fault.line <= len(lines):
        return None
    line = lines[fault.line - 1]
    indent = line[: len(line) - len(line.lstrip())]
    if fault.hint == TWO_SPACES:
        mended = line.replace("\t", "  ")
    elif found := SPACES_BEFORE.match(fault.hint):
        mended = " " * SPACES[found[1]] + line.strip()
    elif "…" not in fault.hint and (found := PASTED.fullmatch(fault.hint)):
        mended = indent + found[1]
    else:
        return None
    if mended == line:
        return None
    lines[fault.line - 1] = mended
    return "\n".join(lines)
