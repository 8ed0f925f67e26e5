"""The one place that lists the folder of records: every file, of every kind, none opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.records.cache.stamps import Stamp, stamp_of
from plugins.records.kinds import KINDS, Kind, kind_of_folder
from plugins.records.model.identity import RecordKind
from plugins.records.reading.paths import (
    folder_like_a_record,
    given_labels,
    is_beside,
    is_hidden_record,
    not_a_file,
    record_path,
    stray,
)


class Listing(NamedTuple):
    """`folders`: of each folder that holds records («31», «31/ateliers», «labels»), the stamps of
    its files by name without ending, both sorted. `strays`: what lies there and is no record.
    `given`: paths of the records that come with the program («labels/pix.yaml»)."""

    folders: dict[str, dict[str, Stamp]]
    strays: list[Diagnostic]
    given: frozenset[str] = frozenset()

    def names(self) -> list[str]:
        """Paths of the directory's own records («31/mairie.yaml»), sorted."""
        every = (
            f"{folder}/{name}.yaml" for folder, stamps in self.folders.items() for name in stamps
        )
        return sorted(name for name in every if name not in self.given)

    def ids(self, kind: RecordKind) -> set[str]:
        """Ids of the records of a kind that have a file, readable or not: a faulty record is not a
        lost one."""
        return set(_ids(KINDS[kind], self.folders))


def list_records(places_dir: Path) -> Listing:
    """Look at every file of the folder. Raises OSError when it cannot be read."""
    listing = Listing({}, [])
    _list_folder(str(places_dir), "", listing)
    listing.strays.sort()
    given = frozenset(_add_given_labels(places_dir, listing.folders))
    return Listing(dict(sorted(listing.folders.items())), listing.strays, given)


def _add_given_labels(places_dir: Path, folders: dict[str, dict[str, Stamp]]) -> Iterator[str]:
    """Paths of the program's labels that the directory has not, which now stand in `folders`."""
    labels = given_labels(places_dir)
    if labels is None:
        return
    own = folders.get(labels.name, {})
    given = Listing({}, [])
    _list_folder(str(labels.parent), labels.name, given, deep=False)
    added = {name: at for name, at in given.folders[labels.name].items() if name not in own}
    folders[labels.name] = dict(sorted({**own, **added}.items()))
    yield from (f"{labels.name}/{name}.yaml" for name in added)


def ids_in(places_dir: Path, kind: RecordKind, departement: str) -> list[str]:
    """Ids of the records of a kind in the folder of one département, sorted."""
    folder = KINDS[kind].file(f"{departement}/x").rpartition("/")[0]
    listing = Listing({}, [])
    if (places_dir / folder).is_dir():
        _list_folder(str(places_dir), folder, listing, deep=False)
    return sorted(_ids(KINDS[kind], listing.folders))


def _ids(kind: Kind, folders: dict[str, dict[str, Stamp]]) -> Iterator[str]:
    for folder, stamps in folders.items():
        if kind.folder_pattern.fullmatch(folder):
            for name in stamps:
                if found := kind.file_pattern.fullmatch(f"{folder}/{name}.yaml"):
                    yield "/".join(found.groups())


def _list_folder(root: str, folder: str, found: Listing, *, deep: bool = True) -> None:
    kind = kind_of_folder(folder)
    stamps: dict[str, Stamp] = {}
    with os.scandir(f"{root}/{folder}") as items:
        listed = list(items)
    for item in listed:
        name = f"{folder}/{item.name}" if folder else item.name
        is_dir = item.is_dir(follow_symlinks=False)
        if item.name.startswith("."):
            if not is_dir and is_hidden_record(item.name):
                found.strays.append(stray(name))
            continue
        if is_dir:
            if is_hidden_record(item.name) and kind is not None:
                found.strays.append(folder_like_a_record(name))
            if deep:
                _list_folder(root, name, found)
        elif not item.is_file(follow_symlinks=False):
            found.strays.append(not_a_file(name))
        elif kind is not None and record_path(name) is not None:
            stamps[item.name.removesuffix(".yaml")] = stamp_of(item.stat(follow_symlinks=False))
        elif not is_beside(name):
            found.strays.append(stray(name))
    if stamps:
        found.folders[folder] = dict(sorted(stamps.items()))  # «mairie» before «mairie-annexe»
