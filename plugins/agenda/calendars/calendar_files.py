"""The `.ics` files: one a record, a stop, a place, a commune, an EPCI, and one a session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from plugins.agenda.agenda_urls import owner_of
from plugins.agenda.calendars.event_factory import Events
from plugins.agenda.calendars.subscriptions import (
    CalendarSource,
    Followed,
    Subscriptions,
    source_of,
)
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.occurrences import Occurrence
from plugins.common.fingerprint import fingerprint_of
from plugins.press.delivery import Delivery
from plugins.press.page_set import Page, PageSet

CALENDARS = Delivery(types=((".ics", "text/calendar; charset=utf-8"),))


def calendar_page_set(
    agenda: Agenda,
    subscriptions: Subscriptions,
    events: Events,
    site_url: str,
) -> PageSet:
    """Those that people subscribe to. `site_url`: public address of the site, may be empty."""

    def render(key: object) -> bytes:
        from plugins.agenda.calendars.ics import (
            calendar_text,  # late: builds that change nothing need none
        )

        followed = cast(Followed, key)
        found = (event for source in followed.sources for event in events.of(source))
        zone = events.zone(next(iter(followed.sources)))
        url = f"{site_url}{followed.page}" if site_url else ""
        return calendar_text(found, name=followed.name, url=url, zone=zone)

    pages = [
        Page(f"{url[1:-1]}.ics", _fingerprint(agenda, found.sources, found.name), found)
        for url, found in subscriptions.calendars.items()
    ]
    return PageSet(
        "agenda : calendriers",
        pages,
        render,
        delivery=CALENDARS,
        owner=lambda key: owner_of(cast(Followed, key).page),
    )


def session_page_set(
    agenda: Agenda,
    subscriptions: Subscriptions,
    events: Events,
    common: bytes,
) -> PageSet:
    """Those of one day. `common`: a fingerprint of what all of them share: the code, the address of
    the site. They do not change with the day of the build, and there are many."""
    days: dict[tuple[CalendarSource, date], list[Occurrence]] = {}
    for occurrence in agenda.occurrences:
        days.setdefault((source_of(occurrence), occurrence.start.date()), []).append(occurrence)

    def render(key: object) -> bytes:
        from plugins.agenda.calendars.ics import calendar_text  # idem

        source, day = cast(tuple[CalendarSource, date], key)
        return calendar_text(events.alone(occurrence) for occurrence in days[source, day])

    pages = [
        Page(address[1:], _fingerprint(agenda, [key[0]], f"{key[1]}", common), key)
        for key, address in subscriptions.sessions.items()
    ]
    return PageSet("agenda : séances", pages, render, is_apart=True, delivery=CALENDARS)


def _fingerprint(
    agenda: Agenda, sources: Iterable[CalendarSource], name: str, common: bytes = b""
) -> bytes:
    """Changes with what a file shows of records and of places."""
    parts: list[bytes | str] = [common, name]
    for source in sources:
        parts += (agenda.fingerprint(source.kind, source.id), source.stop)
    return fingerprint_of(*parts)
