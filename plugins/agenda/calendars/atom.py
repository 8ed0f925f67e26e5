"""Atom text (RFC 4287): what feed readers follow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID
from xml.sax.saxutils import escape

from plugins.common.name_uuids import name_uuids

_NAMESPACE = "http://www.w3.org/2005/Atom"
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#09;"}
_named = name_uuids(UUID("4a0d3c62-7f3f-5d0e-9a53-6d0f6c1b2e70"))
"""Of the directory: an item keeps its identity when the site changes its address."""
_NO_NEWS = date(1970, 1, 1)


class FeedEntry(NamedTuple):
    """One piece of news. `key` names it for ever; `updated`: the day that its record states;
    `link`: address of the page that says more; `summary`: plain text."""

    key: str
    title: str
    updated: date
    link: str
    summary: str
    category: str = ""


def atom_text(
    items: Iterable[FeedEntry],
    *,
    most: int,
    key: str,
    title: str,
    author: str,
    link: str,
    address: str,
) -> bytes:
    """A feed of at most `most` items, the latest first; without any it is of 1970, since a feed has
    a date. `key` names it for ever; `link`: the page that shows the same; `address`: of the feed
    itself."""
    items = sorted(items, key=lambda item: (-item.updated.toordinal(), item.key))[:most]
    newest = max((item.updated for item in items), default=_NO_NEWS).isoformat()
    entries = map(entry_text, items)
    return atom_around(newest, entries, key, title, author, link, address).encode()


def entry_text(item: FeedEntry) -> str:
    """An item, as it stands in each of its feeds."""
    about = _identity(item.key, item.title, item.updated.isoformat()) + _link(item.link)
    topic = f"<category term={_quoted(item.category)} />\n" if item.category else ""
    return f"<entry>\n{about}{topic}{_element('summary', item.summary)}</entry>\n"


def atom_around(
    newest: str, entries: Iterable[str], key: str, title: str, author: str, link: str, address: str
) -> str:
    """A feed of these `entry_text`s. `newest`: the day of the latest, ISO; empty when there is
    none; the others as in `atom_text`."""
    own = f'<link rel="self" type="application/atom+xml" href={_quoted(address)} />\n'
    return "".join(
        (
            "<?xml version='1.0' encoding='utf-8'?>\n",
            f'<feed xmlns="{_NAMESPACE}" xml:lang="fr">\n',
            _identity(key, title, newest or _NO_NEWS.isoformat()),
            f"<author>\n{_element('name', author)}</author>\n",
            own + _link(link),
            *entries,
            "</feed>",
        )
    )


def _identity(key: str, title: str, day: str) -> str:
    known = _element("id", f"urn:uuid:{_named(key)}") + _element("title", title)
    return known + _element("updated", f"{day}T00:00:00Z")


def _link(address: str) -> str:
    return f'<link rel="alternate" type="text/html" href={_quoted(address)} />\n'


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>\n"


def _quoted(text: str) -> str:
    return f'"{escape(text, _IN_QUOTES)}"'
