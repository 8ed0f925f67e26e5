"""Atom: what is new, changed, verified or closed, the latest first.

A row is a line that begins with its day: the latest of a whole country are found without reading
the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from plugins.agenda.calendars.atom import FeedEntry, atom_text
from plugins.opendata.changes import changes_of
from plugins.opendata.formats.export_format import (
    About,
    Carried,
    ExportFormat,
    Surroundings,
    json_bytes,
)
from plugins.records.model.place import Place

MOST = 200
"""Items of one feed, the latest."""


@dataclass(frozen=True)
class FeedFormat(ExportFormat):
    """A format of which a file shows the latest rows only."""

    def write(self, pieces: Iterable[bytes], about: About) -> Iterator[bytes]:
        """The feed. An area without any dated news has one of no item."""
        lines = (line for piece in pieces for line in piece.splitlines())
        yield atom_text(
            map(_decode, nlargest(MOST, lines)),
            most=MOST,
            key=about.address,
            title=f"Lieux nouveaux, modifiés, fermés : {about.name}",
            author=about.publisher,
            link=f"{about.address.partition('/donnees/')[0]}/donnees/",
            address=about.address,
        )


def _carry(place: Place, around: Surroundings) -> Carried:
    items = [
        FeedEntry(
            key=f"{place.id} {change.what} {change.day}",
            title=f"{change.what.capitalize()} : {place.nom} ({place.commune})",
            updated=change.day,
            link=f"{around.site_url}{place.url}",
            summary=change.told,
            category=change.what,
        )
        for change in changes_of(place)
    ]
    return Carried(tuple(items))


def _encode(item: FeedEntry) -> bytes:
    return f"{item.updated} ".encode() + json_bytes([*item[:2], *item[3:]])


def _decode(line: bytes) -> FeedEntry:
    key, title, *rest = json.loads(line[10:])
    return FeedEntry(key, title, date.fromisoformat(line[:10].decode()), *rest)


CHANGES = FeedFormat(
    name="changements",
    file="-changements.atom",
    media_type="application/atom+xml; charset=utf-8",
    title="Changements (Atom)",
    purpose="Pour suivre les lieux nouveaux, modifiés ou fermés dans un lecteur de flux.",
    carry=_carry,
    encode=_encode,
    around=lambda about: (b"", b""),
    between=b"\n",
    is_news=True,
)
