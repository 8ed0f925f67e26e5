"""Where each value of a record comes from: lists and their days, or a person.

It is computed: a list is where a value comes from when its row, as it was last imported, says that
value; what no row says was typed by a person, and so was what a person verified.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.records.memory.lines import RememberedRecord, RememberedRow, files_of, read_lines
from plugins.records.memory.origin import Origin

_OWN = frozenset({"source", "verifie_le", "verifie_par", "anciens_ids", "ferme_le", "remplace_par"})
"""Fields that speak of the record, not of the place: `source` says it itself, the others are a
person's."""
_POINT = ("latitude", "longitude")
_DATE = "date_maj"


class ValueOrigin(NamedTuple):
    """Where one value comes from; of a list, each element has its own.

    `lists`: the rows that say it, the newest first; none: a person typed it. `verified`: the day
    when a person confirmed it, ISO; "" when nobody did.
    """

    value: object
    lists: tuple[Origin, ...]
    verified: str


class Provenance:
    """What lists said of every record, read once."""

    def __init__(self, places_dir: Path) -> None:
        """Raises OSError when a file of the memory cannot be read."""
        self._rows: dict[str, list[RememberedRow]] = defaultdict(list)
        self._records: dict[str, RememberedRecord] = {}
        for path in files_of(places_dir):
            for item in read_lines(path):
                if isinstance(item, RememberedRecord):
                    self._records[item.place] = item
                else:
                    self._rows[item.place].append(item)

    def origin_of(
        self, identity: str, tree: Mapping[str, object], field: str
    ) -> tuple[ValueOrigin, ...]:
        """Where the values of a field of a record come from; none when the record has no such
        field.

        `tree`: the record called `identity` («31/mairie») as it is read
        (`plugins.records.reading.reader`), all text.
        """
        value = tree.get(field)
        if value is None:
            return ()
        former = tree.get("anciens_ids")
        names = [identity, *(former if isinstance(former, list) else ())]
        rows = [row for name in names for row in self._rows.get(str(name), ())]
        rows.sort(key=lambda row: row.origin.key)
        rows.sort(key=lambda row: row.origin.date, reverse=True)
        if field == _DATE:
            return (ValueOrigin(value, _dated(rows, tree), ""),)
        verified = self._verified(identity, tree, field)
        values = value if isinstance(value, list) else [value]
        return tuple(
            ValueOrigin(
                each,
                tuple(row.origin for row in rows if _says(row, field, each, tree)),
                verified,
            )
            for each in values
        )

    def _verified(self, identity: str, tree: Mapping[str, object], field: str) -> str:
        day = "" if field in _OWN else str(tree.get("verifie_le") or "")
        memory = self._records.get(identity)
        is_later = memory is not None and memory.verified == day and field in memory.since
        return "" if is_later else day


def _dated(rows: list[RememberedRow], tree: Mapping[str, object]) -> tuple[Origin, ...]:
    """The editions of the day of a record. A verified record keeps that day and its `source` when a
    newer edition, which is remembered, changes nothing in it: then `source` says whose day it is.
    """
    day, entries = tree[_DATE], tree.get("source")
    remembered = tuple(row.origin for row in rows if row.origin.date == day)
    return remembered or tuple(
        Origin(*(str(entry.get(name, "")) for name in ("nom", "id", "date", "licence")))
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, Mapping) and entry.get("date") == day
    )


def _says(row: RememberedRow, field: str, value: object, tree: Mapping[str, object]) -> bool:
    """Whether a row says one value of a field."""
    if field in _OWN:
        return False
    if field == "position":  # of a point without an address: what the import makes of it
        return all(row.fields.get(name) == tree.get(name) for name in _POINT)
    told = row.fields.get(field)
    return value in told if isinstance(told, list) else value == told
