"""A text with the slip that stopped its reading mended, as its hint says.

So what follows can be read, and its own faults told at once. Nothing of it is published: the slip
stays an error.
"""

from __future__ import annotations

from plugins.common.diagnostic import Diagnostic
from plugins.records.hints.proposal import proposals
from plugins.records.hints.written_lines import quoted


def mended_text(text: str, fault: Diagnostic) -> str | None:
    """The text as the hint of `fault` proposes; None when it proposes nothing. It keeps its number
    of lines, so that what is said of it is said of the file."""
    for proposal in proposals(text, fault):
        mended = proposal._replace(lines=_on_one_line(proposal.lines)).applied(text)
        if mended != text and mended.count("\n") == text.count("\n"):
            return mended
    return None


def _on_one_line(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A field and the items below it as one line."""
    field, *items = lines or ("",)
    if not items or not field.endswith(":") or not all(each.lstrip()[:2] == "- " for each in items):
        return lines
    values = (each.lstrip()[2:] for each in items)
    told = ", ".join(each if each.startswith('"') else quoted(each) for each in values)
    return (f"{field} [{told}]",)
