"""What a hint proposes, as lines of the file in place of others: what a forge calls a suggestion.

One reading of hints for all who apply them: the reader, which goes on past a slip that stopped it,
tests, and whoever shows suggestions under a proposed change.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.records.hints.hint_texts import Verb, hint_texts
from plugins.records.hints.typed_lines import TypedLines, is_field
from plugins.records.hints.typed_nodes import node_at
from plugins.records.hints.written_lines import (
    AT_EDGE,
    COLON_INSIDE,
    NOTHING_BEFORE,
    ONE_LINE,
    SPACES,
    SPACES_BEFORE,
    TWO_SPACES,
)


class Proposal(NamedTuple):
    """Lines `first` to `last` of a file (from 1, both included) become `lines`."""

    first: int
    last: int
    lines: tuple[str, ...]

    def applied(self, text: str) -> str:
        """The text with these lines."""
        lines = text.split("\n")
        lines[self.first - 1 : self.last] = self.lines
        return "\n".join(lines)


def proposals(text: str, diagnostic: Diagnostic) -> list[Proposal]:
    """What the hint of a diagnostic proposes for the text of its file, one or the other; none where
    it only explains. Ends of lines are \\n."""
    lines, number = TypedLines(text.split("\n")), diagnostic.line
    if not 0 < number <= len(lines.lines):
        return []
    line = lines.line(number)
    if diagnostic.hint == TWO_SPACES:
        return [Proposal(number, number, (line.replace("\t", "  "),))]
    if diagnostic.hint == AT_EDGE:
        return [Proposal(number, number, (line.lstrip(),))]
    if found := SPACES_BEFORE.match(diagnostic.hint):
        return [Proposal(number, number, (" " * SPACES[found[1]] + line.strip(),))]
    told = hint_texts(diagnostic.hint)
    if told is None:
        return []
    if told.verb == "remove":
        last = lines.end(number, lines.indent(number))
        is_item = lines.is_item(number) and last > number  # others fields would go with this one
        return [] if is_item else [Proposal(number, last, ())]
    if diagnostic.message == NOTHING_BEFORE:
        return [Proposal(number, number, told.choices[0])]
    if diagnostic.hint.endswith(ONE_LINE):
        before = max(n for n in range(1, number) if lines.line(n).strip())
        indent = " " * lines.indent(before)
        return [Proposal(before, number, (indent + told.choices[0][0],))]
    made = (_written(lines, diagnostic, told.verb, each, text) for each in told.choices)
    return [one for one in made if one is not None]


def _written(
    lines: TypedLines, diagnostic: Diagnostic, verb: Verb, texts: tuple[str, ...], text: str
) -> Proposal | None:
    number = diagnostic.line
    indent = " " * lines.indent(number)
    if verb == "add" and not all(map(is_field, texts)):
        return None  # only names, no lines
    if verb == "add" and len(texts) == 1 and _stands_blank(lines, number, texts[0]):
        return _fields(lines, diagnostic, texts, text)
    if verb == "add":
        return Proposal(number, number, lines.with_fields_before(number, diagnostic.column, texts))
    if verb == "below":
        head = lines.field(number)
        if not head:
            return None
        last = _last(lines, number, text, diagnostic)
        inner = " " * lines.column(number) + "  "
        return Proposal(number, last, (head, *(inner + each for each in texts)))
    if verb == "each" or texts[0].startswith("- "):
        if lines.field(number) and not lines.is_item(number) and texts[0].startswith("- "):
            return None  # a list below its field, which the line does not show
        return Proposal(
            number, _last(lines, number, text, diagnostic), tuple(indent + each for each in texts)
        )
    if texts[0].startswith("# "):
        return Proposal(number, number, (indent + texts[0],))
    if all(map(is_field, texts)):
        return _fields(lines, diagnostic, texts, text)
    node = node_at(text, number, diagnostic.column) if len(texts) == 1 else None
    if node is None:
        return None
    before = lines.line(node.line)[: node.column - 1]
    after = lines.line(node.last)[node.end - 1 :]
    if diagnostic.message == COLON_INSIDE:  # YAML takes what is before it for a field
        after = ""
    return Proposal(node.line, node.last, (f"{before}{texts[0]}{after}",))


def _stands_blank(lines: TypedLines, number: int, field: str) -> bool:
    """Whether a field to add is there, with nothing behind it nor below it."""
    at = lines.neighbour(number, field.partition(":")[0])
    return at is not None and lines.line(at).endswith(":") and lines.end(at, lines.column(at)) == at


def _fields(
    lines: TypedLines, diagnostic: Diagnostic, texts: tuple[str, ...], text: str
) -> Proposal:
    """Each field in the place of the one of its name among its neighbours; the first of those that
    have none in the place of the line at hand, the others below it."""
    number = diagnostic.line
    new: dict[int, list[str]] = {}
    others = []
    for each in texts:
        at = lines.neighbour(number, each.partition(":")[0])
        if at is None:
            others.append(each)
        else:
            new[at] = [lines.like(at, each)]
    for each in others:
        new.setdefault(number, []).append(
            lines.like(number, each) if number not in new else " " * lines.column(number) + each
        )
    ends = {at: _last(lines, at, text, diagnostic) for at in new}
    made: list[str] = []
    at, last = min(new), max(ends.values())
    while at <= last:
        made += new.get(at, [lines.line(at)])
        at = ends.get(at, at) + 1
    return Proposal(min(new), last, tuple(made))


def _last(lines: TypedLines, at: int, text: str, diagnostic: Diagnostic) -> int:
    """The last line of what stands on a line; what is below it stays. Where YAML stops, a value
    ends with its line."""
    if not diagnostic.field:
        return at
    begin = len(lines.field(at)) or lines.column(at)
    value = lines.line(at)[begin:]
    column = len(lines.line(at)) - len(value.lstrip()) + 1
    node = node_at(text, at, column) if value.strip() else None
    return node.last if node else at
