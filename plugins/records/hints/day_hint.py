"""What to write where a day stands otherwise than it is written: from today, without its year, or
two days in the place of one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from plugins.french.dates import day_without_year, relative_day
from plugins.records.hints.part_hints import HAS_YEAR, days_in, periods
from plugins.records.hints.written_lines import write_value

_LAST = {"du": "au", "date": "jusqu_au"}
"""The field of the first day of a period → that of its last one."""
_AHEAD = frozenset((*_LAST, *_LAST.values()))
_IF_THIS_YEAR = " si c'est cette année-là"


def day_hint(value: str, name: str, today: date, beside: Collection[object] = ()) -> str:
    """What to write for the day `value` of the field `name`; empty where nothing is sure. A day
    without its year: the field says on which side of today it is. `beside`: the fields that stand
    with it."""
    if day := relative_day(value, today):
        return write_value(day.isoformat())
    if day := day_without_year(value, today, is_past=name not in _AHEAD):
        return write_value(day.isoformat()) + _IF_THIS_YEAR
    days, _ = days_in(value, today)
    if len(days) < 2:
        return ""
    if name not in _LAST:
        past = [day for day in days if day <= today]
        return "écrivez " + " ou ".join(f"« {day.isoformat()} »" for day in past) if past else ""
    (first, last), *others = periods(days, value)
    if others:
        return f"écrivez un seul jour ici, et les autres après un autre tiret (« - {name}: … »)"
    if _LAST[name] in beside:
        return write_value(first.isoformat())
    both = f"écrivez « {name}: {first.isoformat()} » et « {_LAST[name]}: {last.isoformat()} »"
    return both if HAS_YEAR.search(value) else both + _IF_THIS_YEAR
