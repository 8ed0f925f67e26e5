"""What a sentence of dates says, and the days that it makes.

Times of day are minutes after midnight (`plugins.hours.Span`); no span passes midnight. Weekdays
are 0 (Monday) to 6 (Sunday), as in `datetime`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from plugins.french.days import EVERY_DAY, ICAL_DAYS
from plugins.french.errors import FrenchTimeError
from plugins.hours import Calendar, Span
from plugins.recurrence import wording


class Skip(StrEnum):
    """Days without a session that only the calendar of a département tells."""

    SCHOOL_HOLIDAYS = "vacances scolaires"
    PUBLIC_HOLIDAYS = "jours fériés"


class Period(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date


class DatesError(FrenchTimeError):
    """Dates that cannot be understood: `message`, `hint` and `at` as in any text about time."""


class Series(NamedTuple):
    """Days as a calendar file states them: those of `rule` from `first` on, without `without`.
    `rule` is "" for `first` alone; `also` are more days, that no rule makes."""

    first: date
    rule: str
    also: tuple[date, ...]
    without: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """One line of dates: either `single` days, or a rhythm (`weekdays` and what narrows them).

    Made by `read_dates`; every tuple is in order and without repeats.
    """

    spans: tuple[Span, ...] = ()
    """When on these days; empty when the line does not say. Each span is a session."""
    single: tuple[date, ...] = ()
    weekdays: tuple[int, ...] = ()
    ranks: tuple[int, ...] = ()
    """Only the first (1), second (2)… or last (-1) such weekday of a month."""
    every: int = 1
    """One week in two (2), in three (3)…, counted from the week of `start`."""
    months: tuple[int, ...] = ()
    """Only in these months, 1 to 12; empty for all."""
    start: date | None = None
    until: date | None = None
    """First and last possible day, both included; those of `single` days are theirs."""
    skips: frozenset[Skip] = frozenset()
    without: tuple[Period, ...] = ()
    """Days on which nothing takes place: «sauf le 24 février 2026», «sauf du … au …»."""

    def days(self, first: date, last: date, calendar: Calendar) -> tuple[date, ...]:
        """The days, from `first` to `last`, both included, on which it takes place for sure."""
        return tuple(
            day
            for day in self.possible_days(first, last)
            if self._takes_place(day, calendar) is True
        )

    def doubtful_days(self, first: date, last: date, calendar: Calendar) -> tuple[date, ...]:
        """The days on which it takes place unless pupils are on holiday, which nobody can tell:
        Corse, overseas, after the last published school year. Pages say «à vérifier»."""
        return tuple(
            day
            for day in self.possible_days(first, last)
            if self._takes_place(day, calendar) is None
        )

    def unknown_from(self, calendar: Calendar) -> date | None:
        """The first day from which `days` can no longer tell all; None when it always can."""
        if Skip.SCHOOL_HOLIDAYS not in self.skips:
            return None
        last = calendar.school_known_until
        unknown = date.min if last is None else last + timedelta(days=1)
        return None if self.until is not None and self.until < unknown else unknown

    def possible_days(self, first: date, last: date) -> tuple[date, ...]:
        """The days of the rhythm itself, holidays and exceptions included."""
        if self.single:
            return tuple(day for day in self.single if first <= day <= last)
        start = self.start or first
        last = min(last, self.until or last)
        if last < max(first, start):
            return ()
        weeks = max(0, (first - start).days) // 7
        start += timedelta(
            weeks=weeks - weeks % self.every
        )  # a rhythm of 1990 is not counted again
        rule = rrule(
            MONTHLY if self.ranks else WEEKLY,
            dtstart=datetime.combine(start, time()),
            until=datetime.combine(last, time()),
            interval=self.every,
            byweekday=[
                weekday(day, rank or None) for day in self.weekdays for rank in self.ranks or (0,)
            ],
            bymonth=self.months or None,
        )
        return tuple(found.date() for found in rule if found.date() >= first)

    def _takes_place(self, day: date, calendar: Calendar) -> bool | None:
        if any(first <= day <= last for first, last in self.without):
            return False
        if Skip.PUBLIC_HOLIDAYS in self.skips and calendar.public_holiday(day):
            return False
        if Skip.SCHOOL_HOLIDAYS in self.skips:
            on_holiday = calendar.school_holiday(day)
            return None if on_holiday is None else not on_holiday
        return True

    def rule(self) -> str | None:
        """The RFC 5545 rule of the rhythm, without the exceptions; None for single days. UNTIL is
        a date, the last possible day: a calendar with times has to state its last second."""
        if self.single:
            return None
        if self.weekdays == EVERY_DAY and self.every == 1 and not self.ranks:
            parts = ["FREQ=DAILY"]
        else:
            parts = ["FREQ=MONTHLY" if self.ranks else "FREQ=WEEKLY"]
            parts += [f"INTERVAL={self.every}"] if self.every > 1 else []
            days = [f"{rank or ''}{ICAL_DAYS[day]}" for rank in self.ranks or (0,)
                    for day in self.weekdays]  # fmt: skip
            parts.append("BYDAY=" + ",".join(days))
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.until:
            parts.append(f"UNTIL={self.until:%Y%m%d}")
        return ";".join(parts)

    def series(self, first: date, last: date, calendar: Calendar) -> Series | None:
        """The sure days for a calendar file, None when there is none.

        It begins at `start`, or at `first` when the line says no start: a calendar that somebody
        follows keeps its first day. A rule with exceptions ends on the last sure day up to `last`;
        one without goes on after it.
        """
        first = self.start or first
        days = self.days(first, last, calendar)
        if not days:
            return None
        rule = self.rule()
        if rule is None:
            return Series(days[0], "", days[1:], ())
        if self.skips or self.without:
            rule = rule.partition(";UNTIL=")[0] + f";UNTIL={days[-1]:%Y%m%d}"
        without = set(self.possible_days(days[0], days[-1])).difference(days)
        return Series(days[0], rule, (), tuple(sorted(without)))

    def to_french(self) -> str:
        """One normal sentence, as a volunteer types it; read back, it gives equal dates."""
        return wording.to_french(self)

    def said(self, today: date | None = None) -> str:
        """The same sentence for a page: «14 h 30» with spaces that do not break; without a start
        that is past on the day `today`, if one is given."""
        return wording.said(self, today)

    def brief(self, today: date) -> str:
        """Its rhythm, for a page that lists its dates with their hours: without these, without a
        start that is past on the day `today`."""
        return wording.brief(self, today)
