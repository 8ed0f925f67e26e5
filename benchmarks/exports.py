"""What the files of `/donnees/v1/` cost: all of them, nothing changed, one record edited.

    python -m benchmarks.exports [N …]
    python -m benchmarks.exports PLACES CACHE OUTPUT

Records are invented (`benchmarks.records`) and were read by an earlier build: what is counted is
what a build does for the exports alone, pages left out; the memory is that of the whole family of
processes, records too. The second form makes those of a folder once and leaves them in `OUTPUT`,
for whoever compares the files of two programs. Median of three.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.measure import Cost, run
from benchmarks.records import make_places
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.opendata.export_areas import export_areas
from plugins.opendata.export_files import Prints, export_files
from plugins.opendata.export_page_sets import beside_page_set, export_page_set
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.formats.export_format import Surroundings
from plugins.opendata.pieces import Pieces
from plugins.press.publish.comparison import compare
from plugins.press.publish.manifest import FILE_NAME, read_manifest, write_manifest
from plugins.press.publish.workers import render_all
from plugins.press.site import Site
from plugins.records.model.label import Label
from plugins.records.repository import read_repository

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 20_000)
DAY = datetime.date(2026, 11, 30)
SITE = Site("Coup de main", "https://aide.exemple.fr", "", DAY, {})
TIMES = 3


def make(places_dir: Path, cache: Path, output: Path) -> tuple[float, int]:
    """Make the exports that are not there. Seconds of processor, and how many files were written;
    reading the records is not counted."""
    workers = len(os.sched_getaffinity(0))
    codes = [each.name for each in places_dir.iterdir() if each.name[0].isdigit()]
    gazetteer = Gazetteer.load(sorted(codes))
    repository = read_repository(
        places_dir, gazetteer, DAY, cache_dir=cache, program="benchmark", workers=workers
    )
    begin = _processor()
    labels, places = repository.of(Label), repository.places
    common = fingerprint_of(*repository.fingerprints(Label).values())
    around = Surroundings(labels, gazetteer, SITE.url)
    pieces = Pieces(places, around, FORMATS, "benchmark", cache / "opendata")
    pieces.fill(workers)
    files = export_files(export_areas(places.entries, gazetteer, labels, SITE.name), FORMATS)
    prints = Prints(common)
    page_sets = [
        export_page_set(files, pieces, SITE, prints),
        beside_page_set(files, pieces, SITE, gazetteer, prints, list(gazetteer.departements)),
    ]
    output.mkdir(exist_ok=True)
    stage = output.with_name(f"{output.name}.stage")
    stage.mkdir()
    jobs, change = compare(page_sets, output, read_manifest(output), "benchmark")
    render_all(jobs, stage, workers, output, frozenset(change.changed))
    made = 0
    for path in change.new.files:
        if (stage / path).exists():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).replace(output / path)
            made += 1
    shutil.rmtree(stage)
    write_manifest(output / FILE_NAME, change.new)
    return _processor() - begin, made


def _processor() -> float:
    """Of this process and of the workers that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measure(count: int, folder: Path) -> None:
    """Print the lines of one size."""
    places, cache, output = folder / "places", folder / "cache", folder / "output"
    code, *_ = make_places(places, count)
    shutil.copytree(ROOT / "places" / "labels", places / "labels")
    record = min(places.glob(f"{code}/*.yaml"))

    def once() -> tuple[float, int, Cost]:
        command = [sys.executable, "-m", "benchmarks.exports", *map(str, (places, cache, output))]
        cost = run(command, ROOT, {"PYTHONPATH": str(ROOT)})
        spent, made = json.loads(output.with_name("said.json").read_text("ascii"))
        return spent, made, cost

    def cold() -> None:
        shutil.rmtree(output)
        shutil.rmtree(cache / "opendata")

    def edit() -> None:
        text = record.read_text("utf-8")
        record.write_text(text.replace("nom: ", "nom: Petit ", 1), "utf-8")

    def nothing() -> None:
        """Leave all as it is."""

    once()
    before: Callable[[], None]
    for what, before in (("all", cold), ("nothing changed", nothing), ("one edited", edit)):
        found = []
        for _ in range(TIMES):
            before()
            found.append(once())
        spent = median(each[0] for each in found)
        most = max(each[2].family for each in found)
        print(
            f"{count:>7,}  {what:<16} {spent:6.2f} s processor  {most:4.0f} MB family  "
            f"{found[-1][1]:,} files",
            flush=True,
        )


def main() -> None:
    """Measure each size in a folder of its own; or make one directory's exports."""
    if len(sys.argv) == 4 and not sys.argv[1].isdigit():
        places, cache, output = map(Path, sys.argv[1:])
        said = make(places, cache, output)
        output.with_name("said.json").write_text(json.dumps(said), "ascii")
        print(f"{said[0]:.2f} s processor, {said[1]:,} files")
        return
    for count in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(count, Path(folder))


if __name__ == "__main__":
    main()
