"""Hours that can be read and that no place of help keeps: always open, at night, on Sundays alone,
for ten minutes. What is impossible, or doubtful in one pair of hours, `plugins.hours` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.french.clocks import type_time
from plugins.french.days import DAYS
from plugins.hours import HoursError, Span, State, Week, read_hours
from plugins.hours.model import MIDNIGHT, WHOLE_DAY, doubt_of
from plugins.hours.read.spans import typed_spans
from plugins.hours.week import Plan, weekly_table

_MORNING, _LATEST = 6 * 60, 22 * 60
_NOON = 12 * 60
_SHORTEST = 15
_LONGEST = 14 * 60
"""Of a whole day, its breaks left out."""
_SUNDAY = len(DAYS) - 1

_OSM_SUNDAY = re.compile(r"\bSu\b")

_ALWAYS = (
    "c'est écrit ouvert jour et nuit, toute la semaine",
    "écrivez les heures où une personne est là, par exemple « lundi: 9h-12h »",
)
_ALONE = "ce n'est ouvert que le dimanche"
_CONFIRM = "corrigez le jour ; si c'est vrai, écrivez aussi « {} »"


class _OddHours(NamedTuple):
    message: str
    hint: str


def odd_hours(typed: str | Mapping[str, str], week: Week) -> list[Diagnostic]:
    """Doubts about a `week` that was read from `typed`, each at its entry where one alone has it;
    they are those of the record's week (`plugins.hours.model.doubt_of`)."""
    if not _may_be_odd(week):
        return []
    found = list(dict.fromkeys(_doubts(week)))
    if week_is_always(week):
        return [doubt_of("", *_ALWAYS)]
    if _only_sunday(week) and not _says_other_days(typed):
        found.append(_OddHours(_ALONE, _CONFIRM.format(_closed_on_saturday(typed))))
    return [doubt_of(_entry(typed, doubt), *doubt) for doubt in found]


def _may_be_odd(week: Week) -> bool:
    """False for nearly all weeks, at little cost."""
    days: set[int] = set()
    for rule in week.rules:
        if rule.state is State.OPEN:
            days.update(rule.days if rule.spans else ())
            if rule.adds or sum(end - start for start, end in rule.spans) >= _LONGEST:
                return True
            if any(start < _MORNING or end - start < _SHORTEST for start, end in rule.spans):
                return True
    return days == {_SUNDAY}


def week_is_always(week: Week) -> bool:
    """24 hours a day, 7 days a week."""
    return all(_minutes(plan) >= MIDNIGHT for plan in weekly_table(week.rules))


def _doubts(week: Week) -> Iterator[_OddHours]:
    for rule in week.rules:
        if rule.state is State.OPEN:
            for span in rule.spans:
                yield from _of_span(span)
    for plan in weekly_table(week.rules):
        if len(plan) > 1 and _LONGEST <= _minutes(plan) < MIDNIGHT:
            spans = typed_spans([Span(stretch.start, stretch.end) for stretch in plan])
            yield _OddHours(
                f"« {spans} » fait {_minutes(plan) // 60} heures dans la journée",
                "vérifiez chaque heure de fin",
            )


def _of_span(span: Span) -> Iterator[_OddHours]:
    start, end = span
    if span == WHOLE_DAY:
        yield _OddHours(
            "« 24h/24 » : ouvert aussi la nuit ?",
            "écrivez les heures où une personne est là, par exemple « 9h-12h »",
        )
        return
    text = typed_spans([span])
    if end - start < _SHORTEST:
        later = typed_spans([Span(start, start + 180)])
        yield _OddHours(
            f"« {text} » dure {end - start} minutes",
            f"écrivez l'heure de fin, par exemple « {later} »",
        )
    elif end - start == _LONGEST and start >= _MORNING:
        yield _OddHours(f"« {text} » fait 14 heures de suite", "vérifiez les deux heures")
    if start < _MORNING:
        yield _OddHours(f"« {text} » : ouvert la nuit ?", _in_the_afternoon(start, end))


def _in_the_afternoon(start: int, end: int) -> str:
    """«2h-5h» was meant as «14h-17h»."""
    later = end if end > start + _NOON else end + _NOON
    if later > _LATEST:
        return "écrivez les vraies heures"
    return (
        f"écrivez « {type_time(start + _NOON)}-{type_time(later)} » si c'est l'après-midi, "
        "ou les vraies heures"
    )


def _minutes(plan: Plan) -> int:
    return sum(stretch.end - stretch.start for stretch in plan if stretch.state is State.OPEN)


def _only_sunday(week: Week) -> bool:
    if any(rule.spans and not rule.is_plain for rule in week.rules):
        return False
    table = weekly_table(week.rules)
    return [day for day, plan in enumerate(table) if _minutes(plan)] == [_SUNDAY]


def _says_other_days(typed: str | Mapping[str, str]) -> bool:
    """Who writes that it is closed on Saturday means what they write of Sunday."""
    words = (
        " ".join(f"{day} {text}" for day, text in typed.items())
        if isinstance(typed, Mapping)
        else typed
    )
    return "ferm" in words.lower() or " off" in words


def _closed_on_saturday(typed: str | Mapping[str, str]) -> str:
    """In the writing of the record."""
    if not isinstance(typed, str):
        return "samedi: fermé"
    return "; Sa off" if _OSM_SUNDAY.search(typed) else ", samedi fermé"


def _entry(typed: str | Mapping[str, str], doubt: _OddHours) -> str:
    """The one line of a record that has a doubt; "" when none alone does."""
    if isinstance(typed, Mapping):
        for day, text in typed.items():
            try:
                week = read_hours({day: text}, unsaid=State.CLOSED)
            except HoursError:
                continue
            if doubt in _doubts(week):
                return str(day)
    return ""
