"""One week in two is counted from a date.

Never from the parity of the week's number: 2026 has 53 weeks, so that «odd weeks» come twice in a
row at the turn of the year, and half of the people of a place are sent away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plugins.french.dates import say_date
from plugins.french.days import DAYS
from plugins.hours.model import HoursError

EXAMPLE = "par exemple « un mardi sur deux à partir du 6 octobre 2026: 14h-17h »"


class Fortnight(NamedTuple):
    """A rhythm: its weekdays, as it is typed, the date that it counts from, its hours as typed."""

    days: Sequence[int]
    typed: str
    anchor: date | None
    hours: str = ""


def check_fortnight(where: str, rhythm: Fortnight, today: date | None) -> None:
    """Refuse «semaines paires» without a date, and a date that is not one of `days`.

    Raises HoursError that proposes two lines: from `today`, when it is given, or around the date.
    """
    days, typed, anchor, hours = rhythm
    if not typed:
        return
    if not days:
        raise HoursError(where, f"« {typed} » : quel jour ?", EXAMPLE)
    names = ", ".join(DAYS[day] for day in days)
    start = f"un {names} sur deux" if len(days) == 1 else f"{names}, une semaine sur deux"
    end = f": {hours}" if hours else ""
    if anchor is None:
        choices = "la date d'une des fois, par exemple « … à partir du 6 octobre 2026 »"
        if today is not None:
            first = today + timedelta(days=(days[0] - today.weekday()) % 7)
            dates = [first, first + timedelta(days=7)]
            if "paire" in typed:
                odd = "impaire" in typed
                dates.sort(key=lambda day: day.isocalendar().week % 2 != odd)
            choices = _choices(start, dates, end)
        raise HoursError(
            where,
            f"« {typed} » ne suffit pas : il y a des années de 53 semaines, et tout se décale.",
            f"écrivez {choices}",
        )
    if anchor.weekday() not in days:
        day = anchor + timedelta(days=(days[0] - anchor.weekday()) % 7)
        raise HoursError(
            where,
            f"le {say_date(anchor)} est un {DAYS[anchor.weekday()]}.",
            f"écrivez {_choices(start, (day, day - timedelta(days=7)), end)}",
        )
    is_odd = anchor.isocalendar().week % 2 == 1
    if "paire" in typed and is_odd != ("impaire" in typed):
        days_around = (anchor, anchor + timedelta(days=7))
        choices = _choices(start, days_around, end)
        week = anchor.isocalendar().week
        raise HoursError(
            where,
            f"« {typed} » : le {say_date(anchor)} est dans la semaine {week}.",
            f"écrivez {choices}",
        )


def _choices(start: str, dates: Sequence[date], end: str) -> str:
    """The lines to write, one from each date."""
    return " ou ".join(f"« {start} à partir du {say_date(day)}{end} »" for day in dates)
