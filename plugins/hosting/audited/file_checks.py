"""Files that are no pages, each read by the parser of its format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from xml.etree import ElementTree

from plugins.common.diagnostic import Diagnostic, quote
from plugins.hosting.audited.fault import fault

_ATOM = "{http://www.w3.org/2005/Atom}"
_EVENT = ("UID", "DTSTAMP", "DTSTART")
_CALENDAR = ("PRODID", "VERSION")


def file_faults(path: str, data: bytes) -> Iterator[Diagnostic]:
    """What is wrong with a file of a known format; nothing of the others."""
    read = _FORMATS.get(PurePosixPath(path).suffix.lower())
    if read is not None:
        yield from read(path, data)


def _xml(path: str, data: bytes) -> Iterator[Diagnostic]:
    if b"<!ENTITY" in data:
        yield fault(path, 1, "ce fichier XML définit des entités", "écrivez les caractères")
        return
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 (no entity: nothing grows, nothing is read)
    except ElementTree.ParseError as failure:
        told = f"ce fichier XML ne se lit pas ({failure})"
        yield fault(path, failure.position[0], told, "corrigez cette ligne")
        return
    if root.tag == f"{_ATOM}feed":
        yield from _atom(path, root)
    elif root.tag == "rss":
        channel = root.find("channel")
        for name in ("title", "link", "description"):
            if channel is None or channel.find(name) is None:
                yield fault(path, 1, f"ce flux n'a pas de {quote(name)}", "ajoutez-le")


def _atom(path: str, feed: ElementTree.Element) -> Iterator[Diagnostic]:
    for where, parts in (("ce flux", [feed]), ("une entrée", feed.findall(f"{_ATOM}entry"))):
        for name in ("id", "title", "updated"):
            missing = sum(not (part.findtext(f"{_ATOM}{name}") or "").strip() for part in parts)
            if missing:
                yield fault(path, 1, f"{where} n'a pas de {quote(name)}", "ajoutez-le")
    ids = [entry.findtext(f"{_ATOM}id") for entry in feed.findall(f"{_ATOM}entry")]
    if len(ids) != len(set(ids)):
        yield fault(path, 1, "deux entrées ont le même « id »", "donnez-en un à chacune")


def _json(path: str, data: bytes) -> Iterator[Diagnostic]:
    try:
        json.loads(data)
    except (ValueError, RecursionError) as failure:
        line = getattr(failure, "lineno", 1)
        yield fault(path, line, "ce fichier JSON ne se lit pas", getattr(failure, "msg", ""))


def _calendar(path: str, data: bytes) -> Iterator[Diagnostic]:
    from icalendar import Calendar  # imported late: few folders have calendars

    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, IndexError, KeyError) as failure:
        yield fault(path, 1, f"ce calendrier ne se lit pas ({failure})", "corrigez-le")
        return
    if not calendars:
        yield fault(path, 1, "ce calendrier est vide", "commencez par « BEGIN:VCALENDAR »")
    for calendar in calendars:
        for name in _CALENDAR:
            if name not in calendar:
                yield fault(path, 1, f"ce calendrier n'a pas de {quote(name)}", "ajoutez-le")
        events = calendar.walk("VEVENT")
        for name in _EVENT:
            if any(name not in event for event in events):
                yield fault(path, 1, f"un rendez-vous n'a pas de {quote(name)}", "ajoutez-le")
        names = [(str(e.get("UID")), str(e.decoded("RECURRENCE-ID", ""))) for e in events]
        if len(names) != len(set(names)):
            yield fault(path, 1, "deux rendez-vous ont le même « UID »", "donnez-en un à chacun")


_FORMATS: Mapping[str, Callable[[str, bytes], Iterator[Diagnostic]]] = {
    ".xml": _xml, ".atom": _xml, ".rss": _xml, ".svg": _xml,
    ".json": _json, ".webmanifest": _json, ".geojson": _json, ".ics": _calendar,
}  # fmt: skip
