"""Atom text (RFC 4287): what feed readers follow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID
from xml.etree import ElementTree

from plugins.common.name_uuids import name_uuids

_NAMESPACE = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_END = "</feed>"
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
    entry = ElementTree.Element("entry")
    _identify(entry, item.key, item.title, item.updated.isoformat())
    _link(entry, item.link)
    if item.category:
        ElementTree.SubElement(entry, "category", {"term": item.category})
    ElementTree.SubElement(entry, "summary").text = item.summary
    return f"{_lines(entry)}\n"


def atom_around(
    newest: str, entries: Iterable[str], key: str, title: str, author: str, link: str, address: str
) -> str:
    """A feed of these `entry_text`s. `newest`: the day of the latest, ISO; empty when there is
    none; the others as in `atom_text`."""
    feed = ElementTree.Element("feed", {"xmlns": _NAMESPACE, _XML_LANG: "fr"})
    _identify(feed, key, title, newest or _NO_NEWS.isoformat())
    ElementTree.SubElement(ElementTree.SubElement(feed, "author"), "name").text = author
    ElementTree.SubElement(
        feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address}
    )
    _link(feed, link)
    begun = _lines(feed).removesuffix(_END)
    return "".join(("<?xml version='1.0' encoding='utf-8'?>\n", begun, *entries, _END))


def _identify(element: ElementTree.Element, key: str, title: str, day: str) -> None:
    ElementTree.SubElement(element, "id").text = f"urn:uuid:{_named(key)}"
    ElementTree.SubElement(element, "title").text = title
    ElementTree.SubElement(element, "updated").text = f"{day}T00:00:00Z"


def _link(element: ElementTree.Element, address: str) -> None:
    attributes = {"rel": "alternate", "type": "text/html", "href": address}
    ElementTree.SubElement(element, "link", attributes)


def _lines(element: ElementTree.Element) -> str:
    """Its text, a line for each of its parts."""
    ElementTree.indent(element, "")
    return ElementTree.tostring(element, "unicode")
