"""The lines of `places/.import/31.jsonl`: what a row said, what is known of a record beside it.

A line is a JSON object of one of two shapes, told apart by its first name:

- `{"place", "origin", "fields"}`, with `"gone"` when the list has the row no more: a row as it was
  last imported, and the record that it went to;
- `{"record"}` with `"shown"`, `"verified"`, `"since"`: what an import must remember of a record.

A damaged line is left out, and told: what is not remembered counts as a person's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.common.diagnostic import Diagnostic
from plugins.records.memory.origin import Origin, RowFields

FOLDER = ".import"
GONE = "gone"
"""Stands in the lines of rows that vanished, and in no other: files are searched for it."""
_MERGE_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


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


def read_lines(
    path: Path, damaged: list[Diagnostic] | None = None
) -> Iterator[RememberedRow | RememberedRecord]:
    """What the file of one département holds; at its end, `damaged` has what is wrong with it, if
    anything. Raises OSError when it cannot be read."""
    lost: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1):
        if (found := read_line(line)) is not None:
            yield found
        elif line.strip():
            lost.append((number, line))
    if lost and damaged is not None:
        damaged.append(_damage(path, lost))


def damage_of(places_dir: Path) -> list[Diagnostic]:
    """What is wrong with the memory of imports, one warning a file. Raises as `read_lines`."""
    damaged: list[Diagnostic] = []
    for path in files_of(places_dir):
        for _ in read_lines(path, damaged):
            pass
    return damaged


def _damage(path: Path, lost: list[tuple[int, str]]) -> Diagnostic:
    told = "cette ligne ne peut pas être lue : elle est oubliée"
    if len(lost) > 1:
        told = f"{len(lost)} lignes, à partir de celle-ci, ne peuvent pas être lues : oubliées"
    hint = "reprenez ce fichier tel qu'il était avant, puis relancez l'import"
    if any(text.startswith(_MERGE_MARKS) for _, text in lost):
        hint = "finissez la fusion : gardez les lignes des deux côtés, ôtez les marques"
    return Diagnostic(f"{FOLDER}/{path.name}", lost[0][0], 1, "", told, hint, "warning")


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
