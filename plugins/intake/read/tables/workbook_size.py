"""Whether a workbook can be opened: a small file may unfold into more than the machine can hold."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from plugins.intake.read.tables.rows import CUT_IT, MAX_CELLS, MAX_ROWS, ImportFileError

MAX_UNFOLDED = 400_000_000
"""Bytes of the parts of a workbook that hold cells, once unfolded."""
_PIECE = 1 << 20
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
"""A cell that holds something: sheets that are coloured to their last line have empty ones."""
_READ = re.compile(r"xl/(?:worksheets/.*|sharedStrings|styles|workbook)\.(?:xml|bin)|content\.xml")
Spans = dict[str, list[tuple[int, int, int, int]]]
"""Name of a sheet → (first line, first column, last line, last column) of its merged cells, from
0. For .ods files: the reader tells those of the others."""


def check_workbook(file: BinaryIO, name: str) -> Spans:
    """Unfold a workbook once, without keeping it, and give the merged cells of an .ods file.

    Raises:
        ImportFileError: it is broken, or too large to be read.
    """
    spans: Spans = {}
    try:
        with zipfile.ZipFile(file) as parts:
            total = 0
            for part in parts.infolist():
                if not _READ.fullmatch(part.filename):
                    continue
                sheet = _Ods(name) if part.filename == "content.xml" else _Xlsx(name)
                for piece in _pieces(parts, part):
                    total += len(piece)
                    if total > MAX_UNFOLDED:
                        raise _too_large(name)
                    sheet.feed(piece)
                spans |= sheet.spans
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
        expat.ExpatError,
    ) as error:
        raise ImportFileError(
            f"{name} : ce classeur est abîmé ou protégé. Ouvrez-le, enregistrez-le à nouveau "
            "sans mot de passe, puis réessayez."
        ) from error
    return spans


def _pieces(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with parts.open(part) as unfolded:
        while piece := unfolded.read(_PIECE):
            yield piece


def _too_large(name: str) -> ImportFileError:
    return ImportFileError(f"{name} : ce classeur est trop grand pour être lu. {CUT_IT}")


class _Xlsx:
    """Reads the places of cells: a reader makes room for all between the first and the last."""

    def __init__(self, name: str) -> None:
        self.spans: Spans = {}
        self._name, self._tail = name, b""
        self._last_line = self._last_column = 0

    def feed(self, piece: bytes) -> None:
        text = self._tail + piece
        for column, line in _CELL.findall(text):
            self._last_line = max(self._last_line, int(line))
            self._last_column = max(self._last_column, _number(column))
        self._tail = text[-200:]
        if self._last_line > MAX_ROWS * 10 or self._last_line * self._last_column > MAX_CELLS * 4:
            raise _too_large(self._name)


class _Ods:
    """Counts cells with their repetitions, and keeps what is merged."""

    def __init__(self, name: str) -> None:
        self.spans: Spans = {}
        self._name, self._sheet = name, ""
        self._line = self._column = self._cells = 0
        self._repeated, self._is_filled = 1, False
        self._parser = expat.ParserCreate()
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, piece: bytes) -> None:
        self._parser.Parse(piece)

    def _refuse(self, *_: object) -> None:
        raise ValueError("an entity: no office program writes one")

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table:table":
            self._sheet, self._line = given.get("table:name", ""), 0
        elif tag == "table:table-row":
            self._repeated = int(given.get("table:number-rows-repeated", "1"))
            self._column, self._is_filled = 0, False
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            times = int(given.get("table:number-columns-repeated", "1"))
            if "office:value-type" in given:
                self._is_filled = True
                self._cells += times * self._repeated
                if self._cells > MAX_CELLS:
                    raise _too_large(self._name)
                down = int(given.get("table:number-rows-spanned", "1"))
                right = int(given.get("table:number-columns-spanned", "1"))
                if (down > 1 or right > 1) and self._repeated == 1:
                    span = (
                        self._line,
                        self._column,
                        self._line + down - 1,
                        self._column + right - 1,
                    )
                    self.spans.setdefault(self._sheet, []).append(span)
            self._column += times

    def _end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._line += self._repeated
            if self._is_filled and self._line > MAX_ROWS * 10:
                raise _too_large(self._name)


def _number(column: str | bytes) -> int:
    """«AB» → 28."""
    number = 0
    for letter in column:
        number = number * 26 + (letter if isinstance(letter, int) else ord(letter)) - 64
    return number
