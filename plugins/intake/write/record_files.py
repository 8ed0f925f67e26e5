"""The tree of records: read as text, written field by field so that the rest keeps every byte."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.common.diagnostic import show
from plugins.intake.write.own_check import OwnCheck, field_of
from plugins.records.former import FIELD as FORMER_IDS
from plugins.records.kinds import KINDS
from plugins.records.listing import ids_in, list_records
from plugins.records.memory.lines import RememberedRow
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import Tree, read_record
from plugins.records.writing.record_layout import FIELD_ORDER, dump_record

_BLOCK = re.compile(r"^(?=[\w'\"])", re.MULTILINE)
_ITEM = re.compile(r"""^\s*-?\s*(?:id:)?\s*["']?([^"'\n]+?)["']?\s*$""", re.MULTILINE)
"""A former id, or the identifier of a row in `source`."""
_KEY = re.compile(r"['\"]?(\w+)['\"]?\s*:")


class RecordFiles:
    """Records of some départements, by identity («31/mairie-de-labege»)."""

    def __init__(self, places_dir: Path, check: OwnCheck) -> None:
        self._dir = places_dir
        self._check = check
        self._trees: dict[str, Tree] = {}
        self._texts: dict[str, str] = {}
        self._slugs: dict[str, set[str]] = {}
        self.unreadable: dict[str, str] = {}
        """Identity → what is wrong with the file (French). It is never written."""
        self._by_origin: dict[tuple[str, str], str] = {}
        self._renamed: dict[str, str] = {}

    def load(self, departement: str) -> None:
        """Read every record of a département."""
        if departement in self._slugs:
            return
        self._slugs[departement] = set()
        for identity in ids_in(self._dir, "place", departement):
            self._slugs[departement].add(identity.rpartition("/")[2])
            read = read_record(self._path(identity), self._dir)
            if isinstance(read, list):
                self.unreadable[identity] = show(read[0], str(self._dir))
                continue
            self._trees[identity] = read
            for former in former_of(read):
                self._renamed.setdefault(former, identity)
                if former.startswith(f"{departement}/"):
                    self._slugs[departement].add(former.partition("/")[2])
            for entry in entries_of(read):
                self._by_origin.setdefault((entry.get("nom", ""), entry.get("id", "")), identity)

    def __contains__(self, identity: object) -> bool:
        return identity in self._trees

    def __getitem__(self, identity: str) -> Tree:
        return self._trees[identity]

    def identities(self) -> list[str]:
        """Every readable record, sorted."""
        return sorted(self._trees)

    def with_origin(self, nom: str, identifier: str) -> str | None:
        """The record whose `source` names this row."""
        return self._by_origin.get((nom, identifier))

    def present(self, identity: str) -> str:
        """The record that was called `identity`, or that took the place of it; `identity` itself
        when it is there, and when nobody claims it."""
        return identity if identity in self else self._renamed.get(identity, identity)

    def holder(self, row: RememberedRow) -> str:
        """The record that a remembered row belongs to today: the one it went to, the one that says
        that it was called so, or that took the place of it, or whose `source` names the row."""
        place = row.place
        if place in self or place in self.unreadable or not self.has_loaded(place):
            return place
        named = self.with_origin(row.origin.nom, row.origin.id)
        return self._renamed.get(place) or named or place

    def has_loaded(self, identity: str) -> bool:
        """Whether the département of a record was read."""
        return identity.partition("/")[0] in self._slugs

    def seek(self, rows: Collection[RememberedRow]) -> None:
        """Read the départements where a record stands that moved there with one of these rows."""
        former = {row.place for row in rows}
        ids = {row.origin.id for row in rows}
        for identity in sorted(list_records(self._dir).ids("place")):
            if self.has_loaded(identity):
                continue
            text = self._path(identity).read_text("utf-8", errors="replace")
            if any(item in former or item in ids for item in _ITEM.findall(text)):
                self.load(identity.partition("/")[0])

    def slugs(self, departement: str) -> set[str]:
        """File names that a new record of a département cannot have: those in use, and those that
        its records had, whose addresses lead to them."""
        return self._slugs[departement]

    def add(self, identity: str, fields: Mapping[str, Any], *, is_checked: bool = False) -> str:
        """Prepare a new record; give what the checks refuse in it (French), "" when it is added.
        `is_checked`: it says what one row said, which was made to fit."""
        path = RecordPath("place", identity)
        if not is_checked and (errors := self._check.errors_written(path, fields)):
            return f"{field_of(errors[0])} : {errors[0].message}"
        departement, _, slug = identity.partition("/")
        self._slugs[departement].add(slug)
        self._trees[identity] = dict(fields)
        self._texts[identity] = dump_record(fields)
        return ""

    def change(self, identity: str, changes: Mapping[str, Any]) -> dict[str, str]:
        """Change some fields of a record (None removes one); the rest of the file stays. What the
        checks would refuse is not changed: field → what is wrong with it (French)."""
        before = self._texts.get(identity) or self._path(identity).read_text("utf-8-sig")
        text, refused = self._checked(identity, before, changes)
        changes = {name: value for name, value in changes.items() if name not in refused}
        if text != before:
            self._texts[identity] = text
        tree = self._trees[identity]
        for name, value in changes.items():
            if value is None:
                tree.pop(name, None)
            else:
                tree[name] = value
        return refused

    def _checked(
        self, identity: str, before: str, changes: Mapping[str, Any]
    ) -> tuple[str, dict[str, str]]:
        """(The text changed as far as the checks let it, what they refuse)."""
        path = RecordPath("place", identity)
        refused: dict[str, str] = {}
        while True:
            wanted = {name: value for name, value in changes.items() if name not in refused}
            text = splice(before, wanted)
            errors = {field_of(error): error.message for error in self._check.errors(path, text)}
            new = {name: message for name, message in errors.items() if name in wanted}
            if not new:
                break
            refused |= new
        if errors and wanted:  # in what did not change: it was there, or comes of the change
            known = {field_of(error) for error in self._check.errors(path, before)}
            if message := next((errors[name] for name in errors if name not in known), ""):
                return before, dict.fromkeys(changes, message)
        return text, refused

    def files(self) -> dict[Path, str]:
        """The files to write: path → text."""
        return {self._path(identity): self._texts[identity] for identity in sorted(self._texts)}

    def _path(self, identity: str) -> Path:
        return self._dir / KINDS["place"].file(identity)


def entries_of(tree: Mapping[str, Any]) -> list[dict[str, str]]:
    """The entries of a record's `source`; what is not one is left out."""
    found = tree.get("source")
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def former_of(tree: Mapping[str, Any]) -> list[str]:
    """The former ids that a record states; what is none is left out."""
    found = tree.get(FORMER_IDS)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def splice(text: str, changes: Mapping[str, Any], order: Sequence[str] = FIELD_ORDER) -> str:
    """The text of a record with some top-level fields replaced, added in their place, or removed.

    Comments, order and quotes of the other fields stay as the person wrote them. `order`: that of
    the fields of its kind.
    """
    text = text.replace("\r\n", "\n")
    starts = [match.start() for match in _BLOCK.finditer(text)]
    blocks = [text[: starts[0]] if starts else text]
    blocks += [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    names = ["", *(match[1] if (match := _KEY.match(block)) else "" for block in blocks[1:])]
    for name, value in changes.items():
        new = "" if value is None else _dumped(name, value)
        if name in names:
            at = names.index(name)
            blocks[at] = new + _comments_after(blocks[at])
            if not blocks[at]:
                del blocks[at], names[at]
            elif not new:
                names[at] = ""
        elif new:
            at = _place_for(name, names, order)
            blocks[at - 1] = (
                blocks[at - 1] if blocks[at - 1].endswith("\n") else blocks[at - 1] + "\n"
            )
            blocks.insert(at, new)
            names.insert(at, name)
    return "".join(blocks)


def _comments_after(block: str) -> str:
    """Comments and empty lines at the end of a field: they speak of the next one."""
    lines = block.splitlines(keepends=True)
    kept: list[str] = []
    while len(lines) > 1 and lines[-1][0] in "#\n":
        kept.insert(0, lines.pop())
    return "".join(kept)


def _dumped(name: str, value: object) -> str:
    """The lines of one field, as the canonical writer gives them, without the file's first line."""
    return "".join(
        line for line in dump_record({name: value}).splitlines(keepends=True) if line[0] != "#"
    )


def _place_for(name: str, names: list[str], order: Sequence[str]) -> int:
    """Position after the last field that comes before `name` in the fixed order."""
    rank = {field: at for at, field in enumerate(order)}
    before = [at for at, other in enumerate(names) if rank.get(other, -1) < rank[name]]
    return max(before, default=0) + 1
