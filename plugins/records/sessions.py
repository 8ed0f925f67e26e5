"""The sessions of one workshop, or the passages at one stop: lines of dates, understood.

Pages, calendars and checks all count from here, so that they agree to the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from plugins.records.model.dated import Cancellation

if TYPE_CHECKING:
    from plugins.hours import Calendar, Span
    from plugins.recurrence import Dates


_MOST_HOLIDAYS = timedelta(days=70)


class Session(NamedTuple):
    """One session. `span`: minutes after midnight of `day`, in the time of its département."""

    day: date
    span: Span
    cancellation: Cancellation | None
    is_sure: bool
    """False when it depends on school holidays that nobody knows yet for that day."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """All the dates of a workshop or of a stop."""

    dates: tuple[Dates, ...]
    cancellations: tuple[Cancellation, ...] = ()

    @classmethod
    def read(
        cls,
        lines: Iterable[str],
        cancellations: Iterable[Cancellation] = (),
        today: date | None = None,
    ) -> Sessions:
        """Understand the lines of a record that was checked.

        Raises:
            plugins.recurrence.DatesError: a line cannot be understood (the checks refuse it).
        """
        from plugins.recurrence import read_dates  # imported late: many uses need no dates

        return cls(tuple(read_dates(line, today=today) for line in lines), tuple(cancellations))

    def between(self, first: date, last: date, calendar: Calendar) -> list[Session]:
        """Those from `first` to `last`, both included, in order; each day and hour once, and
        cancelled ones too."""
        found: dict[tuple[date, Span], bool] = {}
        for dates in self.dates:
            unknown = dates.unknown_from(calendar)
            if unknown is not None and unknown <= last:
                for day in dates.doubtful_days(first, last, calendar):
                    for span in dates.spans:
                        found.setdefault((day, span), False)
            for day in dates.days(first, last, calendar):
                for span in dates.spans:
                    found[day, span] = True
        return [
            Session(day, span, self.cancelled(day), is_sure)
            for (day, span), is_sure in sorted(found.items())
        ]

    def cancelled(self, day: date) -> Cancellation | None:
        """The cancellation that concerns a day, if there is one."""
        return next((c for c in self.cancellations if covers(c, day)), None)

    def ends(self, after: date, calendar: Calendar) -> bool:
        """Whether nothing takes place any more after a day, within a year and a month."""
        ends = [dates.until for dates in self.dates]
        if None in ends:
            return False  # a rhythm without an end
        first = after + timedelta(days=1)
        last = min(max((end for end in ends if end), default=after), after + timedelta(days=400))
        late = max(first, last - _MOST_HOLIDAYS)  # most seasons end with a session: a short look
        return not (self.between(late, last, calendar) or self.between(first, last, calendar))

    def last_day(self, until: date, calendar: Calendar) -> date | None:
        """The last day with a session up to `until`, within two years; None when there is none."""
        sessions = self.between(until - timedelta(days=730), until, calendar)
        return sessions[-1].day if sessions else None


def covers(cancellation: Cancellation, day: date) -> bool:
    """Whether a cancellation concerns a day."""
    return cancellation.date <= day <= (cancellation.jusqu_au or cancellation.date)


def overlaps(one: Sequence[Session], other: Sequence[Session]) -> Iterator[tuple[Session, Session]]:
    """Pairs of sessions, not cancelled, that take place at the same moment."""
    by_day: dict[date, list[Session]] = {}
    for session in other:
        if session.cancellation is None:
            by_day.setdefault(session.day, []).append(session)
    for session in one:
        if session.cancellation is None:
            for meanwhile in by_day.get(session.day, ()):
                if (
                    session.span.start < meanwhile.span.end
                    and meanwhile.span.start < session.span.end
                ):
                    yield session, meanwhile
