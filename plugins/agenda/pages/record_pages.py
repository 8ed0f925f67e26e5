"""The pages of workshops and routes: what they show, fingerprints of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypedDict

from plugins.agenda import agenda_urls
from plugins.agenda.contract import RecordFacts, RouteContext, ShownStop, WorkshopContext
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.titles import SessionLine, SessionLines
from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import file_of
from plugins.gazetteer import Commune, Departement, Gazetteer
from plugins.gazetteer.tables import departement_of
from plugins.hours import Calendar
from plugins.press import Page
from plugins.records.freshness import Freshness
from plugins.records.kinds import KINDS
from plugins.records.model.dated import DatedRecord
from plugins.records.model.label import Label
from plugins.records.model.parts import Announcement
from plugins.records.model.place import Place
from plugins.records.model.workshop import Workshop
from plugins.records.sessions import Sessions
from plugins.recurrence import read_dates

DATES = 16
"""Dates shown of a workshop, and of each stop of a route."""
PASSAGES = 60
"""Passages of a route, whatever the stop: two months of twelve stops, each every other week, for a
site that is not made again each day."""


class _Common(TypedDict):
    """What both kinds of pages say (`DatedContext`), but for the dates."""

    sheet: RecordFacts
    above: list[tuple[str, str]]
    labels: list[Label]
    age: Freshness
    announcements: list[Announcement]


class RecordPages:
    """The page of every workshop and every route, those that are over too: addresses do not die."""

    def __init__(
        self,
        agenda: Agenda,
        lines: SessionLines,
        index: AgendaIndex,
        gazetteer: Gazetteer,
        places: Mapping[str, Place],
        labels: Mapping[str, Label],
    ) -> None:
        self._agenda = agenda
        self._lines = lines
        self._index = index
        self._gazetteer = gazetteer
        self._places = places
        self._labels = labels

    def workshops(self) -> Iterator[Page]:
        """For `workshop.html`; the key is the id."""
        for id_, workshop in self._agenda.workshops.items():
            lines = self._lines.of(self._agenda.of_record("workshop", id_))
            over = "" if lines else repr(self._over_since(workshop))
            yield Page(file_of(workshop.url), self._fingerprint(workshop, lines, over), id_)

    def routes(self) -> Iterator[Page]:
        """For `route.html`; the key is the id."""
        for id_, route in self._agenda.routes.items():
            lines = self._lines.of(self._agenda.of_record("route", id_))
            yield Page(file_of(route.url), self._fingerprint(route, lines), id_)

    def workshop(self, id_: str) -> WorkshopContext:
        """What `workshop.html` receives."""
        workshop = self._agenda.workshops[id_]
        lines = self._lines.of(self._agenda.of_record("workshop", id_))
        where = self._lines.where("workshop", id_)
        return WorkshopContext(
            **self._common(workshop, where.commune),
            workshop=workshop,
            commune=where.commune,
            lines=lines[:DATES],
            more=max(0, len(lines) - DATES),
            last=self._season(lines),
            over_since=None if lines else self._over_since(workshop),
            rules=[read_dates(line).said(self._lines.today) for line in workshop.dates],
            where=where,
            place=self._places[where.entry.id] if where.entry else None,
        )

    def route(self, id_: str) -> RouteContext:
        """What `route.html` receives."""
        route = self._agenda.routes[id_]
        lines = self._lines.of(self._agenda.of_record("route", id_))
        stops = []
        for name, stop in route.stops.items():
            own = [line for line in lines if line.meeting.sessions[0].stop == name]
            rules = [read_dates(text).brief(self._lines.today) for text in stop.passages]
            where = self._lines.where("route", id_, name)
            anchor = agenda_urls.stop_anchor(name)
            code = where.commune.code if where.commune else ""
            covered = self._gazetteer.communes.get(code)
            url = covered.url if covered else ""
            stops.append(ShownStop(name, anchor, stop, where, url, rules, own[:DATES]))
        commune = stops[0].where.commune if stops else None
        return RouteContext(
            **self._common(route, commune),
            route=route,
            departement=self._departement(route, commune),
            lines=lines[:PASSAGES],
            stops=stops,
            map_stops=[point for shown in stops if (point := _on_map(shown))],
            territories=[t for id_ in route.territoires if (t := self._territory(id_))],
        )

    def _common(self, record: DatedRecord, commune: Commune | None) -> _Common:
        today = self._lines.today
        departement = self._departement(record, commune)
        file = KINDS[record.kind].file(record.id).removesuffix(".yaml")
        return _Common(
            sheet=RecordFacts(file, record.name, record.url, record.source),
            above=[(departement.nom, url)] if (url := self._index.url_of(departement)) else [],
            labels=[self._labels[slug] for slug in record.labels if slug in self._labels],
            age=record.freshness(today),
            announcements=[a for a in record.annonces if is_shown(a, today)],
        )

    def _departement(self, record: DatedRecord, commune: Commune | None) -> Departement:
        code = commune.departement if commune else record.departement
        return self._gazetteer.all_departements[code]

    def _season(self, lines: list[SessionLine]) -> date | None:
        """The last day, when the dates come to an end well before the horizon."""
        if not lines or (self._agenda.last - lines[-1].meeting.day).days < 60:
            return None
        return lines[-1].meeting.day

    def _over_since(self, workshop: Workshop) -> date | None:
        """The last day of a season that is over; None when there never were dates."""
        where = self._lines.where("workshop", workshop.id)
        code = departement_of(where.commune.code) if where.commune else workshop.departement
        calendar = Calendar.of(self._gazetteer.all_departements[code])
        sessions = Sessions.read(workshop.timetable[""].lines)
        return sessions.last_day(self._lines.today, calendar)

    def _territory(self, id_: str) -> tuple[str, str] | None:
        """Name and address of the page of a territory that a record names."""
        kind, _, code = id_.partition("/")
        if kind == "epci" and (epci := self._gazetteer.epcis.get(code)):
            return epci.full_name, epci.url
        if kind == "departement" and (departement := self._gazetteer.departements.get(code)):
            return departement.nom, departement.url
        if kind == "commune" and (commune := self._gazetteer.communes.get(code)):
            return commune.nom, commune.url
        return None

    def _fingerprint(self, record: DatedRecord, lines: list[SessionLine], over: str = "") -> bytes:
        return fingerprint_of(
            over,
            self._agenda.fingerprint(record.kind, record.id),
            *(departement.code for departement in self._index.departements()),
            SessionLines.fingerprint(lines),
            *(repr(self._labels.get(slug)) for slug in record.labels),
        )


def _on_map(shown: ShownStop) -> dict[str, object] | None:
    """A stop as the map takes it (components/map.html); None when its position is not known."""
    stop = shown.stop
    if stop.latitude is None or stop.longitude is None:
        return None
    words = " ; ".join(filter(None, (stop.point, *shown.rules)))
    return {"lat": stop.latitude, "lon": stop.longitude, "nom": stop.commune, "words": words}


def is_shown(announcement: Announcement, today: date) -> bool:
    """Whether a message is still of use: now, or soon."""
    return announcement.au is None or announcement.au >= today
