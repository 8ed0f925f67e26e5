"""Atom: what is new, changed, verified or closed, the latest first.

A row begins with its day and its key, then comes the item as its feeds have it: the latest of a
whole country are found without reading the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from plugins.agenda.calendars.atom import FeedEntry, atom_around, entry_text
from plugins.opendata.changes import changes_of
from plugins.opendata.formats.export_format import (
    About,
    Carried,
    ExportFormat,
    Surroundings,
)
from plugins.records.model.place import Place

MOST = 200
"""Items of one feed, the latest."""
_DAY = slice(10)


@dataclass(frozen=True)
class FeedFormat(ExportFormat):
    """A format of which a file shows the latest rows only."""

    def write(self, pieces: Iterable[bytes], about: About) -> Iterator[bytes]:
        """The feed. An area without any dated news has one of no item."""
        rows = nlargest(MOST, (row for piece in pieces for row in piece.split(self.between)))
        rows.sort()
        rows.sort(key=itemgetter(_DAY), reverse=True)
        yield atom_around(
            rows[0][_DAY].decode() if rows else "",
            (row[row.index(b"<") :].decode() for row in rows),
            key=about.address,
            title=f"Lieux nouveaux, modifiés, fermés : {about.name}",
            author=about.publisher,
            link=f"{about.address.partition('/donnees/')[0]}/donnees/",
            address=about.address,
        ).encode()


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
    return f"{item.updated} {item.key}{entry_text(item)}".encode()


CHANGES = FeedFormat(
    name="changements",
    file="-changements.atom",
    media_type="application/atom+xml; charset=utf-8",
    title="Changements (Atom)",
    purpose="Pour suivre les lieux nouveaux, modifiés ou fermés dans un lecteur de flux.",
    carry=_carry,
    encode=_encode,
    around=lambda about: (b"", b""),
    between=b"\0",  # no text of XML has it
    is_news=True,
)
