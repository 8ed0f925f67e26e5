"""The `.atom` files: of the whole agenda, of a département, an EPCI, a commune."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from plugins.agenda.agenda_urls import owner_of
from plugins.agenda.calendars.subscriptions import CalendarSource, Followed, Subscriptions, feed_url
from plugins.agenda.sessions.agenda import Agenda
from plugins.common.fingerprint import fingerprint_of
from plugins.press.delivery import Delivery
from plugins.press.page_set import Page, PageSet
from plugins.press.site import Site
from plugins.records.entry import Entry

if TYPE_CHECKING:
    from plugins.agenda.calendars.atom import FeedEntry

FEEDS = Delivery(types=((".atom", "application/atom+xml; charset=utf-8"),))
MOST = 100
"""Items of one feed, the latest."""


def feed_page_set(
    agenda: Agenda, subscriptions: Subscriptions, entries: Mapping[str, Entry], site: Site
) -> PageSet:
    """All the files."""

    @cache
    def items_of(source: CalendarSource) -> tuple[FeedEntry, ...]:
        from plugins.agenda.calendars.news import News  # late: builds that change nothing need none

        return tuple(News(agenda, entries, site.url, site.date).of(source))

    def render(key: object) -> bytes:
        from plugins.agenda.calendars.atom import atom_text  # idem

        followed = cast(Followed, key)
        items = [item for source in followed.sources for item in items_of(source)]
        return atom_text(
            items,
            most=MOST,
            key=followed.page,
            title=f"Ateliers et passages : {followed.name or site.name}",
            author=site.name,
            link=f"{site.url}{followed.page}",
            address=f"{site.url}{feed_url(followed.page)}",
        )

    pages = [
        Page(feed_url(url)[1:], _fingerprint(agenda, followed), followed)
        for url, followed in subscriptions.feeds.items()
    ]
    return PageSet(
        "agenda : flux",
        pages,
        render,
        delivery=FEEDS,
        owner=lambda key: owner_of(cast(Followed, key).page),
    )


def _fingerprint(agenda: Agenda, followed: Followed) -> bytes:
    """Changes with what a feed shows of records and of places."""
    fingerprints = (agenda.fingerprint(source.kind, source.id) for source in followed.sources)
    return fingerprint_of(followed.name, *fingerprints)
