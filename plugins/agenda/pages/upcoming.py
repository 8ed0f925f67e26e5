"""What pages of other plugins show of the agenda; the template global `upcoming`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plugins.agenda.agenda_urls import stop_url
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.day_marks import is_old
from plugins.agenda.sessions.occurrences import Occurrence
from plugins.agenda.sessions.sessions_of_day import Meeting, meetings_of
from plugins.agenda.sessions.titles import SessionLines, Whereabouts
from plugins.gazetteer import Commune, Departement, Epci
from plugins.records.freshness import Freshness
from plugins.records.model.dated import DatedRecord, DatedStop
from plugins.records.model.place import Place

WORKSHOPS = 5
"""Near a commune, at most; and as many stops."""
AHEAD = 4
"""Dates of each: a page shows the first, and the next ones once it is past."""


class Ahead(NamedTuple):
    """A workshop, or the stop of a route, with its next dates; without any, ask for them."""

    record: DatedRecord
    stop: DatedStop | None
    url: str
    where: Whereabouts
    meetings: tuple[Meeting, ...]
    age: Freshness
    is_old: bool
    """Whether the dates are to be confirmed: nobody vouched for them within a year."""
    distance_km: float | None = None

    @property
    def title(self) -> str:
        """The name of the workshop or of the route."""
        return self.record.name

    @property
    def registration(self) -> str | None:
        """Whether one must register, as workshops say it."""
        return self.record.registration


class Announced(NamedTuple):
    """A workshop or a route that a whole territory announces; `status` as its record says it."""

    title: str
    url: str
    status: str
    is_workshop: bool


class CommuneAgenda(NamedTuple):
    """For a commune: stops in it, stops near, workshops in it and near, by date; `url`: the agenda
    of the smallest territory that has one."""

    passages: tuple[Ahead, ...]
    stops_near: tuple[Ahead, ...]
    workshops: tuple[Ahead, ...]
    url: str


class Upcoming:
    """Answers templates."""

    def __init__(self, agenda: Agenda, lines: SessionLines, index: AgendaIndex) -> None:
        self._agenda = agenda
        self._lines = lines
        self._index = index
        self._known: dict[str, Ahead] = {}

    @property
    def is_empty(self) -> bool:
        """Whether no workshop and no route is known."""
        return not self._agenda.workshops and not self._agenda.routes

    def near(self, commune: Commune) -> CommuneAgenda | None:
        """For the page of a commune; None when there is nothing to say."""
        if self.is_empty:
            return None
        agenda = self._agenda
        passages = tuple(
            self.ahead(found.route, found.name) for found in agenda.next_passages(commune.code)
        )
        stops = tuple(
            self.ahead(near.route, near.name, near.distance_km)
            for near in agenda.stops_near(commune)[:WORKSHOPS]
        )
        workshops = tuple(self._workshops(commune))
        if not passages and not stops and not workshops:
            return None
        return CommuneAgenda(passages, stops, workshops, self._index.nearest_url(commune))

    def at(self, place: Place) -> list[Ahead]:
        """For the page of a place: workshops and stops there."""
        found = [self.ahead(w) for w in self._agenda.workshops_of_place(place.id) if not w.is_over]
        stops = {(o.id, o.stop): None for o in self._agenda.of_place(place.id) if o.stop}
        found += [self.ahead(self._agenda.routes[id_], name) for id_, name in stops]
        return sorted(found, key=_soonest)

    def fingerprint_of_place(self, id_: str) -> bytes:
        """Changes with what the page of a place shows of the agenda."""
        return self._agenda.fingerprint_of_place(id_)

    def fingerprint_of_commune(self, commune: Commune) -> bytes:
        """Changes with what the page of a commune shows of the agenda."""
        url = "" if self.is_empty else self._index.nearest_url(commune)
        return self._agenda.fingerprint_of(commune.code) + url.encode()

    def of_territory(self, territory: Departement | Epci) -> str:
        """The address of the agenda of a territory; empty when there is nothing in it."""
        return self._index.url_of(territory)

    def announced(self, territory: Departement | Epci) -> list[Announced]:
        """What is announced for a whole territory: workshops, then routes, some only studied."""
        return [
            Announced(record.name, record.url, record.statut, record.kind == "workshop")
            for record in self._announced(territory)
        ]

    def fingerprint_of_territory(self, territory: Departement | Epci) -> bytes:
        """Changes with what the page of a territory shows of the agenda."""
        shown = self._announced(territory)
        fingerprints = (self._agenda.fingerprint(record.kind, record.id) for record in shown)
        return self.of_territory(territory).encode() + b"".join(fingerprints)

    def _announced(self, territory: Departement | Epci) -> list[DatedRecord]:
        id_ = _id_of(territory)
        workshops = [w for w in self._agenda.workshops_of_territory(id_) if not w.is_over]
        return [*workshops, *self._agenda.routes_of_territory(id_)]

    def ahead(self, record: DatedRecord, stop: str = "", distance_km: float | None = None) -> Ahead:
        """A workshop, or the stop of a route, with its next dates."""
        url = stop_url(record, stop)
        known = self._known.get(url)
        if known is None:
            where = self._lines.where(record.kind, record.id, stop)
            meetings = self._next(self._agenda.of_record(record.kind, record.id, stop))
            today = self._lines.today
            age = record.freshness(today)
            spot = record.stops[stop] if stop else None
            known = Ahead(record, spot, url, where, meetings, age, is_old(age.date, today))
            self._known[url] = known
        return known._replace(distance_km=distance_km)

    def _next(self, occurrences: Iterable[Occurrence]) -> tuple[Meeting, ...]:
        """The next dates, up to so many that are held; cancelled ones among them are told."""
        kept: list[Meeting] = []
        held = 0
        for meeting in meetings_of(occurrences, self._lines.today):
            kept.append(meeting)
            held += not meeting.is_cancelled
            if held == AHEAD:
                break
        return tuple(kept)

    def _workshops(self, commune: Commune) -> list[Ahead]:
        """One line a workshop: the soonest first, then those whose dates must be asked for."""
        agenda = self._agenda
        distances: dict[str, float | None] = {
            workshop.id: None for workshop in agenda.workshops_of(commune) if workshop.is_active
        }
        for session in agenda.near(commune):
            if session.occurrence.start.date() >= self._lines.today:
                distances.setdefault(session.occurrence.id, session.distance_km)
        found = [self.ahead(agenda.workshops[id_], distance_km=km) for id_, km in distances.items()]
        return sorted(found, key=_soonest)[:WORKSHOPS]


def _soonest(ahead: Ahead) -> tuple[bool, float, float, str]:
    """Those without dates come last."""
    first = ahead.meetings[0].sessions[0].start.timestamp() if ahead.meetings else 0.0
    return not ahead.meetings, first, ahead.distance_km or 0.0, ahead.url


def _id_of(territory: Departement | Epci) -> str:
    if isinstance(territory, Epci):
        return f"epci/{territory.siren}"
    return f"departement/{territory.code}"
