"""What each row said when it was last imported, so that a person's edits can be told from ours.

One file a département, `places/.import/31.jsonl`, one line a row, sorted: it is committed with the
records and merges like them. Nobody edits it. Lost or damaged, nothing breaks: every field of the
records then counts as a person's, and the import only fills what is empty; `damaged` tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.common.diagnostic import Diagnostic
from plugins.records.memory.lines import (
    FOLDER,
    RememberedRecord,
    RememberedRow,
    files_of,
    line_of,
    read_lines,
)

if TYPE_CHECKING:  # who reads what was imported compares no lists
    from plugins.intake.match.merge import Part


class LastImport:
    """What is remembered of every row, by key of its origin, and of some records."""

    def __init__(self, places_dir: Path) -> None:
        self._folder = places_dir / FOLDER
        self._rows: dict[str, RememberedRow] = {}
        self._by_place: dict[str, list[str]] = defaultdict(list)
        self._records: dict[str, RememberedRecord] = {}
        self._touched: set[str] = set()
        self.damaged: list[Diagnostic] = []
        for path in files_of(places_dir):
            for item in read_lines(path, self.damaged):
                if isinstance(item, RememberedRecord):
                    self._records[item.place] = item
                elif _is_newer(item, self._rows.get(item.origin.key)):
                    self.put(item)
        self._touched.clear()

    def get(self, key: str) -> RememberedRow | None:
        """The row of this key when it was last imported."""
        return self._rows.get(key)

    def put(self, row: RememberedRow) -> None:
        """Remember a row, in place of what it said before."""
        key = row.origin.key
        before = self._rows.get(key)
        if before == row:
            return
        if before is not None:
            self._by_place[before.place].remove(key)
            self._touch(before.place)
        self._rows[key] = row
        self._by_place[row.place].append(key)
        self._touch(row.place)

    def record(self, place: str) -> RememberedRecord:
        """What is remembered of a record beside its rows."""
        return self._records.get(place) or RememberedRecord(place)

    def put_record(self, record: RememberedRecord) -> None:
        """Remember it, in place of what was remembered; what holds nothing is forgotten."""
        if record == self.record(record.place):
            return
        self._touch(record.place)
        if record:
            self._records[record.place] = record
        else:
            del self._records[record.place]

    def follow(self, present: Callable[[RememberedRow], str]) -> None:
        """Keep rows with the records that they went to, and what is remembered of these:
        `present` names the record that the one of a row has become."""
        renamed: dict[str, str] = {}
        for row in list(self._rows.values()):
            place = present(row)
            if place != row.place:
                renamed.setdefault(row.place, place)
                self.put(replace(row, place=place))
        for former, place in renamed.items():
            if (record := self._records.get(former)) is not None:
                if not self.record(place):
                    self.put_record(replace(record, place=place))
                self.put_record(RememberedRecord(former))

    def parts(self, place: str) -> list[Part]:
        """Everything that rows said of one record."""
        return [
            (self._rows[key].origin, self._rows[key].fields)
            for key in sorted(self._by_place.get(place, ()))
        ]

    def rows(self) -> list[RememberedRow]:
        """All rows, by key."""
        return [self._rows[key] for key in sorted(self._rows)]

    def files(self) -> dict[Path, str]:
        """The files to write: path → text, the same whatever the order of the imports."""
        lines: dict[str, list[str]] = {departement: [] for departement in sorted(self._touched)}
        items: list[RememberedRow | RememberedRecord] = [*self.rows()]
        items += [self._records[place] for place in sorted(self._records)]
        for item in items:
            if (departement := item.place.partition("/")[0]) in lines:
                lines[departement].append(line_of(item) + "\n")
        return {
            self._folder / f"{departement}.jsonl": "".join(found)
            for departement, found in lines.items()
        }

    def _touch(self, place: str) -> None:
        self._touched.add(place.partition("/")[0])


def _is_newer(row: RememberedRow, other: RememberedRow | None) -> bool:
    """Of two lines of one row, which only a merge of two branches leaves, the newer one counts."""
    if other is None:
        return True
    return (row.origin.date, row.origin.nom) > (other.origin.date, other.origin.nom)
