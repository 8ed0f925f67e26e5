"""Our calendars, read back by two parsers that are not ours."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.agenda.calendars.ics import calendar_text
from plugins.agenda.calendars.vevent import Event
from plugins.hours import Calendar, Span
from plugins.recurrence import Dates, read_dates
from tests.support.dates import CALENDARS, any_dates, calendars

PARIS = ZoneInfo("Europe/Paris")
CHANGED = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
FIRST, LAST = date(2026, 9, 1), date(2028, 8, 31)


def at(day: date, minutes: int, zone: ZoneInfo = PARIS) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(minutes=minutes)


def session(**more) -> Event:
    day = date(2026, 10, 6)
    return Event("a@x.fr", "Atelier", at(day, 840), at(day, 960), CHANGED, **more)


def event_of(dates: Dates, span: Span, calendar: Calendar, **more) -> Event | None:
    series = dates.series(FIRST, LAST, calendar)
    if series is None:
        return None
    start, end = (at(series.first, minutes, calendar.zone) for minutes in span)
    return Event("a@x.fr", "Atelier", start, end, CHANGED, rrule=series.rule,
                 rdates=series.also, exdates=series.without, **more)  # fmt: skip


def sessions_of(text: bytes, first: date = FIRST, last: date = LAST) -> list[Any]:
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
    return sorted(found.between(first, last + timedelta(days=1)), key=lambda e: e["DTSTART"].dt)


spans = st.sampled_from([Span(0, 60), Span(150, 170), Span(540, 750), Span(1380, 1440)])


@settings(max_examples=60, deadline=None)
@given(any_dates, spans, calendars)
def test_a_calendar_holds_the_days_of_the_line(dates: Dates, span: Span, calendar: Calendar):
    event = event_of(dates, span, calendar)
    found = sessions_of(calendar_text([event], name="Agenda")) if event else []
    starts = [found_one["DTSTART"].dt for found_one in found]
    assert [start.date() for start in starts] == list(dates.days(FIRST, LAST, calendar))
    assert all(
        start.hour * 60 + start.minute == span.start for start in starts
    )  # summer and winter
    assert {start.tzinfo.key for start in starts} <= {calendar.zone.key}


@settings(max_examples=40, deadline=None)
@given(any_dates, spans, calendars)
def test_the_other_parser_finds_the_same_days(dates: Dates, span: Span, calendar: Calendar):
    event = event_of(dates, span, calendar)
    if event is None:
        return
    text = calendar_text([event], name="Agenda").decode()
    read = vobject.readOne(text, validate=True).vevent
    assert read.dtstart.value.replace(tzinfo=None) == event.start.replace(tzinfo=None)
    rules = read.getrruleset(addRDate=True)
    days = [read.dtstart.value.date()]
    if rules is not None:
        zone = read.dtstart.value.tzinfo  # made from our VTIMEZONE
        end = datetime(LAST.year, LAST.month, LAST.day, 23, 59, tzinfo=zone)
        days = sorted(
            {found.date() for found in rules.between(datetime(2000, 1, 1, tzinfo=zone), end)}
        )
    assert [day for day in days if day >= FIRST] == list(dates.days(FIRST, LAST, calendar))


def test_a_rule_without_exceptions_goes_on_and_one_with_ends():
    plain = read_dates("tous les mardis de 14h à 16h").series(FIRST, LAST, CALENDARS["31"])
    assert plain is not None
    assert plain.rule == "FREQ=WEEKLY;BYDAY=TU"
    term = read_dates("tous les mardis de 14h à 16h, sauf vacances scolaires et jours fériés")
    series = term.series(FIRST, date(2027, 1, 10), CALENDARS["31"])
    assert series is not None
    assert series.rule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270105"
    assert series.without == tuple(
        date(2026, m, d) for m, d in [(10, 20), (10, 27), (12, 22), (12, 29)]
    )


def test_the_last_session_of_a_season_is_in_whatever_the_zone():
    dates = read_dates("tous les mardis du 5 au 26 janvier 2027")
    for code in ("31", "971", "988"):
        event = event_of(dates, Span(1380, 1440), CALENDARS[code])
        assert event is not None
        assert len(sessions_of(calendar_text([event], name="Agenda"))) == 4


def test_a_cancelled_session_stays_visible_and_the_others_stay():
    event = session(rrule="FREQ=WEEKLY;BYDAY=TU", cancelled={date(2026, 10, 13): "salle fermée"})
    found = sessions_of(calendar_text([event], name="Agenda"), last=date(2026, 10, 20))
    assert [(one["DTSTART"].dt.day, one["STATUS"]) for one in found] == [
        (6, "CONFIRMED"), (13, "CANCELLED"), (20, "CONFIRMED"),
    ]  # fmt: skip
    assert found[1]["SUMMARY"] == "Annulé : Atelier"
    assert "salle fermée" in found[1]["DESCRIPTION"]


def test_a_single_session_that_is_cancelled():
    found = sessions_of(calendar_text([session(cancelled={date(2026, 10, 6): ""})], name="Agenda"))
    assert [one["STATUS"] for one in found] == ["CANCELLED"]


def test_a_session_keeps_its_hours_when_the_clock_changes():
    event = session(rrule="FREQ=DAILY;UNTIL=20261031")
    found = sessions_of(calendar_text([event], name="Agenda"))
    hours = {(one["DTSTART"].dt.hour, one["DTEND"].dt.hour) for one in found}
    assert hours == {(14, 16)}
    assert {one["DTSTART"].dt.utcoffset() for one in found} == {
        timedelta(hours=1),
        timedelta(hours=2),
    }


def test_all_that_a_record_says_is_read_back():
    event = session(
        sequence=7,
        description="Deux heures ;\nviens, c'est gratuit",
        location="Labège",
        geo=(43.5312344, 1.5234),
        url="https://x.fr/a/",
        categories=("CV", "a, b"),
    )
    text = calendar_text([event], name="L'été ; ici")
    calendar: Any = icalendar.Calendar.from_ical(text)
    (read,) = calendar.walk("VEVENT")
    assert "\r\nX-WR-CALNAME:L'été \\; ici\r\n" in text.decode()
    assert read["SEQUENCE"] == 7
    assert read["LAST-MODIFIED"].dt == read["DTSTAMP"].dt == CHANGED
    assert read["DESCRIPTION"] == event.description
    assert (read["GEO"].latitude, read["GEO"].longitude) == (43.531234, 1.5234)
    assert [str(word) for word in read["CATEGORIES"].cats] == ["CV", "a, b"]
    assert (read["URL"], read["LOCATION"]) == ("https://x.fr/a/", "Labège")


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
@example("x\r\nEND:VCALENDAR", "\x00", "https://x.fr/\r\nATTENDEE:mailto:a@x.fr")
def test_no_text_of_a_record_leaves_its_line(summary: str, name: str, url: str):
    text = calendar_text([session(), session(description=summary, url=url)], name=name)
    lines = text.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in text.replace(b"\r\n", b"")
    names = [line.partition(b":")[0].partition(b";")[0] for line in lines if line[:1] != b" "]
    assert names.count(b"END") == names.count(b"BEGIN") == 6
    assert b"ATTENDEE" not in names
    text.decode()


def test_the_same_events_give_the_same_bytes():
    assert calendar_text([session()], name="A") == calendar_text([session()], name="A")
    assert calendar_text([session()], name="A").startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_moment_without_a_zone_is_refused():
    moment = datetime(2026, 10, 6, 14, tzinfo=UTC)
    with pytest.raises(TypeError):
        calendar_text([Event("a", "b", moment, moment, CHANGED)], name="A")
