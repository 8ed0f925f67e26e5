"""What every sheet of the agenda says of a workshop or a route, in plain French."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from plugins.agenda.sessions.sessions_of_day import Meeting
from plugins.agenda.sessions.titles import Whereabouts
from plugins.hours.say.wording import say_spans
from plugins.paper import sheet_texts
from plugins.paper.edges import Data
from plugins.paper.sources import said_sources
from plugins.records.model.dated import DatedRecord
from plugins.records.model.place import Place
from plugins.records.phones import Phone

MOST_SOURCES = 5
_MOST_REASON = 80
"""Letters."""


def phones_of(record: DatedRecord, place: Place | None) -> tuple[Phone, ...]:
    """Where to ask: the numbers of the record, else those of the place where it is."""
    return record.phones or (place.phones if place else ())


def place_at(where: Whereabouts, places: Mapping[str, Place]) -> Place | None:
    """The place that has a page, when it is there."""
    return places[where.entry.id] if where.entry else None


def warnings(record: DatedRecord, first: date, last: date, today: date) -> list[str]:
    """What to beware of between two days, both included: messages of the record, its age."""
    found = [
        message.texte
        for message in record.annonces
        if message.du <= last and (message.au is None or message.au >= first)
    ]
    age = sheet_texts.age(record.freshness(today))
    return [*found, age] if age else found


def sources(records: Iterable[DatedRecord]) -> list[str]:
    """Where all that comes from; of many sources the first ones, the page has them all."""
    said = said_sources(source for record in records for source in record.source)
    return (
        said if len(said) <= MOST_SOURCES else [*said[: MOST_SOURCES - 1], "d'autres, sur la page"]
    )


def hours(meeting: Meeting) -> list[str]:
    """«de 9 h à 12 h 30», «et de 13 h 30 à 15 h 30»: parts that stay each on one line."""
    said = [say_spans((span,)) for span in meeting.spans]
    parts = [*said[:1], *(f"et {text}" for text in said[1:])]
    return [part.replace(" ", "\u00a0") for part in parts]


def state(meeting: Meeting) -> Data:
    """Whether it takes place: `off`, and a remark in words, empty when all is well."""
    if meeting.is_cancelled:
        reason = short(meeting.reason, _MOST_REASON)
        return {"off": True, "remark": f"Annulé\u00a0: {reason}" if reason else "Annulé"}
    return {"off": False, "remark": "" if meeting.is_sure else "Date à vérifier"}


def short(text: str, most: int) -> str:
    """At most so many letters, cut between two words: the page has it all."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[: most - 1]}…"


def capital(text: str) -> str:
    """With its first letter as a capital."""
    return f"{text[:1].upper()}{text[1:]}"
