"""Calendars say what the pages say: read back by other programs, session by session."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import pytest
import recurring_ical_events
import vobject

from plugins.agenda.calendars.subscriptions import PASSAGES, SESSIONS, CalendarSource
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.dated_records import read_dated
from plugins.gazetteer import Gazetteer
from plugins.records.repository import read_repository
from tests.support.agenda import TODAY, agenda_of
from tests.support.calendars import Made, made_of, small

ROOT = Path(__file__).resolve().parents[2]
DEMONSTRATION = ROOT / "examples" / "demonstration" / "places"
BUS = ROOT / "tests/fixtures/agenda/bus-france-services-emmaus-ruffec.yaml"


def bus(folder: Path) -> Made:
    """The bus of the Charente, two years ahead."""
    files = {f"16/tournees/{BUS.name}": BUS.read_text(encoding="utf-8")}
    return made_of(agenda_of(folder, files, days=730))


def demonstration(folder: Path) -> Made:
    gazetteer = Gazetteer.load(["31", "974"])
    repository = read_repository(DEMONSTRATION, gazetteer, TODAY, cache_dir=folder)
    places = repository.places
    days = (TODAY - timedelta(days=1), TODAY + timedelta(days=400))
    agenda = Agenda(read_dated(repository, "code", 400), places.by_id, gazetteer, *days, 20)
    return made_of(agenda, places, places.by_id, gazetteer)


@pytest.fixture(scope="module", params=[small, bus, demonstration])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    found: Made = request.param(tmp_path_factory.mktemp("records"))
    return found


class Seen(NamedTuple):
    """A session as a calendar program shows it."""

    start: datetime
    end: datetime
    status: str


def read_by_one(data: bytes, first: date, last: date) -> list[Seen]:
    """What icalendar and recurring-ical-events read, from `first` to `last`, both included."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    events = query.between(first, last + timedelta(days=1))
    return sorted(Seen(e.start, e.end, str(e["STATUS"])) for e in events)


def read_by_other(data: bytes, first: date, last: date) -> list[Seen]:
    """The same with vobject, which repeats events with dateutil."""
    low, high = datetime.combine(first, time.min), datetime.combine(last, time.max)
    found: dict[tuple[str, datetime], Seen] = {}
    events: list[Any] = vobject.readOne(data.decode()).contents.get("vevent", [])
    for event in sorted(events, key=lambda e: "recurrence-id" in e.contents):
        start, end = event.dtstart.value, event.dtend.value
        days = None if "recurrence-id" in event.contents else event.getrruleset(addRDate=True)
        zone = start.tzinfo
        starts = (
            [start]
            if days is None
            else days.between(low.replace(tzinfo=zone), high.replace(tzinfo=zone))
        )
        for one in starts:
            if low.date() <= one.date() <= high.date():
                seen = Seen(one, one + (end - start), event.status.value)
                found[event.uid.value, one] = seen
    return sorted(found.values())


def shown(agenda: Agenda, sources: set[CalendarSource]) -> list[Seen]:
    """What the pages show of the same."""
    return sorted(
        Seen(o.start, o.end, "CANCELLED" if o.is_cancelled else
             "CONFIRMED" if o.is_sure else "TENTATIVE")
        for o in agenda.occurrences if CalendarSource(o.kind, o.id, o.stop) in sources
    )  # fmt: skip


@pytest.mark.parametrize("read", [read_by_one, read_by_other])
def test_every_calendar_has_the_sessions_of_the_pages(made: Made, read: Any):
    agenda = made.agenda
    total = 0
    for url, followed in made.subscriptions.calendars.items():
        expected = shown(agenda, set(followed.sources))
        assert read(made.files[f"{url[:-1]}.ics"], agenda.first, agenda.last) == expected, url
        total += len(expected)
    assert total > 100


@pytest.mark.parametrize("read", [read_by_one, read_by_other])
def test_a_file_of_one_day_has_its_sessions_alone(made: Made, read: Any):
    for (source, day), address in made.subscriptions.sessions.items():
        expected = [o for o in shown(made.agenda, {source}) if o.start.date() == day]
        assert read(made.files[address], date(2020, 1, 1), date(2030, 1, 1)) == expected
        assert b"\r\nNAME:" not in made.files[address], "it goes in the calendar one has"


def test_sessions_have_files_up_to_a_number(made: Made):
    days: dict[CalendarSource, list[date]] = {}
    for source, day in made.subscriptions.sessions:
        days.setdefault(source, []).append(day)
    for source, found in days.items():
        ahead = {o.start.date() for o in shown(made.agenda, {source})}
        ahead = {day for day in ahead if day >= TODAY}
        assert found == sorted(ahead)[: PASSAGES if source.stop else SESSIONS]


def test_every_event_has_a_name_of_its_own(made: Made):
    for url, followed in made.subscriptions.calendars.items():
        calendar: Any = icalendar.Calendar.from_ical(made.files[f"{url[:-1]}.ics"])
        whole = [e for e in calendar.walk("VEVENT") if "RECURRENCE-ID" not in e]
        assert len({e["UID"] for e in whole}) == len(whole) >= len(followed.sources) - 5
