"""Which files are there, and which may have changed since they were last read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

Stamp = tuple[int, int, int, int]
"""Size, time of change of the content (ns), time of change of the file (ns), inode."""

NEVER: Stamp = (-1, -1, -1, -1)
"""Equal to no file's stamp: read the file again."""

_RACE_NS = 2_000_000_000
"""Coarsest clock of a file system: a file changed this near to its reading may change again
without its stamp showing it."""

_OTHER_FOLDERS = {"ateliers", "tournees"}
"""Of a département: records of other kinds."""


class FolderScan(NamedTuple):
    """`files`: stamps by département folder, then by name without ending, both sorted.
    `strays`: relative paths of what lies among the places and is no record."""

    files: dict[str, dict[str, Stamp]]
    strays: list[str]


def is_departement(name: str) -> bool:
    """«31», «2A», «971»: the form of a département's folder."""
    return name[:1].isdigit() and 2 <= len(name) <= 3 and name.isalnum()


def scan(places_dir: Path) -> FolderScan:
    """Look at every file of a place, without opening any. Raises OSError."""
    files: dict[str, dict[str, Stamp]] = {}
    strays: list[str] = []
    with os.scandir(places_dir) as listing:
        folders = sorted(item.name for item in listing if is_departement(item.name))
    for folder in folders:
        stamps: dict[str, Stamp] = {}
        with os.scandir(f"{places_dir}/{folder}") as listing:
            for item in listing:
                name = item.name
                if name.endswith(".yaml") and item.is_file(follow_symlinks=False):
                    stat = item.stat(follow_symlinks=False)
                    stamps[name[:-5]] = (
                        stat.st_size,
                        stat.st_mtime_ns,
                        stat.st_ctime_ns,
                        stat.st_ino,
                    )
                elif name not in _OTHER_FOLDERS and not name.startswith("."):
                    strays.append(f"{folder}/{name}")
        files[folder] = {name: stamps[name] for name in sorted(stamps)}
    return FolderScan(files, sorted(strays))


def lasting(stamp: Stamp, read_at_ns: int) -> Stamp:
    """The stamp to remember for a file read at `read_at_ns`: `NEVER` when it is too recent."""
    return stamp if max(stamp[1], stamp[2]) < read_at_ns - _RACE_NS else NEVER
