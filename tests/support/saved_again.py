"""An export that somebody opened in a spreadsheet and saved, as LibreOffice 7.4 in French does.

What it takes for numbers and days was looked at there (and by whom Excel is used, they are alike):
«16110», «+33561000000» and «45,74» are numbers, «2024-08-01» is a day.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import date

from tests.support.workbooks import Cell, xlsx

_NUMBER = re.compile(r"\+?\d+")
_DECIMAL = re.compile(r"-?\d+,\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _cells(content: bytes) -> list[list[Cell]]:
    text = content.decode("utf-8-sig")
    delimiter = text.removeprefix("id")[0]
    return [
        [_typed(cell) for cell in line]
        for line in csv.reader(io.StringIO(text), delimiter=delimiter)
    ]


def _typed(text: str) -> Cell:
    if _NUMBER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return date.fromisoformat(text) if _DAY.fullmatch(text) else text


def _shown(cell: Cell, day: str) -> str:
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return f"{cell:{day}}" if isinstance(cell, date) else str(cell)


def _as_csv(content: bytes, delimiter: str, end: str, day: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerows([[_shown(cell, day) for cell in line] for line in _cells(content)])
    return out.getvalue()


def _calc(content: bytes) -> bytes:
    return _as_csv(content, ",", "\n", "%Y-%m-%d").encode()


def _excel(content: bytes) -> bytes:
    return _as_csv(content, ";", "\r\n", "%d/%m/%Y").encode("cp1252")


def _workbook(content: bytes) -> bytes:
    return xlsx({"lieux": _cells(content)})


SAVERS: Mapping[str, Callable[[bytes], bytes]] = {
    "calc.csv": _calc,
    "excel.csv": _excel,
    "classeur.xlsx": _workbook,
}
"""Name of the file that is saved → what it holds."""
