"""One week in two is counted from a date, never from the parity of the week's number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from plugins.french.dates import say_date
from plugins.french.days import DAYS
from plugins.recurrence.draft import Draft, Rhythm
from plugins.recurrence.model import Dates, DatesError


def anchored(draft: Draft, rhythm: Rhythm, dates: Dates, today: date | None) -> Dates:
    """One week in two needs a date to count from: 2026 has 53 weeks, so that odd weeks come twice
    in a row at the turn of the year. Two lines are proposed when it lacks."""
    whole = replace(dates, every=rhythm.every)
    if draft.start is None or dates.start is None or draft.start.is_month:
        today = dates.start or today
        hint = "ajoutez la date d'une des fois, par exemple « … à partir du 6 octobre 2026 »"
        if today is not None:
            hint = _two_lines(whole, _candidates(rhythm, whole, today))
        raise DatesError(
            f"« {rhythm.text} » ne suffit pas : des années ont 53 semaines, et tout se décale.",
            hint,
            rhythm.at,
        )
    if dates.start.weekday() not in dates.weekdays:
        day = dates.start.weekday()
        raise DatesError(
            f"« {rhythm.text} » : le {say_date(dates.start)} est un {DAYS[day]}.",
            _two_lines(whole, _around(whole, dates.start)),
            rhythm.at,
        )
    if rhythm.parity is not None and dates.start.isocalendar().week % 2 != rhythm.parity:
        week = dates.start.isocalendar().week
        raise DatesError(
            f"« {rhythm.text} » : le {say_date(dates.start)} est dans la semaine {week}.",
            _two_lines(whole, (dates.start, dates.start + timedelta(days=7))),
            rhythm.at,
        )
    return whole


def _candidates(rhythm: Rhythm, dates: Dates, today: date) -> list[date]:
    first = today + timedelta(days=(dates.weekdays[0] - today.weekday()) % 7)
    days = [first, first + timedelta(days=7)]
    if rhythm.parity is not None:
        days.sort(key=lambda day: day.isocalendar().week % 2 != rhythm.parity)
    return days


def _around(dates: Dates, day: date) -> tuple[date, date]:
    """The nearest days before and after `day` that are named."""
    near = [day + timedelta(days=n) for n in range(-6, 7)]
    named = [other for other in near if other.weekday() in dates.weekdays]
    return max(other for other in named if other < day), min(o for o in named if o > day)


def _two_lines(dates: Dates, starts: Iterable[date]) -> str:
    lines = []
    for start in starts:
        until = dates.until if dates.until and dates.until >= start else None
        lines.append(f"« {replace(dates, start=start, until=until).to_french()} »")
    return f"écrivez {' ou '.join(lines)}"
