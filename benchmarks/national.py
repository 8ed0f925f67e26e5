"""A table of the size of the whole national export: 20,000 rows of 40 columns.

    python -m benchmarks.national LIEUX.csv NATIONAL.csv [ROWS]

Rows of a list in the national layout, repeated with other identifiers, names, numbers of houses and
points (some metres away), and with columns that the import does not read. Then, in an empty folder:

    /usr/bin/time -v annuaire import NATIONAL.csv --places places --report rapport.json

Goal: 12 s of CPU, 500 MB.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

ROWS = 20_000
COLUMNS = 40
_STEP = 0.0011
"""Degrees between copies of a row: more than a hundred metres."""


def repeated(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The rows, then copies of them, each other than the one before."""
    for turn in count():
        for row in rows:
            copy = dict(row)
            if turn:
                copy["id"] = f"{row['id']}-{turn}"
                copy["nom"] = f"{row['nom']} {'ABCDEFGHIJ'[turn % 10]}{turn}"
                copy["adresse"] = f"{turn * 3} {row['adresse'].lstrip('0123456789 ')}"
                for name in ("latitude", "longitude"):
                    if row[name]:
                        copy[name] = f"{float(row[name]) + turn * _STEP:.6f}"
            yield copy


def write(source: Path, target: Path, wanted: int = ROWS) -> None:
    """Write the large table."""
    with source.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names = list(reader.fieldnames or ())
        rows = list(reader)
    more = [f"colonne_{number}" for number in range(len(names), COLUMNS)]
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*names, *more], restval="oui")
        writer.writeheader()
        writer.writerows(islice(repeated(rows), wanted))


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:4]))
