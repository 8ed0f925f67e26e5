"""What people can follow: of which page of the agenda there is a calendar, a feed, and of what.

A calendar is there as long as a record says dates, past ones too: who follows it gets the next
season, and an address that is known does not die with a season.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from plugins.agenda import agenda_urls
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.occurrences import Occurrence
from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry
from plugins.records.model.dated import DatedKind

SESSIONS = 12
"""Days of a workshop with a file of their own, the next ones."""
PASSAGES = 4
"""The same for each stop of a route: pages show no more of them."""
_PLACES = agenda_urls.HOME.removesuffix("/")
"""Before the address of a place: «/agenda/lieux/31/x/»."""


class CalendarSource(NamedTuple):
    """A workshop, or one stop of a route (`Route.stops`); `stop` is empty for a workshop, and for
    all of a route."""

    kind: DatedKind
    id: str
    stop: str = ""


class Links(NamedTuple):
    """Addresses from the root of a calendar and of a feed; empty for what is not there."""

    file: str
    feed: str


@dataclass
class Followed:
    """What one file holds. `name`: of the territory, the place or the record; `page`: where the
    same is to be read."""

    name: str
    page: str
    sources: dict[CalendarSource, None] = field(default_factory=dict)


class Subscriptions:
    """Calendars and feeds, by the address of the page that shows the same; `sessions`: the address
    of the file of a day. `today`: the day of the build."""

    def __init__(
        self, agenda: Agenda, gazetteer: Gazetteer, entries: Mapping[str, Entry], today: date
    ) -> None:
        self._agenda = agenda
        self._gazetteer = gazetteer
        self._entries = entries
        self.calendars: dict[str, Followed] = {}
        self.feeds: dict[str, Followed] = {}
        for record in agenda.records:
            if not record.is_over:
                self._announce(CalendarSource(record.kind, record.id), record.territoires)
            for stop, times in record.timetable.items():
                source = CalendarSource(record.kind, record.id, stop)
                if times.lines:
                    _into(self.calendars, record.url, source, record.name)
                    if stop:
                        url, title = f"{record.url}{stop}/", record.name_at(stop)
                        _into(self.calendars, url, source, title, record.url)
                    self._schedule(source, record.dated_territories)
        self.sessions = dict(self._sessions(today))

    def of(self, url: str) -> Links | None:
        """What can be followed of a page; None when it is nothing. `url`: its address; for a place
        "/agenda" and its address, for a stop the address of its route, its name and "/"."""
        file = f"{url[:-1]}.ics" if url in self.calendars else ""
        feed = feed_url(url) if url in self.feeds else ""
        return Links(file, feed) if file or feed else None

    def session(self, occurrence: Occurrence) -> str:
        """The address of the file of one session; empty when it is too far ahead, or cancelled."""
        if occurrence.is_cancelled:
            return ""
        return self.sessions.get((source_of(occurrence), occurrence.start.date()), "")

    def _announce(self, source: CalendarSource, territories: Iterable[str]) -> None:
        """Put a record in the feeds."""
        _into(self.feeds, agenda_urls.HOME, source, "")
        for _, url, name in self._territories(source, territories):
            _into(self.feeds, url, source, name)

    def _schedule(self, source: CalendarSource, territories: Iterable[str]) -> None:
        """Put dates in the calendars of places, communes and EPCI. A département has none: it would
        hold thousands of sessions."""
        site = self._agenda.site(*source)
        entry = self._entries.get(site.place_id) if site.place_id else None
        if entry is not None:
            name = f"{entry.nom} : ateliers et passages"
            _into(self.calendars, _PLACES + entry.url, source, name, entry.url)
        for kind, url, name in self._territories(source, territories):
            if kind != "departement":
                _into(self.calendars, url, source, f"{name} : ateliers et passages")

    def _territories(
        self, source: CalendarSource, more: Iterable[str]
    ) -> Iterator[tuple[str, str, str]]:
        """Kind, address and name of the covered communes, EPCI and départements where it takes
        place, and of `more` («epci/243100633»)."""
        gazetteer = self._gazetteer
        record = self._agenda.record(source.kind, source.id)
        stops = [source.stop] if source.stop else record.stops
        sites = [source._replace(stop=stop) for stop in stops]
        found = dict.fromkeys(more)
        for code in dict.fromkeys(self._agenda.site(*site).page_code for site in sites):
            if commune := gazetteer.communes.get(code):
                yield "commune", agenda_urls.commune_url(commune), commune.nom
                found[f"departement/{commune.departement}"] = None
                if commune.epci:
                    found[f"epci/{commune.epci}"] = None
        for territory in found:
            kind, _, code = territory.partition("/")
            if kind == "epci" and (epci := gazetteer.epcis.get(code)):
                yield kind, agenda_urls.epci_url(code), epci.nom
            elif kind == "departement" and (departement := gazetteer.departements.get(code)):
                yield kind, agenda_urls.departement_url(code), departement.nom

    def _sessions(self, today: date) -> Iterator[tuple[tuple[CalendarSource, date], str]]:
        days: dict[CalendarSource, set[date]] = {}
        for occurrence in self._agenda.occurrences:
            source, day = source_of(occurrence), occurrence.start.date()
            known = days.setdefault(source, set())
            most = PASSAGES if source.stop else SESSIONS
            if day >= today and (len(known) < most or day in known):
                known.add(day)
        for source, found in days.items():
            record = self._agenda.record(source.kind, source.id)
            folder = record.url + (f"{source.stop}/" if source.stop else "")
            for day in sorted(found):
                yield (source, day), f"{folder}{day.isoformat()}.ics"


def source_of(occurrence: Occurrence) -> CalendarSource:
    """What an occurrence is one of."""
    return CalendarSource(occurrence.kind, occurrence.id, occurrence.stop)


def feed_url(url: str) -> str:
    """Of a page: «/agenda/flux.atom», «/agenda/31/labege.atom»."""
    return f"{url}flux.atom" if url == agenda_urls.HOME else f"{url[:-1]}.atom"


def _into(
    group: dict[str, Followed], url: str, source: CalendarSource, name: str, page: str | None = None
) -> None:
    group.setdefault(url, Followed(name, page or url)).sources[source] = None
