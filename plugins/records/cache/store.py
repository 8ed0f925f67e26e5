"""Records between builds: read again what changed, keep the rest.

In the cache: one index (stamp, entry and warnings of every record) and one file of parsed trees a
département. A build that changes one record reads the index and writes one file of trees.
A cache that is cut, old or made by other code is not used; one whose trees do not match the index
is completed from the records themselves.
"""

from __future__ import annotations

import marshal
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.common.disk_cache import load, save
from plugins.common.worker_pool import can_fork, run_pool
from plugins.records.cache.stamps import FolderScan, Stamp, lasting, scan
from plugins.records.entry import Entry

ALONE_BELOW = 300
"""With fewer records to read than this, forking costs more than it brings."""

_TREES_KEPT = 12
"""Départements whose trees are kept at hand: one and its neighbours."""

Tree = dict[str, Any]


class ReadPlace(NamedTuple):
    """What one file says: an entry and its tree, or errors; warnings in both cases."""

    entry: Entry | None
    tree: Tree | None
    diagnostics: Sequence[Diagnostic]


class _Known(NamedTuple):
    """A département in the index. `rows`: name → (fields of the entry, fields of each warning)."""

    stamps: dict[str, Stamp]
    rows: dict[str, tuple[tuple[Any, ...], list[tuple[Any, ...]]]]


class Refreshed(NamedTuple):
    """All entries, sorted by id; all diagnostics of all records; what lies there and is none."""

    entries: list[Entry]
    diagnostics: list[Diagnostic]
    strays: list[str]
    read: int


class Store:
    """The places of `places_dir`.

    `read` turns (id, fingerprint, bytes of the file) into a `ReadPlace`; `version` names everything
    that decides what it answers (code, libraries): another version's cache is not used.
    """

    def __init__(
        self,
        places_dir: Path,
        cache_dir: Path,
        version: str,
        read: Callable[[str, bytes, bytes], ReadPlace],
        workers: int,
    ) -> None:
        self._places_dir = places_dir
        self._version = version
        self._read = read
        self._workers = workers
        name = blake2b(str(places_dir.resolve()).encode(), digest_size=6).hexdigest()
        self.cache = cache_dir / f"places-{name}"
        self._trees: dict[str, dict[bytes, bytes]] = {}

    def refresh(self) -> Refreshed:
        """Read what changed. Raises OSError when the folder of records cannot be read."""
        found = scan(self._places_dir)
        stored = load(self.cache / "index", self._version) or {}
        known = {folder: _Known(*parts) for folder, parts in stored.items()}
        nothing = _Known({}, {})
        stale = [
            folder
            for folder, stamps in found.files.items()
            if known.get(folder, nothing).stamps != stamps
        ]
        fresh = self._refresh_all(found, stale, known)
        diagnostics = [diagnostic for folder in stale for diagnostic in fresh[folder][1]]
        kept = {
            folder: fresh[folder][0] if folder in fresh else known.get(folder, nothing)
            for folder in found.files
        }
        if stale or kept.keys() != known.keys():
            save(self.cache / "index", self._version, {f: tuple(kept[f]) for f in kept})
        for folder in known.keys() - kept.keys():
            self._trees_file(folder).unlink(missing_ok=True)
        entries = []
        for part in kept.values():
            for row, warnings in part.rows.values():
                entries.append(Entry(*row))
                diagnostics += [Diagnostic(*warning) for warning in warnings]
        read = sum(fresh[folder][2] for folder in stale)
        return Refreshed(entries, diagnostics, found.strays, read)

    def tree(self, entry: Entry) -> Tree:
        """The parsed record of `entry`. Raises LookupError when the file changed since."""
        folder = entry.departement
        trees = self._trees.get(folder)
        if trees is None:
            if len(self._trees) >= _TREES_KEPT:
                del self._trees[next(iter(self._trees))]
            trees = self._trees[folder] = load(self._trees_file(folder), self._version) or {}
        stored = trees.get(entry.fingerprint)
        if stored is not None:
            tree: Tree = marshal.loads(stored)  # noqa: S302 (checked by `load`)
            return tree
        content = (self._places_dir / f"{entry.id}.yaml").read_bytes()
        reading = self._read(entry.id, fingerprint(entry.id, content), content)
        if reading.entry != entry or reading.tree is None:
            raise LookupError(f"{entry.id}.yaml a changé pendant la construction")
        return reading.tree

    def _refresh_all(
        self, found: FolderScan, stale: list[str], known: dict[str, _Known]
    ) -> dict[str, tuple[_Known, list[Diagnostic], int]]:
        results: dict[str, tuple[_Known, list[Diagnostic], int]] = {}

        def work(folder: str) -> tuple[str, tuple[_Known, list[Diagnostic], int]]:
            return folder, self._refresh_one(folder, found.files[folder], known.get(folder))

        def keep(result: tuple[str, tuple[_Known, list[Diagnostic], int]]) -> None:
            results[result[0]] = result[1]

        records = sum(len(found.files[folder]) for folder in stale)
        if self._workers < 2 or records < ALONE_BELOW or not can_fork():
            for folder in stale:
                keep(work(folder))
        else:
            shares = [stale[worker :: self._workers] for worker in range(self._workers)]
            run_pool(shares, work, keep)
        return results

    def _refresh_one(
        self, folder: str, stamps: dict[str, Stamp], known: _Known | None
    ) -> tuple[_Known, list[Diagnostic], int]:
        """One département: what to remember, the errors of its records, how many were read."""
        old = known or _Known({}, {})
        trees: dict[bytes, bytes] = load(self._trees_file(folder), self._version) or {}
        live: dict[bytes, bytes] = {}
        new = _Known({}, {})
        errors: list[Diagnostic] = []
        count = 0
        now = time.time_ns()
        for name, stamp in stamps.items():
            row = old.rows.get(name)
            if row is None or old.stamps.get(name) != stamp or row[0][1] not in trees:
                id_ = f"{folder}/{name}"
                content = (self._places_dir / f"{id_}.yaml").read_bytes()
                mark = fingerprint(id_, content)
                stamp = lasting(stamp, now)
                if row is None or row[0][1] != mark or mark not in trees:
                    count += 1
                    reading = self._read(id_, mark, content)
                    if reading.entry is None or reading.tree is None:
                        errors += reading.diagnostics
                        continue
                    row = (tuple(reading.entry), [tuple(p) for p in reading.diagnostics])
                    trees[mark] = marshal.dumps(reading.tree)
            new.stamps[name] = stamp
            new.rows[name] = row
            live[row[0][1]] = trees[row[0][1]]
        save(self._trees_file(folder), self._version, live)
        return new, errors, count

    def _trees_file(self, folder: str) -> Path:
        return self.cache / f"trees-{folder}"


def fingerprint(id_: str, content: bytes) -> bytes:
    """16 bytes that stand for a record: its identity and what its file holds."""
    return blake2b(id_.encode() + b"\n" + content, digest_size=16).digest()
