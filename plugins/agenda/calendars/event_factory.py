"""Workshops and routes as calendar events: the same sessions as the pages show.

Each line of dates, and each time of day in it, is a series. Its name in calendars (UID) is made of
the record's path and of what makes the rhythm: it stays the same when a season is made longer, a
session cancelled, a line moved. The address of the site is not in it: a directory that moves, or
that is read while it is being made, has the same events.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from plugins.agenda.calendars.event_texts import EventTexts, words_of
from plugins.agenda.calendars.series import DatedSeries, runs_of
from plugins.agenda.calendars.subscriptions import CalendarSource, source_of
from plugins.agenda.calendars.vevent import Event
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.dated_records import sessions_of
from plugins.agenda.sessions.occurrences import Occurrence, at, uid_of, zone_of
from plugins.french.dates import say_date, say_period
from plugins.gazetteer import Gazetteer
from plugins.hours import Calendar
from plugins.records.doubts.shut_days import ShutDays
from plugins.records.model.place import Place
from plugins.records.revision import Revision
from plugins.records.sessions import Sessions

DOMAIN = "coup-de-main-numerique"
TO_CHECK = "Date à vérifier : les vacances scolaires ne sont pas encore connues."
CLOSED_DOOR = "Lieu à vérifier : demandez où aller avant de venir."
UNCONFIRMED = "Date à vérifier : l'organisateur ne l'a pas confirmée."


class Events:
    """Makes the events of a source, once. `site_url` may be empty; `today`: day of the build."""

    def __init__(
        self,
        agenda: Agenda,
        places: Mapping[str, Place],
        gazetteer: Gazetteer,
        site_url: str,
        today: date,
    ) -> None:
        self._agenda = agenda
        self._places = places
        self._gazetteer = gazetteer
        self._site_url = site_url
        self._today = today
        self._known: dict[CalendarSource, tuple[Event, ...]] = {}
        self._words: dict[CalendarSource, EventTexts] = {}
        self._calendars: dict[str, Calendar] = {}

    def of(self, source: CalendarSource) -> tuple[Event, ...]:
        """All the sessions of a workshop, or the passages at a stop, in series."""
        found = self._known.get(source)
        if found is None:
            found = self._known[source] = tuple(self._of(source))
        return found

    def alone(self, occurrence: Occurrence) -> Event:
        """One session, without the others."""
        source, day = source_of(occurrence), occurrence.start.date()
        event = replace(
            self._event(source, occurrence.start, occurrence.end),
            uid=_uid(source, f"{occurrence.start:%Y%m%dT%H%M}"),
            cancelled={day: occurrence.reason} if occurrence.is_cancelled else {},
        )
        if occurrence.door:  # told of all its dates already, where it is so on any day
            return event if self._agenda.site(*source).door else _to_check(event, CLOSED_DOOR)
        return event if occurrence.is_sure else _to_check(event)

    def zone(self, source: CalendarSource) -> ZoneInfo:
        """The time zone in which it takes place."""
        departement = source.id.partition("/")[0]
        return zone_of(self._agenda.site(*source).code_insee, departement, self._gazetteer)

    def _of(self, source: CalendarSource) -> Iterator[Event]:
        agenda, zone = self._agenda, self.zone(source)
        record = self._agenda.record(source.kind, source.id)
        stated = record.verifie_le or record.date_maj
        begin = min(agenda.first, self._revision(source).day if stated else _new_year(agenda.first))
        for stop, departement, sessions in sessions_of(record, self._today):
            if stop == source.stop:
                calendar = self._calendar(departement)
                for run in runs_of(sessions, begin, agenda.first, agenda.last, calendar):
                    yield self._event_of(source, run, sessions, zone)

    def _event_of(
        self, source: CalendarSource, run: DatedSeries, sessions: Sessions, zone: ZoneInfo
    ) -> Event:
        start, end = at(run.first, run.span.start, zone), at(run.first, run.span.end, zone)
        found = ((day, sessions.cancelled(day)) for day in run.days)
        event = replace(
            self._event(source, start, end),
            uid=_uid(source, run.key),
            rrule=run.rule,
            rdates=run.also,
            exdates=run.without,
            cancelled={day: known.motif or "" for day, known in found if known},
        )
        return event if run.is_sure else _to_check(event)

    def _event(self, source: CalendarSource, start: datetime, end: datetime) -> Event:
        """All but what names it and repeats it."""
        record, revision = self._agenda.record(source.kind, source.id), self._revision(source)
        address = f"{self._site_url}{record.url}" if self._site_url else ""
        words = self._words.get(source)
        if words is None:
            words = words_of(self._agenda, self._places, source, address)
            self._words[source] = words
        event = Event(
            uid="",
            summary=words.summary,
            start=start,
            end=end,
            last_modified=datetime.combine(revision.day, time(), UTC),
            sequence=revision.sequence,
            description=words.description,
            location=words.location,
            geo=self._agenda.site(*source).point,
            url=address,
            categories=(words.category,),
        )
        site = self._agenda.site(*source)
        shut = [days for days in site.closures if days[1] >= self._today.toordinal()]
        if shut and not site.door:
            told = " ".join(map(_shut, shut))
            event = replace(event, description=f"{told}\n{event.description}")
        if site.door:
            event = _to_check(event, CLOSED_DOOR)
        return _to_check(event, UNCONFIRMED) if record.is_unconfirmed else event

    def _revision(self, source: CalendarSource) -> Revision:
        return self._agenda.record(source.kind, source.id).revision(source.stop)

    def _calendar(self, departement: str) -> Calendar:
        found = self._calendars.get(departement)
        if found is None:
            known = self._gazetteer.all_departements[departement]
            found = self._calendars[departement] = Calendar.of(known)
        return found


def _uid(source: CalendarSource, key: str) -> str:
    return f"{uid_of(*source)}-{key}@{DOMAIN}"


def _shut(days: ShutDays) -> str:
    """A series cannot say it of one of its dates alone."""
    first, last = map(date.fromordinal, days)
    when = say_period(first, last) if last > first else f"le {say_date(first)}"
    return f"Attention : le lieu est fermé {when}."


def _new_year(day: date) -> date:
    """Where a rhythm begins when its record says neither a first day nor when it was checked."""
    return day.replace(month=1, day=1)


def _to_check(event: Event, why: str = TO_CHECK) -> Event:
    return replace(event, status="TENTATIVE", description=f"{why}\n{event.description}")
