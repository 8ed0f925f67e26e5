"""Calendars say what the pages say: read back by other programs, session by session."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

import icalendar
import pytest
import recurring_ical_events

from plugins.agenda.agenda import Agenda
from plugins.agenda.calendars import calendar_edition
from plugins.agenda.events import Events
from plugins.agenda.subscriptions import Source, Subscriptions
from plugins.gazetteer import Gazetteer
from plugins.places.model.place import Place
from plugins.press.edition import Edition
from tests.agenda.samples import PLACE, TODAY, agenda_of

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


def made_of(agenda: Agenda, site_url: str = SITE, today: date = TODAY) -> Made:
    entries = {PLACE.id: PLACE}
    subscriptions = Subscriptions(agenda, GAZETTEER, entries, today)
    events = Events(agenda, {PLACE.id: place()}, GAZETTEER, site_url, today)
    edition = calendar_edition(agenda, subscriptions, events, entries, site_url)
    return Made(agenda, subscriptions, rendered(edition))


def rendered(edition: Edition) -> dict[str, bytes]:
    found = {}
    for page in edition.pages:
        content = edition.render(page.key)
        assert isinstance(content, bytes)
        found[f"/{page.path}"] = content
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made_of(agenda_of(tmp_path_factory.mktemp("records"), RECORDS))


class Seen(NamedTuple):
    """A session as a calendar program shows it."""

    start: datetime
    end: datetime
    status: str


def seen(data: bytes, first: date, last: date) -> list[Seen]:
    """What recurring-ical-events reads of a file, from `first` to `last`, both included."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    events = query.between(first, last + timedelta(days=1))
    return sorted(Seen(e.start, e.end, str(e["STATUS"])) for e in events)


def shown(agenda: Agenda, sources: set[Source]) -> list[Seen]:
    """What the pages show of the same."""
    return sorted(
        Seen(o.start, o.end, "CANCELLED" if o.is_cancelled else
             "CONFIRMED" if o.is_sure else "TENTATIVE")
        for o in agenda.occurrences if Source(o.kind, o.id, o.stop) in sources
    )  # fmt: skip


def test_every_calendar_has_the_sessions_of_the_pages(made: Made):
    agenda = made.agenda
    for url, followed in made.subscriptions.calendars.items():
        data = made.files[f"{url[:-1]}.ics"]
        expected = shown(agenda, set(followed.sources))
        assert seen(data, agenda.first, agenda.last) == expected, url
        assert expected
