"""Lines of cells, of a CSV file or of a sheet → a table: header found, what is no row left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from plugins.gazetteer import normalize
from plugins.intake.read.columns.example_cells import is_shown
from plugins.intake.read.tables.header import CellLine, filled, find_header, is_in_two, joined
from plugins.intake.read.tables.rows import Table, TableRow, clean_cells

_SAMPLE = 80
_TOTAL = re.compile(r"(?:sous )?tota(?:l|ux)(?: .*)?|moyennes?|nombre (?:de|d) .*|ensemble")
_A_NUMBER = re.compile(r"[-+]?[\d  .,]+ ?%?")
_SHOWN = 6


class Header(NamedTuple):
    """The names of the columns, and where the rows begin."""

    names: tuple[str, ...]
    typed: tuple[str, ...]
    """As written; "" for a column without a name."""
    rows_from: int
    above: tuple[str, ...]
    """What is written above the header, in order."""


def header_of(lines: Sequence[CellLine]) -> Header:
    """The header of a grid; `lines` are all of them, or the first ones."""
    top = find_header(lines)
    after = top + 1
    line = list(lines[top]) if lines else []
    if after < len(lines) and is_in_two(line, lines[after]):
        line = joined(line, lines[after])
        after += 1
    width = max((len(line) for line in lines[top:]), default=0)
    typed = tuple(" ".join(cell.split()) for cell in line)
    above = tuple(cell.strip() for before in lines[:top] for cell in before if cell.strip())
    return Header(_names(typed, width), typed, after, above)


def table_of(lines: Sequence[CellLine]) -> Table:
    """The table of a grid. Rows are numbered as in the grid, from 1."""
    header = header_of(lines)
    remarks = []
    if header.above:
        told = " / ".join(filter(is_shown, header.above)) or "…"
        told = told if len(told) <= _SAMPLE else told[: _SAMPLE - 1] + "…"
        remarks.append(f"au-dessus des titres de colonnes, non repris : « {told} »")
    rows: list[TableRow] = []
    repeated: list[int] = []
    totals: list[int] = []
    last = next((at for at in reversed(range(len(lines))) if filled(lines[at])), 0)
    for at in range(header.rows_from, len(lines)):
        line = lines[at]
        cells = clean_cells(zip(header.names, line, strict=False))
        if not cells:
            continue
        if _is_header_again(cells):
            repeated.append(at + 1)
        elif at >= last - 1 and _is_total(line):
            totals.append(at + 1)
        else:
            rows.append(TableRow(at + 1, cells))
    if repeated:
        remarks.append(f"titres de colonnes répétés, non repris : {_numbers(repeated)}")
    if totals:
        remarks.append(f"total en bas du tableau, non repris : {_numbers(totals)}")
    used = {column for row in rows for column in row.cells}
    pairs = zip_longest(header.names, header.typed, fillvalue="")
    columns = tuple(name for name, typed in pairs if typed or name in used)
    return Table(columns, tuple(rows), tuple(remarks))


def _names(typed: Sequence[str], width: int) -> tuple[str, ...]:
    """One name a column, so that no cell is lost: «Tél», «Tél (2)», «colonne 13» without a name."""
    seen: Counter[str] = Counter()
    names = []
    for number in range(1, width + 1):
        name = (typed[number - 1] if number <= len(typed) else "") or f"colonne {number}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _is_header_again(cells: dict[str, str]) -> bool:
    """The header once more, at the top of another page."""
    if len(cells) < 2:
        return False
    return all(normalize(text) == normalize(column) for column, text in cells.items())


def _is_total(line: CellLine) -> bool:
    """«Total: 12 | 4,5»: the word, and otherwise only numbers."""
    found = [line[at].strip() for at in filled(line)]
    numbers = found[1:]
    word = normalize(re.sub(r"[\d:=]+", " ", found[0]))
    is_alone = not numbers and any(char.isdigit() for char in found[0])
    return bool(_TOTAL.fullmatch(word.strip())) and (
        is_alone or (bool(numbers) and all(map(_A_NUMBER.fullmatch, numbers)))
    )


def _numbers(rows: Sequence[int]) -> str:
    told = ", ".join(map(str, rows[:_SHOWN]))
    return f"{'lignes' if len(rows) > 1 else 'ligne'} {told}{'…' if len(rows) > _SHOWN else ''}"
