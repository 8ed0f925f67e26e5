"""`python -m benchmarks.hand_edits FIRST SECOND OLDER`: are hand edits kept by years of imports?

Three tables: a list, another one that is newer, an older edition of the first. Into an empty
folder: the first, ten edits of every kind, the second, the older edition, the first again, twice.
Prints what was lost (nothing), what was shown twice (nothing), and whether the last runs changed a
byte (no).
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

from plugins.intake import ImportReport, run_import
from tests.support.hand_edits import edit_records, identities, lost, snapshot

EACH = 10


def main() -> None:
    """Run it and print the numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs=3, type=Path, metavar="TABLE")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    first, second, older = arguments.tables
    with tempfile.TemporaryDirectory() as folder:
        places = Path(folder) / "places"
        places.mkdir()
        shown: Counter[str] = Counter()
        _report("first list", _run(first, places), shown)
        edits = edit_records(places, random.Random(arguments.seed), EACH)
        counts = Counter(edit.kind for edit in edits)
        print("edits:", ", ".join(f"{count} {kind}" for kind, count in counts.items()))
        for name, table in (
            ("newer list", second),
            ("older edition", older),
            ("first list again", first),
            ("and again", first),
        ):
            before = snapshot(places)
            _report(name, _run(table, places), shown)
            after = snapshot(places)
            changed = [path for path in {*before, *after} if before.get(path) != after.get(path)]
            gone = list(lost(edits, places))
            print(f"  {len(changed)} files changed, {len(gone)} edits lost: {gone[:10]}")
        twice = [what for what, count in shown.items() if count > 1]
        print(f"{len(identities(places))} records; {len(shown)} differences shown,")
        print(f"{len(twice)} of them more than once: {twice[:5]}")


def _run(table: Path, places: Path) -> tuple[ImportReport, float]:
    start = time.process_time()
    report = run_import(table, places, licence="Licence Ouverte 2.0")
    return report, time.process_time() - start


def _report(name: str, run: tuple[ImportReport, float], shown: Counter[str]) -> None:
    report, seconds = run
    counts = {status: count for status, count in report.counts.items() if count}
    print(f"{name}: {counts}, {len(report.kept_by_hand)} differences, {seconds:.1f} s of CPU")
    for edition in report.older:
        print(f"  {edition.sentence()}")
    shown.update(f"{item.id} {item.field} {item.source}" for item in report.kept_by_hand)


if __name__ == "__main__":
    main()
