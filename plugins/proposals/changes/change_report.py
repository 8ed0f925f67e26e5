"""What a change has to answer for: faults on what it touches, and those that it makes elsewhere."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.records.commands import check
from plugins.records.listing import list_records

MOST_SHOWN = 10
"""Annotations of one kind that a forge shows of one step."""
BECAUSE = "à cause de votre changement : "
"""How a fault begins that the change makes in a record that it does not touch."""
_SEVERITIES = ("error", "warning", "remark")
_MOST_COMPARED = 1_000_000
_INDEX = re.compile(r"\[\d+\]")


class ChangeReport(NamedTuple):
    """`touched`: files of records that were added, changed or removed, sorted, within the folder of
    records; `shown`: what the change answers for, worst first; `others`: errors that were there
    before it."""

    touched: list[str]
    shown: list[Diagnostic]
    others: int

    @property
    def errors(self) -> int:
        """How many of those that it answers for stop a build."""
        return sum(one.severity == "error" for one in self.shown)


def report_change(before: Path, places_dir: Path, today: date | None = None) -> ChangeReport:
    """Compare the records of `before` with those of `places_dir`, both folders."""
    touched = touched_files(before, places_dir)
    with TemporaryDirectory(prefix="annuaire-") as cache:
        was = check(before, today=today, cache=Path(cache))
        found = check(places_dir, today=today, cache=Path(cache))
    known = Counter(map(_sense, was))
    shown: list[Diagnostic] = []
    others = 0
    lines: dict[str, set[int]] = {}
    for one in found:
        is_new = known[_sense(one)] == 0
        known[_sense(one)] -= not is_new
        if one.path in touched and one.path not in lines:
            lines[one.path] = changed_lines(before / one.path, places_dir / one.path)
        if one.path in touched and (is_new or one.line in lines[one.path]):
            shown.append(one)
        elif is_new:
            shown.append(one._replace(message=BECAUSE + one.message))
        else:
            others += one.severity == "error"
    return ChangeReport(sorted(touched), worst_first(shown), others)


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors, warnings, remarks; of each, first those of what the change touches."""

    def rank(one: Diagnostic) -> tuple[int, bool, Diagnostic]:
        return _SEVERITIES.index(one.severity), one.message.startswith(BECAUSE), one

    return sorted(set(diagnostics), key=rank)


def touched_files(before: Path, places_dir: Path) -> set[str]:
    """Files of the folder of records whose bytes differ, or that only one of the two has."""
    names: set[str] = set()
    for folder in (before, places_dir):
        listing = list_records(folder)
        names.update(listing.names(), (stray.path for stray in listing.strays))
    return {name for name in names if _bytes(before / name) != _bytes(places_dir / name)}


def changed_lines(before: Path, after: Path) -> set[int]:
    """Numbers of the lines of a file, as it is after, that were not there before; all of them where
    there are too many to compare."""
    old, new = _lines(before), _lines(after)
    if len(old) * len(new) > _MOST_COMPARED:
        return set(range(1, len(new) + 1))
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return {
        number + 1 for kind, _, _, start, end in changes if kind != "equal"
        for number in range(start, end)
    }  # fmt: skip


def _sense(one: Diagnostic) -> Sequence[str]:
    """What stays the same of a fault when other lines move it."""
    return one.path, _INDEX.sub("", one.field), one.severity, one.message, one.hint


def _bytes(path: Path) -> bytes | None:
    """Those of a file; of what is none but has its name, something that no record is."""
    if path.is_file() and not path.is_symlink():
        return path.read_bytes()
    return b"\0" if os.path.lexists(path) else None


def _lines(path: Path) -> list[bytes]:
    return (_bytes(path) or b"").splitlines()
