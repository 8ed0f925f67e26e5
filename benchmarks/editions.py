"""What each edition of a site costs to make: microseconds, kilobytes and pages of each page set.

    python -m benchmarks.editions SETTINGS [--keep]

`SETTINGS`: a Pelican settings file whose output does not exist yet; nothing is published. One
process makes every page once. Beside each figure stands that of `benchmarks/editions.csv`, which
`--keep` writes anew: machines differ, so microseconds are also told in floors, the time that the
same process takes to make an empty page of our templates and to write a file as large as the
median page.
"""

from __future__ import annotations

import csv
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from jinja2 import Environment

from plugins.press import generator, press
from plugins.press.publish.workers import Job, write_new

KEPT = Path(__file__).with_name("editions.csv")
_FLOOR_TIMES = 2_000


class Edition(NamedTuple):
    """One page set: processor microseconds a page, the same in floors, bytes a page, pages."""

    name: str
    microseconds: float
    floors: float
    size: float
    pages: int


def measured(jobs: Sequence[Job], floor_of: float) -> list[Edition]:
    """Make the pages of `jobs`; the dearest edition comes first."""
    found: defaultdict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
    for job in jobs:
        begin = time.process_time()
        sizes = [len(_bytes(job.page_set.render(page.key))) for page in job.pages]
        spent = time.process_time() - begin
        name = f"{job.page_set.language} {job.page_set.name}".split(":")[0].strip()
        if "." in name:
            name = f"{job.page_set.language} pages of content"
        for index, more in enumerate((spent, sum(sizes), len(sizes))):
            found[name][index] += more
    editions = [
        Edition(name, 1e6 * spent / pages, 1e6 * spent / pages / floor_of, size / pages, int(pages))
        for name, (spent, size, pages) in found.items()
    ]
    return sorted(editions, key=lambda edition: -edition.microseconds * edition.pages)


def floor(size: int) -> float:
    """Processor microseconds of an empty template and a file of `size` bytes, on this machine."""
    template = Environment(autoescape=True).from_string("{{ words }}")
    data = "é" * (size // 2)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        for number in range(_FLOOR_TIMES):
            write_new(f"{folder}/{number}", template.render(words=data).encode())
        return 1e6 * (time.process_time() - begin) / _FLOOR_TIMES


def say(editions: Sequence[Edition], before: dict[str, Edition]) -> None:
    """One line an edition, with what it cost when the file was kept."""
    print(f"{'edition':<28}{'pages':>8}{'µs':>8}{'floors':>8}{'was':>8}{'kB':>8}{'was':>8}")
    for edition in editions:
        old = before.get(edition.name)
        was = (f"{old.floors:>8.1f}", f"{old.size / 1000:>8.1f}") if old else (" " * 8, " " * 8)
        print(
            f"{edition.name:<28}{edition.pages:>8}{edition.microseconds:>8.0f}"
            f"{edition.floors:>8.1f}{was[0]}{edition.size / 1000:>8.1f}{was[1]}"
        )


def _bytes(content: str | bytes | Iterator[bytes]) -> bytes:
    if isinstance(content, str):
        return content.encode()
    return content if isinstance(content, bytes) else b"".join(content)


def _read() -> dict[str, Edition]:
    if not KEPT.is_file():
        return {}
    with KEPT.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return {
        name: Edition(name, float(spent), float(floors), float(size), int(pages))
        for name, spent, floors, size, pages in rows
    }


def _keep(editions: Sequence[Edition]) -> None:
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Edition._fields)
        for edition in editions:
            row = (f"{edition.microseconds:.0f}", f"{edition.floors:.1f}", f"{edition.size:.0f}")
            writer.writerow([edition.name, *row, edition.pages])


def main() -> None:
    """Build as far as the pages, measure them, stop."""
    settings, *flags = sys.argv[1:]
    begin = time.process_time()

    def render_all(jobs: Sequence[Job], *where: object) -> NoReturn:
        before = time.process_time() - begin
        sizes = [len(_bytes(job.page_set.render(job.pages[0].key))) for job in jobs]
        lowest = floor(int(statistics.median(sizes)))
        editions = measured(jobs, lowest)
        print(f"before pages {before:.1f} s of one core; floor {lowest:.0f} µs")
        say(editions, _read())
        if "--keep" in flags:
            _keep(editions)
        sys.stdout.flush()
        os._exit(0)  # nothing is published

    vars(press)["render_all"] = render_all
    sys.exit(generator.build(settings=Path(settings)))


if __name__ == "__main__":
    main()
