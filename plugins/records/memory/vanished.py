"""Records whose row is no longer in its list: nothing is deleted, somebody should ask there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from plugins.records.entry import Places
from plugins.records.memory.lines import GONE, RememberedRow, files_of, read_line
from plugins.records.model.place import Place
from plugins.vocabulary.sources import stem_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Vanished(NamedTuple):
    """A row that left its list. `source`: the last edition that had it; `since`: the day of the
    first without it, None when nobody knows that day."""

    source: str
    id: str
    since: date | None

    def is_due(self, on: date, days: int) -> bool:
        """Whether it left so long before `on` that the page of the place says so."""
        return self.since is not None and self.since + timedelta(days=days) <= on


class VanishedRows:
    """The rows that left their lists, by the record that they went to («31/mairie»)."""

    def __init__(self, rows: Mapping[str, list[Vanished]]) -> None:
        self._rows = rows

    @classmethod
    def read(cls, places_dir: Path) -> VanishedRows:
        """Read the memory of imports for them: a few milliseconds where no row left its list.
        Raises OSError when a file cannot be read."""
        found: dict[str, list[Vanished]] = defaultdict(list)
        mark = f'"{GONE}":'
        for path in files_of(places_dir):
            text = path.read_text("utf-8")
            for line in text.split("\n") if mark in text else ():
                row = read_line(line) if mark in line else None
                if isinstance(row, RememberedRow) and row.gone is not None:
                    since = date.fromisoformat(row.gone) if _DAY.fullmatch(row.gone) else None
                    found[row.place].append(Vanished(row.origin.nom, row.origin.id, since))
        return cls(found)

    def ids(self) -> frozenset[str]:
        """The records that these rows went to, as they were called then."""
        return frozenset(self._rows)

    def of(self, place: Place) -> Vanished | None:
        """The row that left its list last and that nothing replaces: the place is open, nobody
        verified it since, no list that has it is as new as the one that has it no more."""
        if not self._rows or place.is_closed or place.remplace_par:
            return None
        ids = (place.id, *place.anciens_ids)
        rows = [row for id_ in ids for row in self._rows.get(id_, ()) if _is_open(row, place)]
        return max(rows, key=lambda row: row.since or date.min, default=None)


def vanished(places_dir: Path, places: Iterable[Place]) -> dict[str, Vanished]:
    """The places to verify because their row left its list, by id. Raises as `read`."""
    rows = VanishedRows.read(places_dir)
    return {place.id: found for place in places if (found := rows.of(place)) is not None}


def left_before(places_dir: Path, places: Places, on: date, days: int) -> dict[str, Vanished]:
    """Of the places of a site, those whose row left its list at least `days` before `on`, by id;
    no other record is opened. Raises as `read`."""
    rows = VanishedRows.read(places_dir)
    ids = rows.ids()
    if not ids:
        return {}
    found = {
        entry.id: rows.of(places[entry.id])
        for entry in places.entries
        if entry.id in ids or not ids.isdisjoint(entry.anciens_ids)
    }
    return {id_: left for id_, left in found.items() if left and left.is_due(on, days)}


def _is_open(row: Vanished, place: Place) -> bool:
    """Whether nothing newer than the list without the row speaks of the place."""
    for source in place.source:
        is_newer_edition = stem_of(source.nom) == stem_of(row.source) and source.nom != row.source
        if is_newer_edition or (row.since and source.date and source.date >= row.since):
            return False
    return not (place.verifie_le and (row.since is None or place.verifie_le >= row.since))
