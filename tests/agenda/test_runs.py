"""Several lines of dates with cancellations in one calendar: each session once, as on pages."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.agenda.calendars.ics import calendar_text
from plugins.agenda.calendars.series import DatedSeries, runs_of
from plugins.agenda.calendars.vevent import Event
from plugins.agenda.sessions.occurrences import at
from plugins.hours import Calendar, Span
from plugins.records.model.dated import Cancellation
from plugins.records.sessions import Sessions
from plugins.recurrence import Dates
from tests.support.dates import any_dates, calendars

FIRST, LAST = date(2026, 11, 21), date(2027, 12, 27)
BEGIN = date(2026, 10, 3)
CHANGED = datetime(2026, 10, 3, tzinfo=UTC)
# Few hours, so that lines name the same sessions.
spans = st.sampled_from([(Span(840, 960),), (Span(540, 720), Span(840, 960)), (Span(840, 1020),)])
lines = st.lists(st.builds(replace, any_dates, spans=spans), min_size=1, max_size=3)
days = st.dates(FIRST, LAST)
cancellations = st.builds(
    lambda day, more: Cancellation(date=day, jusqu_au=day + timedelta(days=more), motif=None),
    days, st.integers(0, 40),
)  # fmt: skip


def event_of(run: DatedSeries, sessions: Sessions, calendar: Calendar) -> Event:
    start, end = (at(run.first, minutes, calendar.zone) for minutes in run.span)
    return Event(
        run.key, "Atelier", start, end, CHANGED,
        rrule=run.rule, rdates=run.also, exdates=run.without,
        cancelled={day: "" for day in run.days if sessions.cancelled(day)},
        status="CONFIRMED" if run.is_sure else "TENTATIVE",
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(lines, st.lists(cancellations, max_size=2), calendars)
def test_calendars_hold_the_sessions_of_all_the_lines(
    lines: list[Dates], cancelled: list[Cancellation], calendar: Calendar
):
    sessions = Sessions(tuple(lines), tuple(cancelled))
    runs = list(runs_of(sessions, BEGIN, FIRST, LAST, calendar))
    text = calendar_text(event_of(run, sessions, calendar) for run in runs)
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
    found = sorted(
        (e.start, e.end, str(e["STATUS"])) for e in query.between(FIRST, LAST + timedelta(days=1))
    )
    expected = [
        (at(day, span.start, calendar.zone), at(day, span.end, calendar.zone),
         "CANCELLED" if cancellation else "CONFIRMED" if is_sure else "TENTATIVE")
        for day, span, cancellation, is_sure in sessions.between(FIRST, LAST, calendar)
    ]  # fmt: skip
    assert found == sorted(expected)
    assert len({run.key for run in runs}) == len(runs)
