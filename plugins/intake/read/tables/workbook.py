"""A spreadsheet (.xlsx, .xlsm, .ods, .xls) → the table of the sheet that looks like a list."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from plugins.intake.read.tables.header import filled, known_columns
from plugins.intake.read.tables.mojibake import unbroken
from plugins.intake.read.tables.rows import (
    MAX_CELLS,
    MAX_ROWS,
    ImportFileError,
    Table,
    too_many_rows,
)
from plugins.intake.read.tables.sheet_lines import header_of, table_of
from plugins.intake.read.tables.typed_cells import cell_text
from plugins.intake.read.tables.workbook_size import Spans, check_workbook

_TOP = 60
"""Lines that are enough to tell whether a sheet is a list."""
_MOST_SHEETS = 200


class _SheetLook(NamedTuple):
    name: str
    named: int
    """Columns known by name."""
    lines: int
    is_hidden: bool

    @property
    def is_list(self) -> bool:
        return self.named >= 2 and self.lines >= 2


def read_workbook(data: bytes, name: str, wanted: str = "") -> Table:
    """The table of one sheet: the `wanted` one, else the one that most looks like a list of places.

    Raises:
        ImportFileError: broken, protected, too large, empty, or without the wanted sheet.
    """
    spans = check_workbook(io.BytesIO(data), name) if data.startswith(b"PK") else {}
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = [
                _look(book, sheet.name, sheet.visible)
                for sheet in book.sheets_metadata
                if sheet.typ is SheetTypeEnum.WorkSheet
            ][:_MOST_SHEETS]
            sheet = _chosen(sheets, name, wanted)
            opened = book.get_sheet_by_name(sheet.name)
            table = table_of(_lines(opened, f"{name}, feuille « {sheet.name} »", spans))
    except PasswordError as error:
        raise ImportFileError(
            f"{name} : ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de "
            "passe, puis réessayez."
        ) from error
    except CalamineError as error:
        raise ImportFileError(
            f"{name} : ce fichier n'est pas un classeur qui se lit. Ouvrez-le, enregistrez-le "
            "au format .xlsx, .ods ou CSV, puis réessayez."
        ) from error
    return table._replace(remarks=(*_told(sheets, sheet), *table.remarks))


def _look(book: CalamineWorkbook, name: str, visible: SheetVisibleEnum) -> _SheetLook:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None or sheet.end is None:
        return _SheetLook(name, 0, 0, True)
    top = [[cell_text(cell) for cell in line] for line in sheet.to_python(nrows=_TOP)]
    named = known_columns(header_of(top).typed) if top else 0
    return _SheetLook(name, named, sheet.height, visible is not SheetVisibleEnum.Visible)


def _chosen(sheets: Sequence[_SheetLook], name: str, wanted: str) -> _SheetLook:
    if wanted:
        folded = wanted.strip().casefold()
        for sheet in sheets:
            if sheet.name.strip().casefold() == folded:
                return sheet
        names = ", ".join(f"« {sheet.name} »" for sheet in sheets)
        raise ImportFileError(f"{name} : pas de feuille « {wanted} ». Ses feuilles : {names}.")
    full = [sheet for sheet in sheets if sheet.lines] or list(sheets)
    if not any(sheet.lines for sheet in full):
        raise ImportFileError(f"{name} : ce fichier est vide.")
    seen = [sheet for sheet in full if not sheet.is_hidden] or full
    return max(seen, key=lambda sheet: (sheet.is_list, min(sheet.named, 4), sheet.lines))


def _told(sheets: Sequence[_SheetLook], read: _SheetLook) -> list[str]:
    """Which sheet was read, and which others look like lists."""
    others = [sheet for sheet in sheets if sheet is not read and sheet.lines]
    if not others:
        return []
    told = [f"feuille « {read.name} » lue"]
    for sheet in others:
        hidden = ", masquée" if sheet.is_hidden else ""
        size = f"{sheet.lines} ligne{'s' if sheet.lines > 1 else ''}{hidden}"
        if sheet.is_list:
            told.append(
                f"feuille « {sheet.name} » non lue ({size}) : elle a aussi "
                f"l'air d'une liste, relancez avec --sheet \"{sheet.name}\""
            )
        else:
            told.append(f"feuille « {sheet.name} » non lue ({size})")
    return told


def _lines(sheet: CalamineSheet, what: str, spans: Spans) -> list[list[str]]:
    """All lines as text; a cell merged downwards is repeated in each of its lines."""
    if sheet.start is None or sheet.end is None:
        raise ImportFileError(f"{what} : cette feuille est vide.")
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height * width > MAX_CELLS * 4:
        raise too_many_rows(what)
    lines = [
        [unbroken(cell_text(cell)) for cell in line]
        for line in sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS * 2)
    ]
    if sum(bool(filled(line)) for line in lines) > MAX_ROWS or height > MAX_ROWS * 2:
        raise too_many_rows(what)
    merged = spans.get(sheet.name, []) or [
        (*first, *last) for first, last in sheet.merged_cell_ranges or []
    ]
    _fill_down(lines, merged)
    return lines


def _fill_down(lines: list[list[str]], merged: Sequence[tuple[int, int, int, int]]) -> None:
    """What a merged cell says, it says of each of its lines; not of a title across the table."""
    header = header_of(lines[:_TOP]).rows_from
    for top, left, bottom, right in merged:
        if top < header or bottom == top or top >= len(lines) or left >= len(lines[top]):
            continue
        if right - left + 1 > max(1, len(lines[top]) // 2):
            continue
        for line in lines[top + 1 : bottom + 1]:
            line[left] = line[left] or lines[top][left]
