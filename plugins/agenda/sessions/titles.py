"""Lines of lists: a meeting with what it is and where, from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from plugins.agenda.agenda_urls import stop_url
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.occurrences import Occurrence
from plugins.agenda.sessions.sessions_of_day import Meeting, meetings_of
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Commune, Gazetteer
from plugins.records.doubts.shut_doors import PlaceDoor
from plugins.records.entry import Entry
from plugins.records.model.dated import DatedKind, DatedRecord, DatedStop


class Whereabouts(NamedTuple):
    """Where a workshop or a stop is, as far as it is known."""

    entry: Entry | None
    """The place that has a page."""
    text: str
    """The point or the address; empty when the place says it."""
    commune: Commune | None
    door: PlaceDoor = ""
    """What people find there on any day, when something is wrong."""


class SessionLine(NamedTuple):
    """A meeting as lists show it. `record` is the record; `stop` that of a route."""

    meeting: Meeting
    record: DatedRecord
    stop: DatedStop | None
    url: str
    where: Whereabouts
    fingerprint: bytes
    """Changes with all that it shows."""

    @property
    def title(self) -> str:
        """The name of the workshop or of the route."""
        return self.record.name

    @property
    def registration(self) -> str | None:
        """Whether one must register, as workshops say it."""
        return self.record.registration


class SessionLines:
    """Makes lines. `today`: the day of the build; what is before is left out."""

    def __init__(
        self, agenda: Agenda, gazetteer: Gazetteer, entries: Mapping[str, Entry], today: date
    ) -> None:
        self._agenda = agenda
        self._gazetteer = gazetteer
        self._entries = entries
        self.today = today

    def of(self, occurrences: Iterable[Occurrence]) -> list[SessionLine]:
        """The lines of occurrences that are in order, from today on."""
        return [self.line(meeting) for meeting in meetings_of(occurrences, self.today)]

    def line(self, meeting: Meeting) -> SessionLine:
        """One line."""
        first = meeting.sessions[0]
        where = self.where(first.kind, first.id, first.stop)
        fingerprint = fingerprint_of(repr(meeting), self._agenda.fingerprint(first.kind, first.id))
        record = self._agenda.record(first.kind, first.id)
        stop = record.stops[first.stop] if first.stop else None
        return SessionLine(meeting, record, stop, stop_url(record, first.stop), where, fingerprint)

    def where(self, kind: DatedKind, id: str, stop: str = "") -> Whereabouts:  # noqa: A002 (the records' word)
        """Where a workshop or the stop of a route is."""
        site = self._agenda.site(kind, id, stop)
        entry = self._entries.get(site.place_id) if site.place_id else None
        text = self._agenda.record(kind, id).stops[stop].spot
        commune = self._gazetteer.page_of(site.code_insee) if site.code_insee else None
        return Whereabouts(entry, text, commune, site.door)

    @staticmethod
    def fingerprint(lines: Iterable[SessionLine]) -> bytes:
        """Changes with all that lines show."""
        return b"".join(line.fingerprint for line in lines)


def by_day(lines: Sequence[SessionLine]) -> list[tuple[date, list[SessionLine]]]:
    """Lines in order, those of each day together."""
    return [(day, list(group)) for day, group in groupby(lines, key=lambda line: line.meeting.day)]
