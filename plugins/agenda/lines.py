"""Lines of lists: a meeting with what it is and where, from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from plugins.agenda.addresses import stop_url
from plugins.agenda.agenda import Agenda
from plugins.agenda.meetings import Meeting, meetings_of
from plugins.agenda.occurrences import Kind, Occurrence
from plugins.gazetteer import Commune, Gazetteer
from plugins.places.entry import Entry
from plugins.places.model.round import Round, Stop
from plugins.places.model.workshop import Workshop


class Where(NamedTuple):
    """Where a workshop or a stop is, as far as it is known."""

    entry: Entry | None
    """The place that has a page."""
    text: str
    """The point or the address; empty when the place says it."""
    commune: Commune | None


class Line(NamedTuple):
    """A meeting as lists show it. `tells` is the record; `stop` that of a round."""

    meeting: Meeting
    tells: Workshop | Round
    stop: Stop | None
    url: str
    where: Where
    mark: bytes
    """Changes with all that it shows."""

    @property
    def title(self) -> str:
        """The name of the workshop or of the round."""
        return name_of(self.tells)

    @property
    def registration(self) -> str | None:
        """Whether one must register, as workshops say it."""
        return registration_of(self.tells)


def name_of(record: Workshop | Round) -> str:
    """Of a workshop or a round."""
    return record.titre if isinstance(record, Workshop) else record.nom


def registration_of(record: Workshop | Round) -> str | None:
    """Whether one must register; nothing is said of rounds."""
    return record.inscription if isinstance(record, Workshop) else None


class Lines:
    """Makes lines. `today`: the day of the build; what is before is left out."""

    def __init__(
        self, agenda: Agenda, gazetteer: Gazetteer, entries: Mapping[str, Entry], today: date
    ) -> None:
        self._agenda = agenda
        self._gazetteer = gazetteer
        self._entries = entries
        self.today = today

    def of(self, occurrences: Iterable[Occurrence]) -> list[Line]:
        """The lines of occurrences that are in order, from today on."""
        return [self.line(meeting) for meeting in meetings_of(occurrences, self.today)]

    def line(self, meeting: Meeting) -> Line:
        """One line."""
        first = meeting.sessions[0]
        where = self.where(first.kind, first.id, first.stop)
        key = blake2b(repr(meeting).encode(), digest_size=16)
        key.update(self._agenda.mark(first.kind, first.id))
        mark = key.digest()
        if first.kind == "workshop":
            workshop = self._agenda.workshops[first.id]
            return Line(meeting, workshop, None, workshop.url, where, mark)
        tour = self._agenda.rounds[first.id]
        stop = tour.stops[first.stop]
        return Line(meeting, tour, stop, stop_url(tour, first.stop), where, mark)

    def where(self, kind: Kind, id: str, stop: str = "") -> Where:  # noqa: A002 (the records' word)
        """Where a workshop or the stop of a round is."""
        site = self._agenda.site(kind, id, stop)
        entry = self._entries.get(site.place_id) if site.place_id else None
        if kind == "workshop":
            text = self._agenda.workshops[id].adresse or ""
        else:
            known = self._agenda.rounds[id].stops[stop]
            text = known.point or known.adresse or ""
        commune = self._gazetteer.page_of(site.code_insee) if site.code_insee else None
        return Where(entry, text, commune)

    @staticmethod
    def mark(lines: Iterable[Line]) -> bytes:
        """Changes with all that lines show."""
        return b"".join(line.mark for line in lines)


def by_day(lines: Sequence[Line]) -> list[tuple[date, list[Line]]]:
    """Lines in order, those of each day together."""
    return [(day, list(group)) for day, group in groupby(lines, key=lambda line: line.meeting.day)]
