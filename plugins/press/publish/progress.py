"""What a build says on stderr: a line that moves while pages are made, when somebody watches; then
how many there are."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import NamedTuple

from plugins.french.numbers import number
from plugins.press.publish.hosts import Weight, where_it_fits


class Progress:
    """Counts pages up to `total`; rewrites its line at most ten times a second."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown_at = 0.0
        self._visible = sys.stderr.isatty()

    def add(self, pages: int) -> None:
        """`pages` more are made."""
        self._done += pages
        now = time.monotonic()
        if self._visible and (now - self._shown_at > 0.1 or self._done == self._total):
            self._shown_at = now
            share = 100 * self._done // max(self._total, 1)
            text = f"  {number(self._done)} pages sur {number(self._total)} ({share} %)"
            print(f"\r{text}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Clear the line."""
        if self._visible and self._shown_at:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class BuildReport(NamedTuple):
    """Numbers of pages of one build; `weight`: of the whole site, when it was weighed; `taken`: of
    those made, how many came from parts; `late`: by part, how many stay former ones."""

    total: int
    made: int
    removed: int
    weight: Weight | None = None
    taken: int = 0
    late: Mapping[str, int] = {}


def say(report: BuildReport, seconds: float) -> None:
    """The last lines of a build, on stderr: what was made, and on which hosts the site fits."""
    new = report.made - report.taken - sum(report.late.values())
    made = f"{number(new)} faites ou refaites" if new else "aucune à refaire"
    taken = f", {number(report.taken)} prises des parties" if report.taken else ""
    removed = f", {number(report.removed)} retirées" if report.removed else ""
    print(
        f"{number(report.total)} pages : {made}{taken}{removed}, en {seconds:.1f} s.".replace(
            ".", ",", 1
        ),
        file=sys.stderr,
    )
    for part, pages in sorted(report.late.items()):
        print(
            f"Partie {part} en retard : {number(pages)} pages restent celles d'avant.",
            file=sys.stderr,
        )
    for line in where_it_fits(report.weight) if report.weight else ():
        print(line, file=sys.stderr)
