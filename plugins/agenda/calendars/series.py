"""The lines of dates of a record as series for a calendar: a rule where there is one, each session
once, and a name for each series that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from plugins.common.fingerprint import content_name
from plugins.hours import Calendar, Span
from plugins.records.sessions import Sessions

if TYPE_CHECKING:
    from plugins.recurrence import Dates


class DatedSeries(NamedTuple):
    """One line of dates at one time of day.

    `days` are those up to the horizon, for which cancellations are looked up; `first`, `rule`,
    `also` and `without` as in `plugins.recurrence.Series`. `is_sure`: False when it depends on
    school holidays that nobody knows yet.
    """

    key: str
    span: Span
    days: tuple[date, ...]
    first: date
    rule: str
    also: tuple[date, ...]
    without: tuple[date, ...]
    is_sure: bool


def runs_of(
    sessions: Sessions, begin: date, first: date, last: date, calendar: Calendar
) -> Iterator[DatedSeries]:
    """The series of a record, in the order of its lines, then what is not sure from `first` on.

    `begin`: the first day of a line that says none, from what the record states: a calendar that
    somebody follows then begins on the same day at each build. What takes place on a day and at an
    hour that two lines name belongs to the first of them.
    """
    taken: set[tuple[date, Span]] = set()
    keys: dict[str, int] = {}

    def key_of(dates: Dates, span: Span) -> str:
        key = _key(dates, span)
        keys[key] = number = keys.get(key, 0) + 1
        return key if number == 1 else f"{key}-{number}"

    def free(days: tuple[date, ...], span: Span) -> tuple[date, ...]:
        own = tuple(day for day in days if (day, span) not in taken)
        taken.update((day, span) for day in own)
        return own

    for dates in sessions.dates:
        series = dates.series(begin, last, calendar)
        if series is None:
            continue
        every = dates.days(series.first, last, calendar)
        for span in dates.spans:
            days = free(every, span)
            if not days:
                continue
            key = key_of(dates, span)
            if series.rule:
                without = tuple(sorted({*series.without, *set(every).difference(days)}))
                yield DatedSeries(key, span, days, series.first, series.rule, (), without, True)
            else:
                yield DatedSeries(key, span, days, days[0], "", days[1:], (), True)
    for dates in sessions.dates:
        doubtful = dates.doubtful_days(first, last, calendar)
        for span in dates.spans:
            days = free(doubtful, span)
            if days:
                key = f"{key_of(dates, span)}-a-verifier"
                yield DatedSeries(key, span, days, days[0], "", days[1:], (), False)


def _key(dates: Dates, span: Span) -> str:
    """What makes the rhythm, in eight letters: neither its end nor its exceptions."""
    said = (
        dates.start, dates.single[:1], dates.weekdays, dates.ranks, dates.every, dates.months,
        span.start,
    )  # fmt: skip
    return content_name(repr(said).encode())
