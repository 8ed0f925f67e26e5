"""Dates as they are typed, before the year that one of them lacks is found in another."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from plugins.french.dates import say_date, say_full_day
from plugins.french.days import DAYS
from plugins.french.errors import FrenchTimeError

YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """«mardi 6 octobre 2026», any part but the day may be missing: 0, and no weekday None."""

    at: int
    text: str
    day: int
    month: int = 0
    year: int = 0
    weekday: int | None = None
    is_month: bool = False
    """A whole month was typed; `day` is its first."""


def read_numeric(text: str, at: int) -> TypedDate:
    """6/10/2026, 2026-10-06, 6/10. Raises FrenchTimeError for a year of two digits."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if len(numbers) == 3 and numbers[0] > 99:
        numbers.reverse()
    day, month, year = (*numbers, 0)[:3]
    if len(numbers) == 3 and year < 100:
        raise FrenchTimeError(
            f"« {text} » : l'année s'écrit avec quatre chiffres.",
            f"écrivez « {day}/{month}/{2000 + year} »",
            at,
        )
    return TypedDate(at, text, day, month, year)


def follow_one_another(typed: Sequence[TypedDate], links: Sequence[str]) -> bool:
    """Whether months make one period: «en juillet et août 2026», «de septembre 2026 à mai 2027»."""
    first, last = typed[0], typed[-1]
    if "to" not in links and first.year and last.year:
        months = (last.year - first.year) * 12 + last.month - first.month
        if months != len(typed) - 1:
            return False
    return all(after == before % 12 + 1 for before, after in pairwise(months_of(typed, links)))


def months_of(typed: Sequence[TypedDate], links: Sequence[str]) -> list[int]:
    """«de mars à mai et juillet»: the numbers of months; `links`: the kind of word before each."""
    months: list[int] = []
    for link, month in zip(links, typed, strict=True):
        if link == "to" and months:
            months += [(months[-1] + n) % 12 + 1 for n in range((month.month - months[-1]) % 12)]
        else:
            months.append(month.month)
    return months


def with_months(dates: Sequence[TypedDate]) -> list[TypedDate]:
    """«3, 10 et 17 mars 2026»: days without a month take it, and the year, from the next one."""
    found: list[TypedDate] = []
    for typed in reversed(dates):
        if not typed.month:
            if not found:
                raise FrenchTimeError(
                    f"« {typed.text} » : il manque le mois.",
                    "écrivez le jour, le mois et l'année, par exemple « le 14 octobre 2026 »",
                    typed.at,
                )
            typed = replace(typed, month=found[-1].month, year=typed.year or found[-1].year)
        found.append(typed)
    return found[::-1]


def in_order(dates: Sequence[TypedDate]) -> list[date] | None:
    """The days of a list in which a year may be said once; None when no year is said at all.

    A date without a year is the last one before the next that has it, else the first one after.
    Raises FrenchTimeError when the year could be another one.
    """
    if not any(typed.year for typed in dates):
        return None
    before: list[date | None] = []
    for typed in dates:
        last = before[-1] if before else None
        before.append(real(typed) if typed.year else last and _nearest(typed, last, +1))
    days: list[date] = []
    for typed, after in zip(reversed(dates), reversed(before), strict=True):
        day = after
        if not typed.year and days:
            day = _nearest(typed, days[-1], -1)
            if after is not None and after != day:
                raise FrenchTimeError(
                    f"« {typed.text} » : de quelle année ?",
                    f"écrivez « {say_date(after)} » ou « {say_date(day)} »",
                    typed.at,
                )
        if day is None:  # unreachable: some date has a year
            return None
        days.append(day)
    return days[::-1]


def real(typed: TypedDate) -> date:
    """The day. Raises FrenchTimeError when it does not exist, is far away, or is another
    weekday."""
    if typed.year not in YEARS:
        raise FrenchTimeError(
            f"« {typed.text} » : l'année {typed.year} n'est pas possible.",
            "vérifiez l'année, par exemple « 2026 »",
            typed.at,
        )
    try:
        day = date(typed.year, typed.month, typed.day)
    except ValueError:
        hint = "vérifiez le jour et le mois"
        if 1 <= typed.month <= 12 and typed.day > 28:
            last = monthrange(typed.year, typed.month)[1]
            hint = f"le mois finit le {say_date(date(typed.year, typed.month, last))}"
        raise FrenchTimeError(
            f"« {typed.text} » : cette date n'existe pas.", hint, typed.at
        ) from None
    if typed.weekday not in (None, day.weekday()):
        near = nearest_weekday(day, typed.weekday or 0)
        raise FrenchTimeError(
            f"le {say_date(day)} est un {DAYS[day.weekday()]}.",
            f"écrivez « {say_full_day(day)} » ou « {say_full_day(near)} »",
            typed.at,
        )
    return day


def nearest_weekday(day: date, weekday: int) -> date:
    """The nearest day, at most three days away, that is a `weekday`."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _nearest(typed: TypedDate, other: date, way: int) -> date:
    """The nearest such day of a year not after (-1), or not before (+1) another day."""
    year = other.year
    day = real(replace(typed, year=year, weekday=None))
    if (day > other) if way < 0 else (day < other):
        year += way
    return real(replace(typed, year=year))
