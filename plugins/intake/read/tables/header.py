"""Where the header of a sheet is: below its title, on one line or on two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from plugins.french.days import DAYS
from plugins.gazetteer import normalize
from plugins.intake.read.column_names import field_of

CellLine = Sequence[str]
OF_MEANINGS = frozenset(("champ", "valeur", "sens"))
"""The columns of the table that `--terms` reads."""
_LOOKED_AT = 40
"""Lines among which a header is looked for."""
_LIKE_DATA = re.compile(
    r"[-+]?\d+(?:[.,]\d+)?|.*@.*\..*|https?://.*|www\..*|(?:\d[\d .()/-]*){6,}|\d{1,2}[h:]\d{0,2}.*"
    r"|\d{4}-\d\d-\d\d.*|\d\d/\d\d/\d{2,4}",
    re.IGNORECASE,
)
_LONG = 80
"""A cell with more letters is a sentence, not the name of a column."""


def filled(line: CellLine) -> list[int]:
    """Positions of the cells that hold something."""
    return [at for at, cell in enumerate(line) if cell.strip()]


def known_columns(line: CellLine) -> int:
    """How many of its cells are the everyday name of a field, or a day; more than any line of
    values when it is the header of a table of meanings, whose values are names of fields."""
    folded = {normalize(cell) for cell in line if cell.strip()}
    if folded >= OF_MEANINGS:
        return len(line) + len(OF_MEANINGS)
    return sum(bool(field_of(name)) or name in DAYS for name in folded)


def find_header(lines: Sequence[CellLine]) -> int:
    """Index of the (first) line of the header: the one that names most columns, among those as
    wide as the table whose cells are not values. The first line that holds something, else."""
    first = next((at for at, line in enumerate(lines) if filled(line)), 0)
    widths = [len(filled(line)) for line in lines[first : first + 200]]
    usual = median(width for width in widths if width) if any(widths) else 0
    found = [
        at
        for at, line in enumerate(lines[first : first + _LOOKED_AT], start=first)
        if len(filled(line)) >= max(2, usual / 2) and names_columns(line)
    ]
    if not found:
        return first
    best = max(found, key=lambda at: (known_columns(lines[at]), -at))
    above = best - 1
    return above if above >= first and is_in_two(lines[above], lines[best]) else best


def names_columns(line: CellLine) -> bool:
    """Whether its cells look like names, hardly any like a value."""
    cells = [line[at].strip() for at in filled(line)]
    values = sum(bool(_LIKE_DATA.fullmatch(cell)) or len(cell) > _LONG for cell in cells)
    return values * 5 <= len(cells)


def is_in_two(top: CellLine, below: CellLine) -> bool:
    """Whether a line details the one above: «Lundi», «Mardi»… below «Horaires», which no other
    name follows; nothing stands below the other names."""
    groups = _groups(top, below)
    under = filled(below)
    if len(under) < 2 or not groups or not names_columns(below):
        return False
    if len(filled(top)) == 1 and under[0] in groups:
        return False  # one text above all the columns is the title of the table
    if any(_cell(top, at) and at not in groups for at in under):
        return False
    return bool(known_columns(below) or len(under) >= 3)


def joined(top: CellLine, below: CellLine) -> list[str]:
    """One name a column: that of its group, then its own («Horaires Lundi»)."""
    groups = _groups(top, below)
    width = max(len(top), len(below))
    names = []
    for at in range(width):
        own = _cell(below, at)
        names.append(f"{groups[at]} {own}" if own and at in groups else own or _cell(top, at))
    return names


def _groups(top: CellLine, below: CellLine) -> dict[int, str]:
    """Column → the name above it, for columns that share one: those after it that have none."""
    found: dict[int, str] = {}
    for at in filled(top):
        end = at + 1
        while end < len(below) and not _cell(top, end) and _cell(below, end):
            end += 1
        if end > at + 1:
            found.update(dict.fromkeys(range(at, end), _cell(top, at)))
    return found


def _cell(line: CellLine, at: int) -> str:
    return " ".join(line[at].split()) if at < len(line) else ""
