"""Opening hours as HSDS schedules: RFC 5545 words for what comes every week, one week in two or on
some weeks of a month; a text for the rest.

Times are those of the clock on the wall there: an offset, which HSDS advises, would be wrong half
of the year. The first schedule has the words of the record: no reader is without seasons, holidays
and appointments, which rules of HSDS cannot say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from plugins.french.days import OSM_DAYS
from plugins.hours import OpeningHours, State
from plugins.hours.model import MIDNIGHT, WHOLE_DAY, Rule, Span
from plugins.hours.week import Plan, weekly_table
from plugins.opendata.formats.export_format import Lost, value_line

_DAYS = tuple(day.upper() for day in OSM_DAYS)
IN_WORDS = "HSDS ne sait pas le calculer : c'est dit en toutes lettres."
UNSAID = "HSDS ne distingue pas un jour fermé et un jour que la fiche ne dit pas."

Schedule = dict[str, Any]


def schedules_of(
    hours: OpeningHours, typed: str, field: str, named: Callable[[str], str]
) -> tuple[list[Schedule], list[Lost]]:
    """Schedules of the hours that a record writes `typed` in `field`; `named`: the identifier of a
    part called so."""
    table = hours.weekly_plans() or weekly_table(hours.week.rules)
    found, is_whole = list(_weekly(table)), True
    for rule in hours.week.rules:
        if not rule.is_plain:
            computed = _seldom(rule, table)
            found += computed
            is_whole = is_whole and bool(computed)
    found = found or [{}]
    found[0]["description"] = typed
    made = [{"id": named(f"{field}-{number}"), **one} for number, one in enumerate(found, 1)]
    usual = [stretch for plan in table for stretch in plan]
    doubts = [stretch for stretch in usual if stretch.state is not State.OPEN]
    lost = [Lost(field, value_line(typed), UNSAID)] if doubts else []
    if not is_whole or any(one.note or one[:2] != WHOLE_DAY for one in doubts):
        lost = [Lost(field, value_line(typed), IN_WORDS)]
    return made, lost


def _weekly(table: Sequence[Plan]) -> Iterator[Schedule]:
    """What comes every week, days with the same hours together."""
    days: dict[tuple[Span, str], list[str]] = {}
    for day, plan in enumerate(table):
        for start, end, state, note in plan:
            if state is State.OPEN:
                days.setdefault((Span(start, end), note), []).append(_DAYS[day])
    for (span, note), named in days.items():
        yield _schedule("WEEKLY", ",".join(named), span, note)


def _seldom(rule: Rule, table: Sequence[Plan]) -> list[Schedule]:
    """The same of one week in two, of the first Monday; [] where the rule changes usual hours, or
    is of a season or a holiday."""
    adds = rule.adds or not any(table[day] for day in rule.days)
    if rule.dates or rule.occasion or rule.state is not State.OPEN or not (adds and rule.spans):
        return []
    if rule.anchor is not None:
        more = {"interval": 2, "dtstart": rule.anchor.isoformat()}
        byday, freq = ",".join(_DAYS[day] for day in rule.days), "WEEKLY"
    else:
        byday = ",".join(f"{rank}{_DAYS[day]}" for day in rule.days for rank in rule.ranks)
        more, freq = {}, "MONTHLY"
    return [_schedule(freq, byday, span, rule.note) | more for span in rule.spans]


def _schedule(freq: str, byday: str, span: Span, note: str) -> Schedule:
    found: Schedule = {"freq": freq, "byday": byday}
    found |= {"opens_at": _clock(span.start), "closes_at": _clock(span.end)}
    return found | {"notes": note} if note else found


@cache
def _clock(minutes: int) -> str:
    """«09:30»; midnight, and what is past it, belongs to the next day."""
    hour, minute = divmod(minutes % MIDNIGHT, 60)
    return f"{hour:02}:{minute:02}"
