"""A date whose place is closed, or elsewhere, is promised neither by pages nor by calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest

from plugins.agenda.pages.record_pages import RecordPages
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.titles import SessionLines
from plugins.records.doubts.shut_days import ShutDays
from plugins.records.doubts.shut_doors import PlaceDoor
from plugins.records.entry import Entry
from tests.support.agenda import PLACE, TODAY, agenda_of
from tests.support.calendars import EVERY_TUESDAY, GAZETTEER, made_of, there
from tests.support.theme import shown

ROUTE = (
    "nom: Bus\nstatut: en service\narrets:\n  - commune: Labège\n    code_insee: 31254\n"
    "    lieu: 31/mediatheque-de-labege\n    passages:\n      - tous les mardis, 9h-12h\n"
)
FILES = {"31/ateliers/mardis.yaml": EVERY_TUESDAY, "31/tournees/bus.yaml": ROUTE}
CLOSED = PLACE._replace(is_closed=True)
REPLACED = PLACE._replace(remplace_par="31/mairie-de-labege")
ELSEWHERE = PLACE._replace(code_insee="31555")
DAY = date(2026, 12, 8).toordinal()
SHUT_ONE_DAY = PLACE._replace(closures=((DAY, DAY),))


def pages(folder: Path, entry: Entry) -> tuple[Agenda, str, str]:
    """The agenda of a workshop and of a route at a place, and their pages."""
    agenda = agenda_of(folder, FILES, place=entry)
    lines = SessionLines(agenda, GAZETTEER, {entry.id: entry}, TODAY)
    index = AgendaIndex(agenda, lines, GAZETTEER)
    made = RecordPages(agenda, lines, index, GAZETTEER, {entry.id: there()}, {})
    return agenda, shown(made.workshop("31/mardis")), shown(made.route("31/bus"))


def events(agenda: Agenda, entry: Entry, url: str) -> list[icalendar.cal.Component]:
    files = made_of(agenda, entries={entry.id: entry}).files
    return list(icalendar.Calendar.from_ical(files[url]).walk("VEVENT"))


@pytest.mark.parametrize("entry", [CLOSED, REPLACED], ids=["closed", "replaced"])
def test_a_closed_place_is_told_on_the_pages_and_no_date_is_sure(
    tmp_path: Path, entry: Entry
) -> None:
    agenda, *both = pages(tmp_path, entry)
    for page in both:
        assert "Le lieu a fermé." in page
        assert "Demandez où aller avant de venir." in page
        assert ("/lieux/31/mairie-de-labege/" in page) is (entry is REPLACED)
        assert "EventScheduled" not in page
    assert not any(occurrence.is_sure for occurrence in agenda.occurrences)


def test_a_place_elsewhere_than_the_stop_says(tmp_path: Path) -> None:
    agenda, workshop, route = pages(tmp_path, ELSEWHERE)
    assert "Lieu à vérifier." in route
    assert "Lieu à vérifier." not in workshop, "it says no commune, that of the place is its own"
    doors = {occurrence.kind: occurrence.door for occurrence in agenda.occurrences}
    assert doors == {"route": "elsewhere", "workshop": ""}


def test_a_day_on_which_the_place_is_shut(tmp_path: Path) -> None:
    agenda, workshop, route = pages(tmp_path, SHUT_ONE_DAY)
    assert all("le lieu est fermé ce jour" in page for page in (workshop, route))
    unsure = {o.start.date() for o in agenda.occurrences if o.door == "closed"}
    assert unsure == {date(2026, 12, 8)}
    assert "Le lieu a fermé." not in workshop + route


def test_a_season_in_which_the_place_is_shut(tmp_path: Path) -> None:
    december = PLACE._replace(shut_seasons=tuple(range(336, 367)))
    agenda, workshop, route = pages(tmp_path, december)
    unsure = {o.start.date().month for o in agenda.occurrences if o.door == "closed"}
    assert unsure == {12}
    assert all("le lieu est fermé ce jour" in page for page in (workshop, route))


def test_all_is_well_where_all_is_well(tmp_path: Path) -> None:
    agenda, *both = pages(tmp_path, PLACE)
    assert not any(occurrence.door for occurrence in agenda.occurrences)
    assert all("Lieu à vérifier" not in page and "a fermé" not in page for page in both)


@pytest.mark.parametrize(
    ("entry", "status"), [(PLACE, "CONFIRMED"), (CLOSED, "TENTATIVE"), (REPLACED, "TENTATIVE")]
)
def test_calendars_say_it_too(tmp_path: Path, entry: Entry, status: str) -> None:
    agenda = agenda_of(tmp_path, FILES, place=entry)
    found = events(agenda, entry, "/agenda/ateliers/31/mardis.ics")
    assert {str(event["STATUS"]) for event in found} - {"CANCELLED"} == {status}
    told = {"Lieu à vérifier" in str(event["DESCRIPTION"]) for event in found}
    assert told == {status == "TENTATIVE"}
    for event in found:
        assert str(event["DESCRIPTION"]).count("Lieu à vérifier") <= 1


@pytest.mark.parametrize(("entry", "told"), [(PLACE, 0), (CLOSED, 2)])
def test_feeds_say_it_of_both_records(tmp_path: Path, entry: Entry, told: int) -> None:
    files = made_of(agenda_of(tmp_path, FILES, place=entry), entries={entry.id: entry}).files
    assert files["/agenda/31.atom"].decode().count("Lieu à vérifier") == told


def test_a_series_says_when_its_place_is_shut(tmp_path: Path) -> None:
    for entry, told in ((SHUT_ONE_DAY, True), (PLACE, False), (CLOSED, False)):
        found = events(
            agenda_of(tmp_path, FILES, place=entry), entry, "/agenda/tournees/31/bus.ics"
        )
        texts = [str(event["DESCRIPTION"]) for event in found]
        assert ["le lieu est fermé le 8 décembre 2026." in text for text in texts] == [told] * len(
            texts
        )
        assert found


@pytest.mark.parametrize(
    ("closures", "day", "door"),
    [(((DAY, DAY + 2),), DAY + 2, "closed"), (((DAY, DAY),), DAY + 1, ""), ((), DAY, "")],
)
def test_days_that_are_closed(
    tmp_path: Path, closures: tuple[ShutDays, ...], day: int, door: PlaceDoor
) -> None:
    agenda = agenda_of(tmp_path, FILES, place=PLACE._replace(closures=closures))
    assert agenda.site("workshop", "31/mardis").door_on(date.fromordinal(day)) == door
