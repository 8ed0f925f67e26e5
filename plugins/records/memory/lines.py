"""The lines of `places/.import/31.jsonl`: what a row said, what is known of a record beside it.

A line is a JSON object of one of two shapes, told apart by its first name:

- `{"place", "origin", "fields"}`, with `"gone"` when the list has the row no more: a row as it was
  last imported, and the record that it went to;
- `{"record"}` with `"shown"`, `"verified"`, `"since"`: what an import must remember of a record.

A damaged line is left out: what is not remembered counts as a person's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.records.memory.origin import Origin, RowFields

FOLDER = ".import"
GONE = "gone"
"""Stands in the lines of rows that vanished, and in no other: files are searched for it."""


@dataclass(frozen=True)
class RememberedRow:
    """A row as it was last imported, and the record it went to («31/mairie»)."""

    place: str
    origin: Origin
    fields: RowFields
    gone: str | None = None
    """The day of the edition that has it no more, ISO; "" when nobody knows that day; None while
    its list has it."""


@dataclass(frozen=True)
class RememberedRecord:
    """What imports must know of one record, and neither it nor the rows say."""

    place: str
    shown: dict[str, object] = field(default_factory=dict)
    """Fields that a person wrote otherwise than the lists → what the lists said when that was shown
    (None: nothing)."""
    verified: str = ""
    """`verifie_le` of the record when `since` was written; "" while `since` is empty."""
    since: tuple[str, ...] = ()
    """Fields that lists filled after that verification: it does not speak of them."""

    def __bool__(self) -> bool:
        return bool(self.shown or self.since)


def files_of(places_dir: Path) -> list[Path]:
    """The files of the memory, sorted; none where nothing was ever imported."""
    return sorted((places_dir / FOLDER).glob("*.jsonl"))


def read_lines(path: Path) -> Iterator[RememberedRow | RememberedRecord]:
    """What the file of one département holds. Raises OSError when it cannot be read."""
    for line in path.read_text("utf-8").splitlines():
        if (found := read_line(line)) is not None:
            yield found


def read_line(line: str) -> RememberedRow | RememberedRecord | None:
    """One line; None when it is damaged."""
    try:
        item = json.loads(line)
        if not isinstance(item, dict):
            return None
        if "record" in item:
            return RememberedRecord(
                str(item["record"]),
                dict(item.get("shown", {})),
                str(item.get("verified", "")),
                tuple(map(str, item.get("since", ()))),
            )
        gone = item.get(GONE)
        origin = Origin(**item["origin"])
        return RememberedRow(
            item["place"], origin, dict(item["fields"]), None if gone is None else str(gone)
        )
    except (ValueError, KeyError, TypeError):
        return None


def line_of(item: RememberedRow | RememberedRecord) -> str:
    """The same item gives the same line."""
    content: dict[str, Any]
    if isinstance(item, RememberedRow):
        content = {"place": item.place, "origin": vars(item.origin), "fields": item.fields}
        if item.gone is not None:
            content[GONE] = item.gone
    else:
        content = {"record": item.place}
        if item.shown:
            content["shown"] = dict(sorted(item.shown.items()))
        if item.since:
            content |= {"verified": item.verified, "since": sorted(item.since)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
