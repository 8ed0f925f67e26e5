"""What feeds tell of a workshop or a route: what it is, what is cancelled, what is added.

The day of a piece of news is the one that the record states: the history of the repository is not
read, so that the same records give the same feed on any machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins.agenda.calendars.atom import FeedEntry
from plugins.agenda.calendars.event_factory import CLOSED_DOOR
from plugins.agenda.calendars.subscriptions import CalendarSource
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.dated_records import sessions_of
from plugins.agenda.sessions.sessions_of_day import Meeting, meetings_of
from plugins.i18n.languages import LANGUAGES, SOURCE_LANGUAGE
from plugins.i18n.locale import LocaleFormat
from plugins.records.entry import Entry
from plugins.records.kinds import KINDS
from plugins.records.model.dated import DatedRecord
from plugins.records.revision import revision
from plugins.records.sessions import Sessions

_FRENCH = LocaleFormat(LANGUAGES[SOURCE_LANGUAGE], str)
_STATUS = {
    "suspendu": "En pause pour le moment.",
    "étude": "Un projet, à l'étude.",
    "expérimentation": "À l'essai.",
}


class News:
    """`site_url` may be empty; `today`: the day of the build, what is past is left out."""

    def __init__(
        self, agenda: Agenda, entries: Mapping[str, Entry], site_url: str, today: date
    ) -> None:
        self._agenda = agenda
        self._entries = entries
        self._site_url = site_url
        self._today = today

    def of(self, source: CalendarSource) -> Iterator[FeedEntry]:
        """What is told of a record: one item, then one a day that is cancelled or added."""
        record = self._agenda.record(source.kind, source.id)
        about = "\n".join(self._about(record))
        yield self._item(record, "", f"{KINDS[record.kind].title} : {record.name}", about)
        added = set(self._added(record))
        occurrences = self._agenda.of_record(source.kind, source.id)
        for meeting in meetings_of(occurrences, self._today):
            if meeting.is_cancelled:
                yield self._day(record, meeting, "Annulé", meeting.reason)
            elif meeting.day in added:
                yield self._day(record, meeting, "Séance en plus", "")

    def _day(self, record: DatedRecord, meeting: Meeting, what: str, why: str) -> FeedEntry:
        session = meeting.sessions[0]
        name = record.name_at(session.stop)
        weekday = _FRENCH.weekdays[meeting.day.weekday()]
        when = f"{weekday} {_FRENCH.day(meeting.day)}, {meeting.hours(_FRENCH)}"
        text = f"{when[0].upper()}{when[1:]}."
        text += f" Raison : {why.removesuffix('.')}." if why else ""
        return self._item(
            record, f"{session.stop}/{meeting.day}/{what}", f"{what} : {name}, {when}", text
        )

    def _item(self, record: DatedRecord, part: str, title: str, summary: str) -> FeedEntry:
        day = revision(record.verifie_le, record.date_maj, 0).day
        link = f"{self._site_url}{record.url}"
        return FeedEntry(f"{record.url}{part}", title, day, link, summary, record.topic)

    def _about(self, record: DatedRecord) -> Iterator[str]:
        """Where and when, in words that stay the same from day to day, once they have begun."""
        if record.statut in _STATUS:
            yield _STATUS[record.statut]
        sites = (self._agenda.site(record.kind, record.id, stop) for stop in record.stops)
        if any(site.door for site in sites):
            yield CLOSED_DOOR
        found = list(sessions_of(record, self._today))
        for stop, _, sessions in found:
            said = " ; ".join(dates.said(self._today) for dates in sessions.dates)
            place = self._where(record, stop)
            yield f"{place} : {said}." if said and place else f"{said or place}."
        if record.kind == "workshop" and not any(t.lines for t in record.timetable.values()):
            yield "Demandez les dates."

    def _where(self, record: DatedRecord, stop: str) -> str:
        known = record.stops[stop]
        if stop:  # one looks for one's commune
            return ", ".join(filter(None, (known.commune, known.spot)))
        site = self._agenda.site(record.kind, record.id)
        entry = self._entries.get(site.place_id) if site.place_id else None
        parts = (entry.nom,) if entry else (known.spot, known.commune)
        return ", ".join(part for part in parts if part)

    def _added(self, record: DatedRecord) -> Iterable[date]:
        lines = [line for times in record.timetable.values() for line in times.added]
        extra = Sessions.read(lines, (), self._today)
        first, last = self._agenda.first, self._agenda.last
        return (day for dates in extra.dates for day in dates.possible_days(first, last))
