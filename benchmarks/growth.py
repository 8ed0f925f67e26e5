"""How the time of reading what a stranger typed grows with its length.

    python -m benchmarks.growth [READER …]

Each reader gets each piece again and again, up to 2,000, 8,000 and 32,000 characters. A reader
whose time grows faster than the text is told: four times the text, more than six times the time.
Nothing told, everything linear. Readers: `hours`, `dates`, `prose`, `field` (each field of each
kind of record, its message included), `cell` (each column that an import knows).
"""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

import yaml

from plugins.gazetteer import Gazetteer
from plugins.hours import HoursError, read_hours
from plugins.intake.match.candidate import NotAPlace
from plugins.intake.read.clean import Cleaner, Defaults
from plugins.intake.read.column_names import FIELDS
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.read.table import TableRow
from plugins.press.text.prose import Prose
from plugins.records.checks import Context
from plugins.records.kinds import KINDS
from plugins.records.reading.checking import check_record
from plugins.recurrence import DatesError, read_dates
from tests.support.record_values import FieldAt, Tree, changed, fields_of, rich

LENGTHS = (2_000, 8_000, 32_000)
SLOW = 0.25
"""Seconds below which growth is not looked at."""
FASTER = 6
"""Times the time for four times the text: past it, growth is not linear."""
PIECES = (
    "a", "a ", "1", "1 ", "é", ".", "/", "#", "'", '"', "\\", ":", "; ", "(", "[", "{", "*", "`",
    "<", "&#", "&amp;", "[a](", "![", "_a_", "**a", "> ", "| a ", "- ", "- a\n", "1. ", "<b>", "\n",
    "a\n", "http://a.fr/", "a@a.", "06 ", "05 61 00 00 00 ", "12/", "2026-", "31670 ", "rue ",
    "Mme Dupont ", "9h-12h, ", "lundi ", "lundi: 9h, ", "du 1er au ", "le 1er et ", "et ", "à ",
    "sauf ", "fermé ", "semaine ", "un mardi sur deux ", "Mo-Fr 09:00-12:00; ",
)  # fmt: skip
FILES = {
    "place": "31/x.yaml",
    "workshop": "31/ateliers/x.yaml",
    "route": "31/tournees/x.yaml",
    "label": "labels/x.yaml",
    "network": "reseaux/x.yaml",
    "territory": "territoires/epci/243100633.yaml",
}
ROW = {"nom": "Médiathèque", "commune": "Labège", "code_postal": "31670", "code_insee": "31254"}
TODAY = datetime.date(2026, 11, 22)
Reader = Callable[[str], object]


def readers(gazetteer: Gazetteer) -> Iterator[tuple[str, Reader]]:
    """What is measured, by name."""
    yield "hours", _hours
    yield "dates", _dates
    yield "prose", Prose()
    context = Context(gazetteer, TODAY)
    for kind, file in FILES.items():
        model = KINDS[kind].model  # type: ignore[index]
        for found in fields_of(model):
            yield f"field {kind}.{found.name}", partial(_record, rich(model), found, file, context)
    for column in sorted(FIELDS):
        yield f"cell {column}", partial(_cell, gazetteer, column)


def _record(base: Tree, found: FieldAt, file: str, context: Context, text: str) -> object:
    tree = yaml.dump(changed(base, found.path, text), Dumper=yaml.CSafeDumper, width=10**9)
    return check_record(tree.encode(), file, context)


def _cell(gazetteer: Gazetteer, column: str, text: str) -> object:
    cells = {**ROW, column: text}
    layout = layout_for(tuple(cells), None, [TableRow(2, cells)], lambda name: False)
    cleaner = Cleaner(gazetteer, layout, Defaults("essai", "", ""))
    with suppress(NotAPlace):
        return cleaner.candidate(TableRow(2, cells))
    return None


def _hours(text: str) -> object:
    with suppress(HoursError):
        return read_hours(text)
    return None


def _dates(text: str) -> object:
    with suppress(DatesError):
        return read_dates(text, today=TODAY)
    return None


def measure(reader: Reader, piece: str) -> list[float]:
    """Seconds of processor for each length; as many as stay below some seconds."""
    times: list[float] = []
    for length in LENGTHS:
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        reader(text)
        times.append(time.process_time() - start)
        if times[-1] > 20 * SLOW:
            break
    return times


def main() -> int:
    """Print what grows too fast; 1 when anything does."""
    parser = argparse.ArgumentParser(description="How time grows with the length of a text.")
    parser.add_argument("readers", nargs="*", help="beginnings of the names of readers")
    asked = tuple(parser.parse_args().readers)
    found = 0
    for name, reader in readers(Gazetteer.load([])):
        if asked and not name.startswith(asked):
            continue
        for piece in PIECES:
            times = measure(reader, piece)
            if times[-1] > SLOW and (len(times) < 2 or times[-1] > FASTER * times[-2]):
                found += 1
                seconds = ", ".join(f"{one:.3f}" for one in times)
                print(f"{name}: {piece!r}: {seconds} s", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
