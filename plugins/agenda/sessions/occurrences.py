"""One workshop session, one passage of a route: dated, placed, in the time of its territory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plugins.agenda.sessions.dated_records import ReadDated
from plugins.gazetteer import Gazetteer
from plugins.gazetteer.tables import departement_of
from plugins.records.doubts.shut_days import ShutDays, is_shut_on
from plugins.records.doubts.shut_doors import PlaceDoor, door_of
from plugins.records.entry import Entry
from plugins.records.links import place_of
from plugins.records.model.dated import DatedKind, DatedStop
from plugins.records.model.place import Point


class Occurrence(NamedTuple):
    """A session. Ordered by time, then by what it is."""

    start: datetime
    """Aware, in the zone of its département: Europe/Paris, or that of the overseas."""
    end: datetime
    kind: DatedKind
    id: str
    """Of the workshop or the route: «31/mediatheque-de-labege»."""
    stop: str
    """Name of the stop of a route (`Route.stops`), empty for a workshop."""
    title: str
    place_id: str | None
    code_insee: str
    """Commune, as the record says; empty when only territories are known."""
    page_code: str
    """Commune whose page shows it: the city for an arrondissement."""
    point: Point | None
    """Where it is exactly, when that is known."""
    is_cancelled: bool
    reason: str
    """Why it is cancelled; empty when nobody said."""
    is_sure: bool
    """False: it depends on school holidays that nobody knows yet, or on `door`."""
    door: PlaceDoor = ""
    """What people find there that day, when something is wrong."""

    @property
    def uid(self) -> str:
        """What names it in a calendar, with its start: the same as long as the file's name is."""
        return uid_of(self.kind, self.id, self.stop)


def uid_of(kind: DatedKind, id: str, stop: str) -> str:  # noqa: A002 (the records' word)
    """What names a workshop, or the stop of a route, in a calendar."""
    named = "round" if kind == "route" else kind  # telephones follow the first name
    return "-".join(filter(None, (named, *id.split("/"), stop)))


class Venue(NamedTuple):
    """Where a workshop or a stop is."""

    place_id: str | None
    code_insee: str
    page_code: str
    point: Point | None
    door: PlaceDoor = ""
    """What is wrong there, on any day."""
    closures: tuple[ShutDays, ...] = ()
    shut_seasons: tuple[int, ...] = ()
    """When it is closed, as its entry has it."""

    def door_on(self, day: date) -> PlaceDoor:
        """What people find there on a day."""
        return self.door or ("closed" if is_shut_on(self, day) else "")


def venues_of(
    read: ReadDated, entries: Mapping[str, Entry], gazetteer: Gazetteer
) -> Mapping[str, Venue]:
    """Where each stop of a record is, by its name."""
    record = read.record
    return {
        name: _site(
            place_of(record, stop, entries.keys()),
            stop,
            entries,
            gazetteer,
        )
        for name, stop in record.stops.items()
    }


def occurrences_of(
    read: ReadDated, sites: Mapping[str, Venue], gazetteer: Gazetteer
) -> Iterator[Occurrence]:
    """The sessions of a record, in order for each stop."""
    record = read.record
    kind, title = record.kind, record.name
    zones: dict[str, ZoneInfo] = {}
    for stop, ordinal, first, last, reason, is_sure in read.rows:
        site = sites[stop]
        zone = zones.get(stop)
        if zone is None:
            zone = zones[stop] = zone_of(site.code_insee, record.departement, gazetteer)
        day = date.fromordinal(ordinal)
        door = site.door_on(day)
        yield Occurrence(
            at(day, first, zone),
            at(day, last, zone),
            kind,
            record.id,
            stop,
            title,
            site.place_id,
            site.code_insee,
            site.page_code,
            site.point,
            reason is not None,
            reason or "",
            is_sure and not door,
            door,
        )


def at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The moment so many minutes after midnight on the clock of a zone; 1440 is the next day."""
    days, minutes = divmod(minutes, 1440)
    return datetime.combine(
        day + timedelta(days=days), time(minutes // 60, minutes % 60), tzinfo=zone
    )


def in_order(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """By time, whatever the zone, then by what they are."""
    return tuple(sorted(occurrences, key=lambda o: (o.start, o.end, o.kind, o.id, o.stop)))


def _site(
    place_id: str | None,
    stop: DatedStop,
    entries: Mapping[str, Entry],
    gazetteer: Gazetteer,
) -> Venue:
    code, point = stop.code_insee or "", _point(stop.latitude, stop.longitude)
    door: PlaceDoor = ""
    closures: tuple[ShutDays, ...] = ()
    shut_seasons: tuple[int, ...] = ()
    entry = entries.get(place_id) if place_id else None
    if entry is not None:
        door = door_of(stop, entry, gazetteer)
        closures, shut_seasons = entry.closures, entry.shut_seasons
        code = code or entry.code_insee
        if not entry.is_approximate:
            point = point or _point(entry.latitude, entry.longitude)
    page = gazetteer.page_of(code) if code else None
    page_code = page.code if page else code
    return Venue(place_id, code, page_code, point, door, closures, shut_seasons)


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else Point(latitude, longitude)


def zone_of(code: str, departement: str, gazetteer: Gazetteer) -> ZoneInfo:
    """The time zone of a commune (`code`, may be empty), else of the département of the record."""
    known = gazetteer.all_departements
    found = known.get(departement_of(code) if code else departement) or known[departement]
    return ZoneInfo(found.timezone)
