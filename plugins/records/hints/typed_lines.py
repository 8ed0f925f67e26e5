"""The lines of a record as a person sees them: fields, items of a list, what is further in."""

from __future__ import annotations

import re
from typing import NamedTuple

_FIELD = re.compile(r"(?:[^\W\d]|\d(?:er|nde?|[eè]me|e)s? )[^:\"]*:(?: |$)")
_ITEM = re.compile(r"( *)-( +)")


def is_field(text: str) -> bool:
    """«commune: Labège»."""
    return _FIELD.match(text) is not None


class TypedLines(NamedTuple):
    """Lines of a text; they are numbered from 1, columns are counted from 0."""

    lines: list[str]

    def line(self, number: int) -> str:
        """What it holds."""
        return self.lines[number - 1]

    def indent(self, number: int) -> int:
        """How many spaces it begins with."""
        return len(self.line(number)) - len(self.line(number).lstrip())

    def is_item(self, number: int) -> bool:
        """It begins with a dash."""
        return _ITEM.match(self.line(number)) is not None

    def column(self, number: int) -> int:
        """Where its field begins, behind its dash if it has one."""
        item = _ITEM.match(self.line(number))
        return len(item[0]) if item else self.indent(number)

    def field(self, number: int) -> str:
        """The line up to the colon of its field; empty when it names none."""
        found = _FIELD.match(self.line(number)[self.column(number) :])
        return self.line(number)[: self.column(number)] + found[0].rstrip() if found else ""

    def end(self, number: int, column: int) -> int:
        """The last line of what begins on a line, at a column: those below it are further in, or
        are the items of a field that stand at its own edge."""
        last = number
        for below in range(number + 1, len(self.lines) + 1):
            if not self.line(below).strip():
                continue
            at_edge = self.indent(below) == column and self.is_item(below)
            is_of_list = at_edge and not self.is_item(number) and self.field(number)
            if self.indent(below) <= column and not is_of_list:
                break
            last = below
        return last

    def neighbour(self, number: int, name: str) -> int | None:
        """The line of the field of a name in the same part of the record."""
        column = self.column(number)
        if self._names(number, name):
            return number
        for step in (-1, 1):
            at = number
            while not (step < 0 and self.is_item(at)):
                at += step
                if not 0 < at <= len(self.lines):
                    break
                if not self.line(at).strip() or self.column(at) > column:
                    continue
                if self.column(at) < column or (step > 0 and self.is_item(at)):
                    break
                if self._names(at, name):
                    return at
        return None

    def _names(self, number: int, name: str) -> bool:
        return self.line(number)[self.column(number) :].startswith(f"{name}:")

    def like(self, number: int, text: str) -> str:
        """A field as a line stands: behind its spaces, and its dash."""
        return self.line(number)[: self.column(number)] + text

    def with_fields_before(
        self, number: int, column: int, texts: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Fields before those of a line: that is right at the edge, in a part, in an item."""
        if column == 1:
            return (*texts, self.line(number))
        inner, rest = " " * self.column(number), self.line(number)[self.column(number) :]
        first, *others = (*texts, rest)
        return (self.like(number, first), *(inner + each for each in others))
