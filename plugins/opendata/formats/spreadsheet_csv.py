"""The table that people open in Excel or LibreOffice: it runs nothing, and loses no zero."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.common.spreadsheet import BYTE_ORDER_MARK, SEPARATOR, csv_line, kept_text
from plugins.opendata.formats.export_format import About, ExportFormat
from plugins.opendata.formats.flat import carry_flat
from plugins.records.writing.one_row import COLUMNS

_EMPTY = dict.fromkeys(COLUMNS, "")
_NUMBERS = frozenset(("latitude", "longitude"))


def _encode(row: Mapping[str, str]) -> bytes:
    cells = {**_EMPTY, **row}
    for name, text in row.items():
        if not text[0].isalpha():  # nearly all begin with a letter, and stay as they are
            cells[name] = _cell(name, text)
    return csv_line(cells.values(), SEPARATOR).encode()


def _cell(name: str, text: str) -> str:
    return text.replace(".", ",") if name in _NUMBERS else kept_text(text)


def _around(about: About) -> tuple[bytes, bytes]:
    return f"{BYTE_ORDER_MARK}{csv_line(COLUMNS, SEPARATOR)}".encode(), b""


SPREADSHEET = ExportFormat(
    name="tableur",
    file="-tableur.csv",
    media_type="text/csv; charset=utf-8",
    title="Tableau",
    purpose="Pour Excel ou LibreOffice : toutes les colonnes, une ligne par lieu.",
    carry=carry_flat,
    encode=_encode,
    around=_around,
    between=b"",
    reads_back=True,
    everywhere=True,
)
