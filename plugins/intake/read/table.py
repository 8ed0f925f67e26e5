"""The door to any table: CSV, JSON, GeoJSON, OpenStreetMap, Excel, LibreOffice → rows of text."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.intake.read.tables.csv_table import read_csv
from plugins.intake.read.tables.encoded_text import decode
from plugins.intake.read.tables.json_table import read_json
from plugins.intake.read.tables.rows import CUT_IT, MAX_BYTES, ImportFileError, Table, TableRow
from plugins.intake.read.tables.workbook import read_workbook

__all__ = ["ImportFileError", "Table", "TableRow", "read_table"]

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
"""A text has hardly any of these; a picture or a PDF file is full of them."""
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a zip (.xlsx, .ods) and an old Office file (.xls) begin."""


def read_table(path: Path, sheet: str = "") -> Table:
    """Read a file, whatever its kind; what it holds counts, not its name.

    `sheet`: name of the sheet of a workbook, when it is not the one that most looks like a list.
    Raises :class:`ImportFileError`.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:  # said before anything is read
            limit = MAX_BYTES // 1_000_000
            raise ImportFileError(
                f"{path} : ce fichier est trop gros ({size // 1_000_000} Mo, plus de {limit} Mo). "
                f"{CUT_IT}"
            )
        data = path.read_bytes()
    except OSError as error:
        reason = "il n'existe pas" if isinstance(error, FileNotFoundError) else "il ne s'ouvre pas"
        raise ImportFileError(f"{path} : ce fichier ne peut pas être lu, {reason}.") from error
    if data.startswith(_WORKBOOKS):
        return read_workbook(data, str(path), sheet)
    text = decode(data)
    if not text.strip():
        raise ImportFileError(f"{path} : ce fichier est vide.")
    if len(_CONTROL.findall(text)) > len(text) / 100:
        raise ImportFileError(
            f"{path} : ce fichier n'est pas un tableau. Enregistrez la liste au format CSV."
        )
    if sheet:
        raise ImportFileError(f"{path} : ce fichier n'a pas de feuilles, relancez sans --sheet.")
    if text.lstrip()[0] in "[{":
        return read_json(text, str(path))
    return read_csv(text, str(path))
