"""The `.ics` files: one a record, a stop, a place, a commune, an EPCI, and one a session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from typing import cast

from plugins.agenda.agenda import Agenda
from plugins.agenda.events import Events
from plugins.agenda.ics import calendar_text
from plugins.agenda.occurrences import Occurrence
from plugins.agenda.subscriptions import Followed, Source, Subscriptions, source_of
from plugins.places.entry import Entry
from plugins.press.edition import Edition, Page


def calendar_edition(
    agenda: Agenda,
    subscriptions: Subscriptions,
    events: Events,
    entries: Mapping[str, Entry],
    site_url: str,
) -> Edition:
    """All the files. `site_url`: public address of the site, may be empty."""

    def mark(sources: Iterable[Source], name: str) -> bytes:
        """Changes with what a file shows of records and of places; of the rest, the press knows."""
        key = blake2b(name.encode(), digest_size=16)
        for source in sources:
            key.update(agenda.mark(source.kind, source.id) + source.stop.encode())
            entry = entries.get(agenda.site(*source).place_id or "")
            key.update(entry.fingerprint if entry else b"-")
        return key.digest()

    def render(key: object) -> bytes:
        if not isinstance(key, Followed):
            alone = [events.alone(occurrence) for occurrence in cast(tuple[Occurrence, ...], key)]
            return calendar_text(alone)
        found = (event for source in key.sources for event in events.of(source))
        zone = events.zone(next(iter(key.sources)))
        url = f"{site_url}{key.page}" if site_url else ""
        return calendar_text(found, name=key.name, url=url, zone=zone)

    pages = [
        Page(f"{url[1:-1]}.ics", mark(followed.sources, followed.name), followed)
        for url, followed in subscriptions.calendars.items()
    ]
    days: dict[tuple[Source, date], list[Occurrence]] = {}
    for occurrence in agenda.occurrences:
        days.setdefault((source_of(occurrence), occurrence.start.date()), []).append(occurrence)
    pages += [
        Page(address[1:], mark([source], day.isoformat()), tuple(days[source, day]))
        for (source, day), address in subscriptions.sessions.items()
    ]
    return Edition("agenda : calendriers", pages, render)
