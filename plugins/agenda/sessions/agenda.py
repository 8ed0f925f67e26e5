"""All workshops, routes and occurrences, and the questions that pages ask of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple, TypeVar

from plugins.agenda.sessions.dated_records import ReadDated
from plugins.agenda.sessions.day_marks import fingerprints_of
from plugins.agenda.sessions.grid import SessionGrid, fingerprint_of_sessions
from plugins.agenda.sessions.occurrences import (
    Occurrence,
    Venue,
    in_order,
    occurrences_of,
    venues_of,
)
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Commune, Gazetteer
from plugins.records.entry import Entry
from plugins.records.model.dated import DatedKind, DatedRecord
from plugins.records.model.route import Route, Stop
from plugins.records.model.workshop import Workshop

Key = TypeVar("Key")

STOPS_NEAR_KM = 15
"""How far from a commune's centre the stop of a route is near."""
_LATER = 3


class NearSession(NamedTuple):
    """An occurrence with its distance from a commune's centre, as the crow flies."""

    occurrence: Occurrence
    distance_km: float


class NearStop(NamedTuple):
    """A stop of a route, with its distance from a commune's centre, as the crow flies."""

    route: Route
    name: str
    stop: Stop
    distance_km: float


class NextPassage(NamedTuple):
    """A stop of a route in a commune. `next` is None when no date is known, `later` the dates after
    it; `cancelled` the passages cancelled before the last of these."""

    route: Route
    name: str
    stop: Stop
    next: Occurrence | None
    later: tuple[Occurrence, ...]
    cancelled: tuple[Occurrence, ...]


class Agenda:
    """What this plugin adds to the context.

    `occurrences`: all of them by time; `workshops` and `routes` by id; `first` and `last`: the days
    for which occurrences were computed, both included; `near_km`: how far «near» is.
    """

    def __init__(
        self,
        records: Iterable[ReadDated],
        entries: Mapping[str, Entry],
        gazetteer: Gazetteer,
        first: date,
        last: date,
        near_km: float,
    ) -> None:
        self.first, self.last, self.near_km = first, last, near_km
        self._gazetteer = gazetteer
        self._records: dict[tuple[str, str], DatedRecord] = {}
        self._fingerprints: dict[tuple[str, str], bytes] = {}
        self._stated: dict[tuple[str, str], bytes] = {}
        self._sites: dict[tuple[str, str], Mapping[str, Venue]] = {}
        found: list[Occurrence] = []
        for read in records:
            key = (read.record.kind, read.record.id)
            self._records[key] = read.record
            self._sites[key] = venues_of(read, entries, gazetteer)
            self._stated[key], self._fingerprints[key] = fingerprints_of(
                read, self._sites[key].values(), entries, first + timedelta(days=1)
            )
            found += occurrences_of(read, self._sites[key], gazetteer)
        self.occurrences: tuple[Occurrence, ...] = in_order(found)
        known = self._records.values()
        self.workshops = {each.id: each for each in known if isinstance(each, Workshop)}
        self.routes = {each.id: each for each in known if isinstance(each, Route)}

    def of_commune(self, code: str) -> tuple[Occurrence, ...]:
        """Workshops and passages of a commune (the code of its page)."""
        return self._by_commune.get(code, ())

    def of_epci(self, siren: str) -> tuple[Occurrence, ...]:
        """Those of an EPCI: of its communes, or announced for all of it."""
        return self._by_epci.get(siren, ())

    def of_place(self, id: str) -> tuple[Occurrence, ...]:  # noqa: A002 (the word of the contract)
        """Those at a place."""
        return self._by_place.get(id, ())

    def of_record(
        self,
        kind: DatedKind,
        id: str,  # noqa: A002 (idem)
        stop: str | None = None,
    ) -> tuple[Occurrence, ...]:
        """The sessions of a record, at one of its stops (`DatedRecord.stops`) or at all of them."""
        found = self._by_record.get((kind, id), ())
        return found if stop is None else tuple(o for o in found if o.stop == stop)

    def record(self, kind: DatedKind, id: str) -> DatedRecord:  # noqa: A002 (idem)
        """A workshop or a route; KeyError for another id."""
        return self._records[kind, id]

    @property
    def records(self) -> list[DatedRecord]:
        """Workshops, then routes, by id."""
        return [*self.workshops.values(), *self.routes.values()]

    def site(self, kind: str, id: str, stop: str = "") -> Venue:  # noqa: A002 (idem)
        """Where a workshop ("workshop", id) or the stop of a route ("route", id, name) is."""
        return self._sites[kind, id][stop]

    def workshops_of(self, commune: Commune) -> list[Workshop]:
        """Workshops in a commune, with or without dates, by title."""
        return self._listed(self._workshops_by.get(("commune", commune.code), ()))

    def workshops_of_place(self, id: str) -> list[Workshop]:  # noqa: A002 (idem)
        """Workshops at a place, with or without dates, by title."""
        return self._listed(self._workshops_by.get(("place", id), ()))

    def workshops_of_territory(self, id: str) -> list[Workshop]:  # noqa: A002 (idem)
        """Workshops that a territory («epci/243100633») announces for all of it, by title."""
        return self._listed(w for w in self.workshops.values() if id in w.territoires)

    def routes_of_territory(self, id: str) -> list[Route]:  # noqa: A002 (idem)
        """Routes that name a territory («epci/243100633»), by name; some only exist as a study."""
        found = (r for r in self.routes.values() if id in r.territoires)
        return sorted(found, key=lambda r: (r.nom, r.id))

    def next_passages(self, code: str) -> tuple[NextPassage, ...]:
        """The stops of a commune (the code of its page), the nearest passage first; those without
        dates last. Routes that are only studied, or that have stopped, are left out."""
        return self._passages.get(code, ())

    def near(self, commune: Commune, km: float | None = None) -> list[NearSession]:
        """Workshop sessions outside a commune but near its centre, by time, then the nearest."""
        found = [
            NearSession(session, away)
            for spot, away in self._spots.around(commune, self.near_km if km is None else km)
            for session in spot.sessions
        ]
        return sorted(found, key=lambda n: (n.occurrence.start, n.distance_km, n.occurrence.id))

    def stops_near(self, commune: Commune, km: float | None = None) -> list[NearStop]:
        """Stops with known dates, outside a commune but near its centre, the nearest first."""
        found = {}
        for spot, away in self._stops.around(commune, STOPS_NEAR_KM if km is None else km):
            for session in spot.sessions:
                route = self.routes[session.id]
                stop = route.stops[session.stop]
                found[session.id, session.stop] = NearStop(route, session.stop, stop, away)
        return sorted(found.values(), key=lambda n: (n.distance_km, n.route.id, n.name))

    def fingerprint_of(self, code: str) -> bytes:
        """Changes with all that a commune's page can show of the agenda: its occurrences, its
        stops, its workshops without dates, and those near."""
        parts: list[bytes | str] = [self._commune_fingerprints.get(code, b"")]
        commune = self._gazetteer.commune(code)
        if commune is not None:
            for spots, km in ((self._spots, self.near_km), (self._stops, STOPS_NEAR_KM)):
                for spot, away in spots.around(commune, km):
                    parts += (spot.fingerprint, f"{away:.3f}")
        return fingerprint_of(*parts)

    def fingerprint_of_place(self, place_id: str) -> bytes:
        """Changes with all that the page of a place can show of the agenda; empty without any."""
        return self._place_fingerprints.get(place_id, b"")

    def fingerprint(self, kind: str, id: str) -> bytes:  # noqa: A002 (the word of the contract)
        """Changes with a record ("workshop" or "route", and its id), with the places where it is,
        whose names are shown with it, and on the days on which something else is said of it."""
        return self._fingerprints[kind, id]

    def stated(self, kind: str, id: str) -> bytes:  # noqa: A002 (idem)
        """The same without the day."""
        return self._stated[kind, id]

    @staticmethod
    def _listed(workshops: Iterable[Workshop]) -> list[Workshop]:
        return sorted(workshops, key=lambda workshop: (workshop.titre, workshop.id))

    @cached_property
    def _workshops_by(self) -> dict[tuple[str, str | None], list[Workshop]]:
        """By ("place", id) and ("commune", code)."""
        found: dict[tuple[str, str | None], list[Workshop]] = defaultdict(list)
        for workshop in self.workshops.values():
            site = self.site("workshop", workshop.id)
            found["place", site.place_id].append(workshop)
            found["commune", site.page_code].append(workshop)
        return found

    @cached_property
    def _by_record(self) -> dict[tuple[DatedKind, str], tuple[Occurrence, ...]]:
        return self._grouped(lambda occurrence: ((occurrence.kind, occurrence.id),))

    @cached_property
    def _by_place(self) -> dict[str, tuple[Occurrence, ...]]:
        return self._grouped(lambda occurrence: filter(None, (occurrence.place_id,)))

    @cached_property
    def _by_commune(self) -> dict[str, tuple[Occurrence, ...]]:
        return self._grouped(lambda occurrence: filter(None, (occurrence.page_code,)))

    @cached_property
    def _by_epci(self) -> dict[str, tuple[Occurrence, ...]]:
        return self._grouped(self._epcis)

    def _epcis(self, occurrence: Occurrence) -> set[str]:
        record = self.record(occurrence.kind, occurrence.id)
        named = (id_.partition("/") for id_ in record.dated_territories)
        found = {code for kind, _, code in named if kind == "epci"}
        commune = self._gazetteer.commune(occurrence.page_code) if occurrence.page_code else None
        if commune is not None and commune.epci:
            found.add(commune.epci)
        return found

    @cached_property
    def _spots(self) -> SessionGrid:
        return SessionGrid(self.occurrences, "workshop", self._gazetteer, self._fingerprints)

    @cached_property
    def _stops(self) -> SessionGrid:
        return SessionGrid(self.occurrences, "route", self._gazetteer, self._fingerprints)

    @cached_property
    def _commune_fingerprints(self) -> dict[str, bytes]:
        """A fingerprint of what happens in each commune, and of its records without dates."""
        return self._marks_by(lambda site: site.page_code, self._by_commune)

    @cached_property
    def _place_fingerprints(self) -> dict[str, bytes]:
        """The same for each place."""
        return self._marks_by(lambda site: site.place_id or "", self._by_place)

    def _marks_by(
        self, key: Callable[[Venue], str], groups: Mapping[str, tuple[Occurrence, ...]]
    ) -> dict[str, bytes]:
        fingerprints = {name: fingerprint_of_sessions(found) for name, found in groups.items()}
        for record, sites in self._sites.items():
            for name in sorted({key(site) for site in sites.values()}):
                fingerprints[name] = fingerprints.get(name, b"") + self._fingerprints[record]
        return fingerprints

    @cached_property
    def _passages(self) -> dict[str, tuple[NextPassage, ...]]:
        found: dict[str, list[NextPassage]] = defaultdict(list)
        for route in self.routes.values():
            if not route.is_active:
                continue
            for name, stop in route.stops.items():
                code = self.site("route", route.id, name).page_code
                found[code].append(self._next(route, name, stop))
        far = datetime.max.replace(tzinfo=UTC)
        return {
            code: tuple(sorted(stops, key=lambda s: (s.next.start if s.next else far, s.route.id)))
            for code, stops in found.items()
        }

    def _next(self, route: Route, name: str, stop: Stop) -> NextPassage:
        passages = [
            o for o in self.of_record("route", route.id, name) if o.start.date() > self.first
        ]
        held = [o for o in passages if not o.is_cancelled][: 1 + _LATER]
        cancelled = [o for o in passages if o.is_cancelled and held and o.start < held[-1].start]
        return NextPassage(
            route, name, stop, held[0] if held else None, tuple(held[1:]), tuple(cancelled)
        )

    def _grouped(
        self, keys: Callable[[Occurrence], Iterable[Key]]
    ) -> dict[Key, tuple[Occurrence, ...]]:
        groups: dict[Key, list[Occurrence]] = defaultdict(list)
        for occurrence in self.occurrences:
            for key in keys(occurrence):
                groups[key].append(occurrence)
        return {key: tuple(group) for key, group in groups.items()}
