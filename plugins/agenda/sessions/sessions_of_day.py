"""What a page shows as one line: the sessions of a workshop, or at a stop, on one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plugins.agenda.sessions.occurrences import Occurrence
from plugins.hours import Span, State
from plugins.hours.say.translated_wording import speaker_of
from plugins.hours.week import Stretch
from plugins.i18n.locale import LocaleFormat
from plugins.records.doubts.shut_doors import PlaceDoor
from plugins.records.model.dated import DatedKind


class Meeting(NamedTuple):
    """One day: «de 9 h à 12 h 30 et de 13 h 30 à 15 h 30». A cancellation concerns all of it."""

    day: date
    sessions: tuple[Occurrence, ...]

    @property
    def is_cancelled(self) -> bool:
        """Nothing takes place; `reason` may say why."""
        return self.sessions[0].is_cancelled

    @property
    def reason(self) -> str:
        """Why it is cancelled; empty when nobody said."""
        return self.sessions[0].reason

    @property
    def is_sure(self) -> bool:
        """False: it depends on school holidays that nobody knows yet, or on `door`."""
        return self.sessions[0].is_sure

    @property
    def door(self) -> PlaceDoor:
        """What people find there, when something is wrong."""
        return self.sessions[0].door

    @property
    def until(self) -> str:
        """The moment from which it is past: «2026-12-01T12:30+01:00»."""
        return max(session.end for session in self.sessions).isoformat(timespec="minutes")

    @property
    def spans(self) -> tuple[Span, ...]:
        """Minutes of the day, on the clock of its territory."""
        return tuple(span_of(session) for session in self.sessions)

    def hours(self, locale: LocaleFormat) -> str:
        """«de 14 h à 16 h», in the language of the page."""
        return speaker_of(locale).plan(tuple(Stretch(*span, State.OPEN, "") for span in self.spans))


def span_of(session: Occurrence) -> Span:
    """The minutes of its day that a session takes, on the clock of its territory."""
    start = session.start.hour * 60 + session.start.minute
    lasts = session.end.replace(tzinfo=None) - session.start.replace(tzinfo=None)
    return Span(start, start + int(lasts.total_seconds()) // 60)


def meetings_of(occurrences: Iterable[Occurrence], since: date) -> list[Meeting]:
    """The days on which `occurrences`, which are in order, take place, from `since` on."""
    groups: dict[tuple[date, DatedKind, str, str], list[Occurrence]] = {}
    for session in occurrences:
        day = session.start.date()
        if day >= since:
            groups.setdefault((day, session.kind, session.id, session.stop), []).append(session)
    found = [Meeting(key[0], tuple(group)) for key, group in groups.items()]
    return sorted(found, key=lambda meeting: meeting.day)  # stable: zones may cross midnight
