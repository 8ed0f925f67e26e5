"""The days on which the hours of a place say that it is closed: its exceptions, its seasons.

What is closed every Sunday is none of these: a workshop may well be held while the door is shut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from plugins.hours import ExceptionalHours
    from plugins.records.model.place import Place

ShutDays = tuple[int, int]
"""First and last day, as ordinals, both included."""
_LEAP_YEAR, _LEAP_DAYS = 2028, 366
# Most weeks name no month: they are not read here.
_MONTH = re.compile(
    r"janv|f[ée]vr|mars|avril|\bmai\b|juin|juil|ao[uû]t|sept|octo|nove|d[ée]ce"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b",
    re.IGNORECASE,
)


class Shutting(Protocol):
    """What is closed on some days."""

    @property
    def closures(self) -> tuple[ShutDays, ...]:
        """Those of its exceptions."""

    @property
    def shut_seasons(self) -> tuple[int, ...]:
        """Those of every year (`shut_seasons_of`)."""


def is_shut_on(place: Shutting, day: date) -> bool:
    """Whether its exceptions or its seasons say that it is closed on a day."""
    number = day.toordinal()
    return any(first <= number <= last for first, last in place.closures) or (
        bool(place.shut_seasons) and _of_year(day) in place.shut_seasons
    )


def closures_of(place: Place) -> tuple[ShutDays, ...]:
    """The days of its exceptions on which a place is closed."""
    return tuple(
        (hours.start.toordinal(), hours.end.toordinal())
        for hours in exceptions_of(place)
        if not hours.spans and hours.week is None and hours.state == "closed"
    )


def shut_seasons_of(place: Place) -> tuple[int, ...]:
    """The days of every year on which a place is closed, as their numbers in a leap year; but for
    those on which an exception opens it once."""
    typed = place.horaires or ""
    text = typed if isinstance(typed, str) else " ".join((*typed, *typed.values()))
    if not _MONTH.search(text):
        return ()
    from plugins.hours import HoursError, State, read_hours  # imported late: few weeks have any
    from plugins.hours.seasons import days_of

    try:
        rules = read_hours(typed).rules
    except HoursError:
        return ()  # a fault was told
    shut: set[int] = set()
    for rule in rules:
        if not rule.is_seasonal:
            continue
        days = {day % _LEAP_DAYS for day in days_of(rule.dates)}
        is_closed = rule.state is State.CLOSED and len(set(rule.days)) == 7
        shut = shut | days if is_closed else shut - days
    for hours in exceptions_of(place):
        if hours.state != "closed" or hours.spans or hours.week is not None:
            length = (hours.end - hours.start).days + 1
            shut -= {_of_year(hours.start + timedelta(days=n)) for n in range(min(length, 366))}
    return tuple(sorted(shut))


def exceptions_of(place: Place) -> Iterator[ExceptionalHours]:
    """Those of its exceptions that could be understood."""
    if not place.exceptions:
        return
    from plugins.hours import HoursError  # imported late: few places have exceptions

    for exception in place.exceptions:
        try:
            yield exception.hours
        except HoursError:
            continue  # a fault was told


def _of_year(day: date) -> int:
    return date(_LEAP_YEAR, day.month, day.day).timetuple().tm_yday % _LEAP_DAYS
