"""What each row said when it was last imported, so that a person's edits can be told from ours.

One file a département, `places/.import/31.jsonl`, one line a row, sorted: it is committed with the
records and merges like them. Nobody edits it. Lost or damaged, nothing breaks: every field of the
records then counts as a person's, and the import only fills what is empty.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.intake.match.candidate import Origin, RowFields
from plugins.intake.match.merge import Part

FOLDER = ".import"


@dataclass(frozen=True)
class RememberedRow:
    """A row as it was last imported, and the record it went to («31/mairie»)."""

    place: str
    origin: Origin
    fields: RowFields


class LastImport:
    """What is remembered of every row of some départements, by key of its origin."""

    def __init__(self, places_dir: Path) -> None:
        self._folder = places_dir / FOLDER
        self._rows: dict[str, RememberedRow] = {}
        self._by_place: dict[str, list[str]] = defaultdict(list)
        self._read: set[str] = set()

    def load(self, departement: str) -> None:
        """Read one département; a damaged line is forgotten."""
        if departement in self._read:
            return
        self._read.add(departement)
        path = self._folder / f"{departement}.jsonl"
        if not path.is_file():
            return
        for line in path.read_text("utf-8").splitlines():
            try:
                item = json.loads(line)
                row = RememberedRow(item["place"], Origin(**item["origin"]), item["fields"])
            except (ValueError, KeyError, TypeError):
                continue
            self.put(row)

    def get(self, key: str) -> RememberedRow | None:
        """The row of this key when it was last imported."""
        return self._rows.get(key)

    def put(self, row: RememberedRow) -> None:
        """Remember a row, in place of what it said before."""
        key = row.origin.key
        before = self._rows.get(key)
        if before is not None:
            self._by_place[before.place].remove(key)
        self._rows[key] = row
        self._by_place[row.place].append(key)

    def follow(self, present: Callable[[str], str]) -> None:
        """Keep rows with the records that they went to: `present` names the record that one has
        become since, in a département that was read."""
        for row in list(self._rows.values()):
            place = present(row.place)
            if place != row.place and place.partition("/")[0] in self._read:
                self.put(replace(row, place=place))

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
        lines: dict[str, list[str]] = {departement: [] for departement in self._read}
        for key in sorted(self._rows):
            row = self._rows[key]
            item = {"place": row.place, "origin": vars(row.origin), "fields": row.fields}
            text = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
            lines.setdefault(row.place.partition("/")[0], []).append(text)
        return {
            self._folder / f"{departement}.jsonl": "\n".join(found) + "\n"
            for departement, found in lines.items()
            if found
        }
