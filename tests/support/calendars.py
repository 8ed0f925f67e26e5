"""Calendars and feeds of small directories, made as the generator makes them."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.agenda.calendars.calendar_files import calendar_page_set, session_page_set
from plugins.agenda.calendars.event_factory import Events
from plugins.agenda.calendars.feeds import feed_page_set
from plugins.agenda.calendars.subscriptions import Subscriptions
from plugins.agenda.sessions.agenda import Agenda
from plugins.gazetteer import Gazetteer
from plugins.press.page_set import Page, PageSet
from plugins.press.site import Site
from plugins.records.entry import Entry
from plugins.records.model.place import Place
from tests.support.agenda import PLACE, TODAY, agenda_of
from tests.support.places import place

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
    """Files by their address."""

    agenda: Agenda
    subscriptions: Subscriptions
    files: dict[str, bytes]


def there() -> Place:
    """The place of these records."""
    return place(PLACE.id, adresse="1 rue de l'Exemple", telephone=["05 61 00 00 00"])


def made_of(
    agenda: Agenda,
    places: Mapping[str, Place] | None = None,
    entries: Mapping[str, Entry] | None = None,
    gazetteer: Gazetteer = GAZETTEER,
    site_url: str = SITE,
) -> Made:
    places = {PLACE.id: there()} if places is None else places
    entries = {PLACE.id: PLACE} if entries is None else entries
    subscriptions = Subscriptions(agenda, gazetteer, entries, TODAY)
    files = {}
    for page_set in page_sets(agenda, subscriptions, places, entries, gazetteer, site_url):
        for page in page_set.pages:
            content = page_set.render(page.key)
            assert isinstance(content, bytes)
            files[f"/{page.path}"] = content
    return Made(agenda, subscriptions, files)


def page_sets(
    agenda: Agenda,
    subscriptions: Subscriptions,
    places: Mapping[str, Place],
    entries: Mapping[str, Entry],
    gazetteer: Gazetteer,
    site_url: str,
) -> list[PageSet]:
    events = Events(agenda, places, gazetteer, site_url, TODAY)
    site = Site("Coup de main", site_url, "", TODAY, {})
    return [
        calendar_page_set(agenda, subscriptions, events, site_url),
        session_page_set(agenda, subscriptions, events, site_url.encode()),
        feed_page_set(agenda, subscriptions, entries, site),
    ]


def pages_of(agenda: Agenda) -> list[Page]:
    entries = {PLACE.id: PLACE}
    subscriptions = Subscriptions(agenda, GAZETTEER, entries, TODAY)
    found = page_sets(agenda, subscriptions, {PLACE.id: there()}, entries, GAZETTEER, SITE)
    return [page for page_set in found for page in page_set.pages]


def small(folder: Path, files: Mapping[str, str] = RECORDS, site_url: str = SITE) -> Made:
    return made_of(agenda_of(folder, dict(files)), site_url=site_url)
