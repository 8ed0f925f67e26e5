"""All records of a directory, read and checked: what the generator puts into the context."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.places.checking import check_record
from plugins.places.checks import Context
from plugins.places.entry import Entry, Places, entry_of
from plugins.places.model.label import Label
from plugins.places.model.place import Place
from plugins.places.paths import record_path, stray
from plugins.places.problems import Problem
from plugins.places.stamps import is_departement
from plugins.places.storage import load, save
from plugins.places.store import Reading, Store, fingerprint
from plugins.places.together import (
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
    """`labels` by slug, sorted; `label_marks`: a fingerprint of each; `problems`: all of them."""

    places: Places
    labels: Mapping[str, Label]
    label_marks: Mapping[str, bytes]
    problems: list[Problem]


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

    def read_place(id_: str, mark: bytes, content: bytes) -> Reading:
        tree, record, problems, faulty = check_record(content, f"{id_}.yaml", context)
        if tree is None or not isinstance(record, Place):
            if faulty is not None:
                problems += check_links(faulty, id_, *names(), places_dir=places_dir)
            return Reading(None, None, problems)
        return Reading(entry_of(record, mark), tree, problems)

    store = Store(places_dir, cache_dir, code, read_place, workers)
    found = store.refresh()
    labels, marks, problems = _read_others(places_dir, context)
    problems += [stray(name) for name in found.strays]
    problems += found.problems
    memory = cache_dir / f"{store.cache.name}-together"
    problems += _compare(found.entries, labels, places_dir, memory, code)
    calendars: dict[str, Calendar] = {}

    def load_place(entry: Entry) -> Place:
        if entry.departement not in calendars:
            from plugins.hours import Calendar  # here: builds that change nothing need no hours

            departement = gazetteer.all_departements[entry.departement]
            calendars[entry.departement] = Calendar.of(departement)
        return Place.from_tree(store.tree(entry), entry.id, calendars[entry.departement])

    return Collection(Places(found.entries, load_place), labels, marks, problems)


def _read_others(
    places_dir: Path, context: Context
) -> tuple[dict[str, Label], dict[str, bytes], list[Problem]]:
    """Labels with their fingerprints, and what is wrong with every record that is not a place."""
    labels: dict[str, Label] = {}
    marks: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in _other_files(places_dir):
        path = record_path(name)
        if path is None:
            if not (name.endswith(".md") or name.startswith("schema/")):
                problems.append(stray(name))
            continue
        content = (places_dir / name).read_bytes()
        _, record, found, _ = check_record(content, name, context)
        problems += found
        if isinstance(record, Label):
            labels[record.slug] = record
            marks[record.slug] = fingerprint(name, content)
    return labels, marks, problems


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
) -> list[Problem]:
    """Problems between records. Those of the last build are kept (in `memory`), but for the
    records that changed since, which are compared with those of their communes."""
    version = blake2b(f"{code} {list(labels)}".encode(), digest_size=16).hexdigest()
    marks = {entry.id: entry.fingerprint for entry in entries}
    remembered: tuple[dict[str, bytes], list[tuple[Any, ...]]] | None = load(memory, version)
    known_marks, known = remembered or ({}, [])
    if marks == known_marks:
        return [Problem(*fields) for fields in known]
    changed = {id_ for id_, mark in marks.items() if known_marks.get(id_) != mark}
    concerned = any(f"{id_}.yaml" in fields[0] + fields[4] for id_ in changed for fields in known)
    if len(changed) > _FEW or concerned or not known_marks.keys() <= marks.keys():
        problems = check_together(entries, labels, places_dir, ids=place_ids(places_dir))
    else:
        communes = {entry.code_insee for entry in entries if entry.id in changed}
        successors = {entry.remplace_par for entry in entries if entry.id in changed}
        near = [e for e in entries if e.code_insee in communes or e.id in successors]
        problems = [Problem(*fields) for fields in known]
        problems += check_together(near, labels, places_dir, changed)
    save(memory, version, (marks, [tuple(problem) for problem in problems]))
    return problems
