"""All records of a directory, read and checked: what the generator puts into the context."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.common.disk_cache import load, save
from plugins.gazetteer import Gazetteer
from plugins.records.cache.stamps import is_departement
from plugins.records.cache.store import ReadPlace, Store, fingerprint
from plugins.records.checks import Context
from plugins.records.entry import Entry, Places, entry_of
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.reading.checking import check_record
from plugins.records.reading.paths import record_path, stray
from plugins.records.together import (
    check_links,
    check_together,
    label_names,
    place_ids,
)

if TYPE_CHECKING:
    from plugins.hours import Calendar


_FEW = 50
"""With more changed records than this, all are compared again."""


class Collection(NamedTuple):
    """`labels` by slug, sorted; `label_marks`: a fingerprint of each; `diagnostics`: all."""

    places: Places
    labels: Mapping[str, Label]
    label_marks: Mapping[str, bytes]
    diagnostics: list[Diagnostic]


def collect(
    places_dir: Path,
    cache_dir: Path,
    code: str,
    gazetteer: Gazetteer,
    today: datetime.date,
    workers: int,
) -> Collection:
    """Read the records that changed since the last build, take the others from the cache.

    `code`: fingerprint of the code; a cache made by other code is not used. Raises OSError when
    the folder cannot be read.
    """
    context = Context(gazetteer, today)

    @cache
    def names() -> tuple[set[str], set[str]]:
        return label_names(places_dir), place_ids(places_dir)

    def read_place(id_: str, mark: bytes, content: bytes) -> ReadPlace:
        tree, record, diagnostics, faulty = check_record(content, f"{id_}.yaml", context)
        if tree is None or not isinstance(record, Place):
            if faulty is not None:
                diagnostics += check_links(faulty, id_, *names(), places_dir=places_dir)
            return ReadPlace(None, None, diagnostics)
        return ReadPlace(entry_of(record, mark), tree, diagnostics)

    store = Store(places_dir, cache_dir, code, read_place, workers)
    found = store.refresh()
    labels, marks, diagnostics = _read_others(places_dir, context)
    diagnostics += [stray(name) for name in found.strays]
    diagnostics += found.diagnostics
    memory = cache_dir / f"{store.cache.name}-together"
    diagnostics += _compare(found.entries, labels, places_dir, memory, code)
    calendars: dict[str, Calendar] = {}

    def load_place(entry: Entry) -> Place:
        if entry.departement not in calendars:
            from plugins.hours import Calendar  # here: builds that change nothing need no hours

            departement = gazetteer.all_departements[entry.departement]
            calendars[entry.departement] = Calendar.of(departement)
        return Place.from_tree(store.tree(entry), entry.id, calendars[entry.departement])

    return Collection(Places(found.entries, load_place), labels, marks, diagnostics)


def _read_others(
    places_dir: Path, context: Context
) -> tuple[dict[str, Label], dict[str, bytes], list[Diagnostic]]:
    """Labels with their fingerprints, and what is wrong with every record that is not a place."""
    labels: dict[str, Label] = {}
    marks: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    for name in _other_files(places_dir):
        path = record_path(name)
        if path is None:
            if not (name.endswith(".md") or name.startswith("schema/")):
                diagnostics.append(stray(name))
            continue
        content = (places_dir / name).read_bytes()
        _, record, found, _ = check_record(content, name, context)
        diagnostics += found
        if isinstance(record, Label):
            labels[record.slug] = record
            marks[record.slug] = fingerprint(name, content)
    return labels, marks, diagnostics


def _other_files(places_dir: Path) -> list[str]:
    """Every file that is not in the folder of a département, sorted, relative to `places_dir`."""
    found = []
    for parent, folders, names in os.walk(places_dir):
        if Path(parent) == places_dir:
            folders[:] = [folder for folder in folders if not is_departement(folder)]
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        inside = Path(parent).relative_to(places_dir)
        found += [(inside / name).as_posix() for name in names if not name.startswith(".")]
    return sorted(found)


def _compare(
    entries: Sequence[Entry],
    labels: Mapping[str, Label],
    places_dir: Path,
    memory: Path,
    code: str,
) -> list[Diagnostic]:
    """Diagnostics between records. Those of the last build are kept (in `memory`), but for the
    records that changed since, which are compared with those of their communes."""
    version = blake2b(f"{code} {list(labels)}".encode(), digest_size=16).hexdigest()
    marks = {entry.id: entry.fingerprint for entry in entries}
    remembered: tuple[dict[str, bytes], list[tuple[Any, ...]]] | None = load(memory, version)
    known_marks, known = remembered or ({}, [])
    if marks == known_marks:
        return [Diagnostic(*fields) for fields in known]
    changed = {id_ for id_, mark in marks.items() if known_marks.get(id_) != mark}
    concerned = any(f"{id_}.yaml" in fields[0] + fields[4] for id_ in changed for fields in known)
    if len(changed) > _FEW or concerned or not known_marks.keys() <= marks.keys():
        diagnostics = check_together(entries, labels, places_dir, ids=place_ids(places_dir))
    else:
        communes = {entry.code_insee for entry in entries if entry.id in changed}
        successors = {entry.remplace_par for entry in entries if entry.id in changed}
        near = [e for e in entries if e.code_insee in communes or e.id in successors]
        diagnostics = [Diagnostic(*fields) for fields in known]
        diagnostics += check_together(near, labels, places_dir, changed)
    save(memory, version, (marks, [tuple(diagnostic) for diagnostic in diagnostics]))
    return diagnostics
