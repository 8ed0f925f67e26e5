"""Calendars say what the pages say: read back by other programs, session by session."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import pytest
import recurring_ical_events
import vobject

from plugins.agenda.agenda import Agenda
from plugins.agenda.calendars import calendar_edition
from plugins.agenda.events import Events
from plugins.agenda.reading import read_all
from plugins.agenda.subscriptions import PASSAGES, SESSIONS, Source, Subscriptions
from plugins.gazetteer import Gazetteer
from plugins.places.checks import Context
from plugins.places.collection import collect
from plugins.places.entry import Entry
from plugins.places.model.place import Place
from plugins.press.edition import Edition
from tests.agenda.samples import PLACE, TODAY, agenda_of

ROOT = Path(__file__).resolve().parents[2]
DEMONSTRATION = ROOT / "examples" / "demonstration" / "places"
BUS = ROOT / "tests/fixtures/agenda/bus-france-services-emmaus-ruffec.yaml"
GAZETTEER = Gazetteer.load(["16", "31"])
SITE = "https://aide.exemple.fr"
WHERE = "commune: Labège\ncode_insee: 31254\n"
EVERY_TUESDAY = (
    "titre: Premiers pas\ntheme: Échanger avec ses proches\nlieu: 31/mediatheque-de-labege\n"
    "verifie_le: 2026-10-03\nfrais_a_charge:\n  - Gratuit\ninscription: obligatoire\n"
    "dates:\n  - tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027, "
    "sauf vacances scolaires et jours fériés\n"
    "dates_en_plus:\n  - le 28 novembre 2026 de 9h30 à 11h\n"
    "annulations:\n  - date: 2026-12-01\n    motif: Salle en travaux\n"
)
RECORDS = {
    "31/ateliers/mardis.yaml": EVERY_TUESDAY,
    "31/ateliers/sans-fin.yaml": (
        f"titre: Permanence\ntheme: autre\nautre_theme: Photos\n{WHERE}"
        "dates:\n  - le premier lundi du mois de 9h à 12h et de 14h à 16h\n"
        "  - tous les lundis de 14h à 16h à partir du 1er mars 2027\n"
    ),
    "31/ateliers/sans-dates.yaml": f"titre: Sur demande\ntheme: Rédiger son CV\n{WHERE}",
    "31/ateliers/deux-jours.yaml": (
        f"titre: Deux jours\ntheme: Rédiger son CV\n{WHERE}"
        "dates:\n  - les 3 et 10 mars 2027 de 14h à 15h\n"
        "annulations:\n  - date: 2027-03-03\n"
    ),
    "31/tournees/bus.yaml": (
        "nom: Bus du Lauragais\nstatut: en service\ndate_maj: 2026-09-01\narrets:\n"
        "  - commune: Labège\n    code_insee: 31254\n    point: Place Saint-Barthélémy\n"
        "    passages:\n      - un mardi sur deux à partir du 6 octobre 2026, 9h-12h, "
        "sauf jours fériés\n"
        "  - commune: Escalquens\n    code_insee: 31169\n"
        "    passages:\n      - tous les jeudis, 9h-12h\n"
    ),
}


class Made(NamedTuple):
    agenda: Agenda
    subscriptions: Subscriptions
    files: dict[str, bytes]


def place() -> Place:
    return Place.from_tree(
        {"nom": PLACE.nom, "adresse": "1 rue de l'Exemple", "code_postal": "31670",
         "code_insee": "31254", "commune": "Labège", "telephone": ["05 61 00 00 00"]},
        PLACE.id,
    )  # fmt: skip


def made_of(
    agenda: Agenda,
    places: Mapping[str, Place] | None = None,
    entries: Mapping[str, Entry] | None = None,
    gazetteer: Gazetteer = GAZETTEER,
    site_url: str = SITE,
) -> Made:
    places = {PLACE.id: place()} if places is None else places
    entries = {PLACE.id: PLACE} if entries is None else entries
    subscriptions = Subscriptions(agenda, gazetteer, entries, TODAY)
    events = Events(agenda, places, gazetteer, site_url, TODAY)
    edition = calendar_edition(agenda, subscriptions, events, entries, site_url)
    return Made(agenda, subscriptions, rendered(edition))


def rendered(edition: Edition) -> dict[str, bytes]:
    found = {}
    for page in edition.pages:
        content = edition.render(page.key)
        assert isinstance(content, bytes)
        found[f"/{page.path}"] = content
    return found


def small(folder: Path) -> Made:
    return made_of(agenda_of(folder, RECORDS))


def bus(folder: Path) -> Made:
    """The bus of the Charente, two years ahead."""
    files = {f"16/tournees/{BUS.name}": BUS.read_text(encoding="utf-8")}
    return made_of(agenda_of(folder, files, days=730))


def demonstration(folder: Path) -> Made:
    gazetteer = Gazetteer.load(["31", "974"])
    places = collect(DEMONSTRATION, folder, "code", gazetteer, TODAY, 1).places
    context = Context(gazetteer, TODAY)
    reading = read_all(DEMONSTRATION, folder, "code", context, [], places.by_id, 400)
    days = (TODAY - timedelta(days=1), TODAY + timedelta(days=400))
    agenda = Agenda(reading.records, places.by_id, gazetteer, *days, 20)
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


def shown(agenda: Agenda, sources: set[Source]) -> list[Seen]:
    """What the pages show of the same."""
    return sorted(
        Seen(o.start, o.end, "CANCELLED" if o.is_cancelled else
             "CONFIRMED" if o.is_sure else "TENTATIVE")
        for o in agenda.occurrences if Source(o.kind, o.id, o.stop) in sources
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
    days: dict[Source, list[date]] = {}
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
