"""The field whose values a column holds, whatever its header says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plugins.intake.read.columns.yes_columns import is_yes_or_no
from plugins.intake.read.label_fields import OF_LAYOUT
from plugins.intake.terms.meanings import BY_THE_TABLES, Understanding
from plugins.intake.terms.term_table import TERM_FIELDS, TermField

_LOOKED_AT, _FEW, _OFTEN, _MOST_PART = 40, 3, 5, 0.7


def field_of_values(cells: Sequence[str]) -> str:
    """The field that the tables of terms know most of its different cells for; "" when none."""
    different = list(dict.fromkeys(cell for cell in cells if len(cell) < 200))[:_LOOKED_AT]
    if all(map(is_yes_or_no, different)):
        return ""  # it answers a question that only the header asks
    if len(different) < _FEW and len(cells) < _OFTEN:
        return ""
    known: Counter[str] = Counter()
    for name in TERM_FIELDS:
        for cell in different:
            values = BY_THE_TABLES.read(name, cell)
            if values and all(
                value.state is Understanding.KNOWN and name in value.values for value in values
            ):
                known[name] += 1
    best = known.most_common(2)
    if not best or best[0][1] < _MOST_PART * len(different):
        return ""
    if len(best) > 1 and best[1][1] == best[0][1]:
        return ""
    return OF_LAYOUT.get(best[0][0], best[0][0])


def knows_some(name: TermField, cells: Sequence[str]) -> bool:
    """Whether some of the cells mean something in a field; True when there are hardly any."""
    different = list(dict.fromkeys(cells))[:_LOOKED_AT]
    values = [value for cell in different for value in BY_THE_TABLES.read(name, cell)]
    return len(different) < 2 or any(name in value.values for value in values)
