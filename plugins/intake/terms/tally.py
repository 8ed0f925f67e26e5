"""How often each value of a list stands in it, and what becomes of it: one line a value."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from plugins.common.one_line import one_line
from plugins.intake.terms.folding import fold
from plugins.intake.terms.meanings import TypedValue, Understanding
from plugins.intake.terms.term_table import TermField


class FieldValue(NamedTuple):
    """A value that a row types in a field."""

    field: TermField
    value: TypedValue


@dataclasses.dataclass
class ValueCount:
    """One value of a list, however it spells it."""

    field: TermField
    value: TypedValue
    """As first typed."""
    rows: list[int] = dataclasses.field(default_factory=list)
    """Numbers of the rows that have it, each once."""

    @property
    def count(self) -> int:
        """How many rows have it."""
        return len(self.rows)

    def as_json(self) -> dict[str, Any]:
        """For a program."""
        value = self.value
        return {
            "field": self.field,
            "value": value.typed,
            "count": self.count,
            "state": value.state.value,
            "meanings": list(value.meanings),
            "origin": value.origin,
            "note": value.note,
            "rows": self.rows,
        }

    def said(self) -> str:
        """For a person, in one line; it is kept in the records as typed."""
        value = self.value
        line = f"{self.field} : « {one_line(value.typed, 80)} », {self.count} fois"
        if value.state is Understanding.PARTLY:
            return f"{line}, repris en partie : {', '.join(value.meanings)}"
        return f"{line} ({value.note})" if value.note else line


def count_values(rows: Iterable[tuple[int, Sequence[FieldValue]]]) -> list[ValueCount]:
    """The values of rows (number, values): by field as first met, the commonest first."""
    found: dict[tuple[TermField, str], ValueCount] = {}
    for number, values in rows:
        for each in values:
            key = (each.field, fold(each.value.typed) or each.value.typed)
            counted = found.setdefault(key, ValueCount(each.field, each.value))
            if counted.rows[-1:] != [number]:
                counted.rows.append(number)
    order = {name: at for at, name in enumerate(dict.fromkeys(name for name, _ in found))}
    return sorted(found.values(), key=lambda each: (order[each.field], -each.count))
