"""The sheets of the agenda in `/papier/`: which there are, their addresses, their fingerprints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, cast

from plugins.agenda import agenda_urls
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.titles import SessionLine, SessionLines
from plugins.gazetteer import Gazetteer
from plugins.paper.agenda_month import MonthSheet, months_of
from plugins.paper.agenda_poster import PosterSheet, dates_of
from plugins.press import Page
from plugins.territories.pages import digest

_ROOT = "/papier"


class AgendaPaper(NamedTuple):
    """A file to print. `month`: its first day that is shown; None for a poster."""

    url: str
    month: date | None


class AgendaPapers:
    """All of them, by the address of the page that they belong to; for a stop, the address of its
    route, its name and «/»."""

    def __init__(self, agenda: Agenda, lines: SessionLines, gazetteer: Gazetteer) -> None:
        self._agenda = agenda
        self._lines = lines
        self._gazetteer = gazetteer
        self.sheets: dict[str, MonthSheet | PosterSheet] = {}
        self._papers: dict[str, list[AgendaPaper]] = {}
        for sheet in (*self._territories(), *self._rounds(), *self._workshops()):
            month = sheet.first if isinstance(sheet, MonthSheet) else None
            url = _url(sheet)
            self.sheets[url] = sheet
            self._papers.setdefault(sheet.url, []).append(AgendaPaper(url, month))

    def of(self, url: str) -> list[AgendaPaper]:
        """What can be printed of a page: months in their order, or a poster."""
        return self._papers.get(url, [])

    def pages(self, common: bytes) -> list[Page]:
        """For the press; the key is the sheet. `common`: a fingerprint of what all sheets share."""
        return [
            Page(url[1:], digest(self._fingerprint(sheet), common), sheet)
            for url, sheet in self.sheets.items()
        ]

    def _fingerprint(self, sheet: MonthSheet | PosterSheet) -> bytes:
        """Its lines hold the records, the places and the dates; its own words are the rest."""
        own = repr(sheet._replace(lines=(), route=None)) if isinstance(sheet, MonthSheet) else ""
        return digest(self._lines.fingerprint(sheet.lines), own.encode())

    def _territories(self) -> Iterator[MonthSheet]:
        agenda, lines, today = self._agenda, self._lines, self._lines.today
        for commune in self._gazetteer.communes.values():
            url = agenda_urls.commune_url(commune)
            for first, found in months_of(lines.of(agenda.of_commune(commune.code)), today):
                yield MonthSheet(url, commune.nom, first, found, commune.departement, towns=False)
        for epci in self._gazetteer.epcis.values():
            url = agenda_urls.epci_url(epci.siren)
            code = epci.departements[0]
            for first, found in months_of(lines.of(agenda.of_epci(epci.siren)), today):
                yield MonthSheet(url, epci.full_name, first, found, code, towns=True)

    def _rounds(self) -> Iterator[MonthSheet | PosterSheet]:
        for id_, route in self._agenda.routes.items():
            found = self._lines.of(self._agenda.of_record("route", id_))
            for first, lines in months_of(found, self._lines.today):
                name, code = route.nom, route.departement
                yield MonthSheet(route.url, name, first, lines, code, towns=True, route=route)
            for name in route.stops:
                own = [line for line in found if line.meeting.sessions[0].stop == name]
                page = agenda_urls.stop_url(route, name)
                yield from _poster(f"{route.url}{name}/", page, own)

    def _workshops(self) -> Iterator[PosterSheet]:
        for id_, workshop in self._agenda.workshops.items():
            lines = self._lines.of(self._agenda.of_record("workshop", id_))
            yield from _poster(workshop.url, workshop.url, lines)


def owner_of_sheet(key: object) -> str:
    """The page of the workshop, the route or the territory that a sheet is of."""
    if isinstance(key, PosterSheet):
        return key.page.partition("#")[0]
    sheet = cast(MonthSheet, key)
    return sheet.url if sheet.route else agenda_urls.owner_of(sheet.url)


def _poster(url: str, page: str, lines: list[SessionLine]) -> Iterator[PosterSheet]:
    if dates := dates_of(lines):
        yield PosterSheet(url, page, dates)


def _url(sheet: MonthSheet | PosterSheet) -> str:
    """«/papier/agenda/31/labege-agenda-2026-12.pdf», «/papier/agenda/ateliers/31/x-affiche.pdf»: a
    file that is kept among others still says what it is."""
    name = f"agenda-{sheet.first:%Y-%m}" if isinstance(sheet, MonthSheet) else "affiche"
    return f"{_ROOT}{sheet.url[:-1]}-{name}.pdf"
