"""Whether a file may have changed since it was last read."""

from __future__ import annotations

import os

Stamp = tuple[int, int, int, int]
"""Size, time of change of the content (ns), time of change of the file (ns), inode."""

NEVER: Stamp = (-1, -1, -1, -1)
"""Equal to no file's stamp: read the file again."""

_RACE_NS = 2_000_000_000
"""Coarsest clock of a file system: a file changed this near to its reading may change again
without its stamp showing it."""


def stamp_of(stat: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def lasting(stamp: Stamp, read_at_ns: int) -> Stamp:
    """The stamp to remember for a file read at `read_at_ns`: `NEVER` when it is too recent."""
    return stamp if max(stamp[1], stamp[2]) < read_at_ns - _RACE_NS else NEVER
