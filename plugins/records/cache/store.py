"""Records between builds: read again what changed, keep the rest.

In the cache: one index (stamps of the files, fingerprint, entry and warnings of every record) and
one file of parsed trees a folder. A build that changes one record reads the index and writes one
file of trees. A cache that is cut, old or made by other code is not used; one whose trees do not
match the index is completed from the records themselves.
"""

from __future__ import annotations

import marshal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.common.disk_cache import load, save
from plugins.common.fingerprint import fingerprint_of
from plugins.common.worker_pool import can_fork, run_pool
from plugins.records.cache.stamps import Stamp, lasting
from plugins.records.entry import Entry
from plugins.records.kinds import KINDS, kind_of_folder
from plugins.records.listing import Listing
from plugins.records.reading.paths import RecordPath, record_file, record_path
from plugins.records.reading.reader import Tree

ALONE_BELOW = 300
"""With fewer records to read than this, forking costs more than it brings."""

_FOLDERS_KEPT = 12
"""Folders whose trees are kept at hand: a département and its neighbours."""


class ReadRecord(NamedTuple):
    """What one file says: its tree (and an entry, for a place), or errors with what could be read
    of it (`faulty`); warnings in both cases."""

    tree: Tree | None
    diagnostics: Sequence[Diagnostic]
    entry: Entry | None = None
    faulty: Tree | None = None


class StoredRecord(NamedTuple):
    """A record without error, as the index knows it."""

    path: RecordPath
    fingerprint: bytes
    entry: Entry | None


class Refreshed(NamedTuple):
    """All records without error, by folder and name; diagnostics of all; the faulty ones with what
    could be read of them; how many files were read."""

    records: list[StoredRecord]
    diagnostics: list[Diagnostic]
    faulty: list[tuple[RecordPath, Tree]]
    read: int


class _StoredFolder(NamedTuple):
    """A folder in the index. `rows`: name → (fingerprint, fields of the entry, those of each
    warning). `day`: the one that the rules compared with, where they do."""

    day: str
    stamps: dict[str, Stamp]
    rows: dict[str, tuple[bytes, tuple[Any, ...] | None, list[tuple[Any, ...]]]]


class _Fresh(NamedTuple):
    """A folder that was read: what to remember, what is wrong, what could be read of it."""

    folder: _StoredFolder
    errors: list[Diagnostic]
    faulty: list[tuple[RecordPath, Tree]]
    read: int


class Store:
    """The records of `places_dir`, kept in `cache` (None: nowhere).

    `read` turns (path of the record, fingerprint, bytes of the file) into a `ReadRecord`; `version`
    names everything that decides what it answers (code, libraries): another version's cache is not
    used. `day`: the one that daily rules compare with.
    """

    def __init__(
        self,
        places_dir: Path,
        cache: Path | None,
        version: str,
        day: str,
        read: Callable[[RecordPath, bytes, bytes], ReadRecord],
        workers: int,
    ) -> None:
        self._places_dir = places_dir
        self._cache = cache
        self._version = version
        self._day = day
        self._read = read
        self._workers = workers
        self._trees: dict[str, dict[bytes, bytes]] = {}

    def refresh(self, found: Listing) -> Refreshed:
        """Read what changed. Raises OSError when a record cannot be read."""
        stored = self._load("index") or {}
        known = {folder: _StoredFolder(*parts) for folder, parts in stored.items()}
        days = {folder: self._day_of(folder) for folder in found.folders}
        stale = [
            folder
            for folder, stamps in found.folders.items()
            if folder not in known
            or known[folder].stamps != stamps
            or known[folder].day != days[folder]
        ]
        fresh = self._refresh_all(found, stale, known)
        kept = {
            folder: fresh[folder].folder if folder in fresh else known[folder]
            for folder in found.folders
        }
        if stale or kept.keys() != known.keys():
            self._save("index", {folder: tuple(kept[folder]) for folder in kept})
        if self._cache is not None:
            for folder in known.keys() - kept.keys():
                (self._cache / _trees_of(folder)).unlink(missing_ok=True)
        records = []
        diagnostics = [error for folder in stale for error in fresh[folder].errors]
        for folder, part in kept.items():
            for name, (fingerprint, row, warnings) in part.rows.items():
                path = record_path(f"{folder}/{name}.yaml")
                if path is not None:
                    records.append(StoredRecord(path, fingerprint, Entry(*row) if row else None))
                diagnostics += [Diagnostic(*warning) for warning in warnings]
        faulty = [each for folder in stale for each in fresh[folder].faulty]
        return Refreshed(records, diagnostics, faulty, sum(fresh[f].read for f in stale))

    def tree(self, path: RecordPath, fingerprint: bytes) -> Tree:
        """The parsed record that has this fingerprint. Raises LookupError when it changed since it
        was listed."""
        name = KINDS[path.kind].file(path.id)
        folder = name.rpartition("/")[0]
        trees = self._trees.get(folder)
        if trees is None:
            if len(self._trees) >= _FOLDERS_KEPT:
                del self._trees[next(iter(self._trees))]
            trees = self._trees[folder] = self._load(_trees_of(folder)) or {}
        stored = trees.get(fingerprint)
        if stored is not None:
            tree: Tree = marshal.loads(stored)  # noqa: S302 (checked by `load`)
            return tree
        content = record_file(self._places_dir, name).read_bytes()
        reading = self._read(path, fingerprint_of(name, content), content)
        if fingerprint_of(name, content) != fingerprint or reading.tree is None:
            raise LookupError(f"{name} a changé pendant la construction")
        return reading.tree

    def _day_of(self, folder: str) -> str:
        kind = kind_of_folder(folder)
        return self._day if kind is not None and kind.is_daily else ""

    def _refresh_all(
        self, found: Listing, stale: list[str], known: dict[str, _StoredFolder]
    ) -> dict[str, _Fresh]:
        results: dict[str, _Fresh] = {}

        def work(folder: str) -> tuple[str, _Fresh]:
            return folder, self._refresh_one(folder, found.folders[folder], known.get(folder))

        def keep(result: tuple[str, _Fresh]) -> None:
            results[result[0]] = result[1]

        records = sum(len(found.folders[folder]) for folder in stale)
        if self._workers < 2 or records < ALONE_BELOW or not can_fork():
            for folder in stale:
                keep(work(folder))
        else:
            shares = [stale[worker :: self._workers] for worker in range(self._workers)]
            run_pool(shares, work, keep)
        return results

    def _refresh_one(
        self, folder: str, stamps: dict[str, Stamp], known: _StoredFolder | None
    ) -> _Fresh:
        day = self._day_of(folder)
        old = known if known is not None and known.day == day else _StoredFolder(day, {}, {})
        trees: dict[bytes, bytes] = self._load(_trees_of(folder)) or {}
        live: dict[bytes, bytes] = {}
        new = _Fresh(_StoredFolder(day, {}, {}), [], [], 0)
        count = 0
        now = time.time_ns()
        for name, stamp in stamps.items():
            row = old.rows.get(name)
            if row is None or old.stamps.get(name) != stamp or row[0] not in trees:
                file = f"{folder}/{name}.yaml"
                content = record_file(self._places_dir, file).read_bytes()
                fingerprint = fingerprint_of(file, content)
                stamp = lasting(stamp, now)
                if row is None or row[0] != fingerprint or fingerprint not in trees:
                    count += 1
                    path = record_path(file)
                    if path is None:  # the listing knows records only
                        continue
                    reading = self._read(path, fingerprint, content)
                    if reading.tree is None:
                        new.errors.extend(reading.diagnostics)
                        if reading.faulty is not None:
                            new.faulty.append((path, reading.faulty))
                        continue
                    row = (
                        fingerprint,
                        tuple(reading.entry) if reading.entry else None,
                        [tuple(diagnostic) for diagnostic in reading.diagnostics],
                    )
                    trees[fingerprint] = marshal.dumps(reading.tree)
            new.folder.stamps[name] = stamp
            new.folder.rows[name] = row
            live[row[0]] = trees[row[0]]
        self._save(_trees_of(folder), live)
        return new._replace(read=count)

    def _load(self, name: str) -> Any:
        return None if self._cache is None else load(self._cache / name, self._version)

    def _save(self, name: str, value: Any) -> None:
        if self._cache is not None:
            save(self._cache / name, self._version, value)


def _trees_of(folder: str) -> str:
    return f"trees-{folder.replace('/', '-')}"
