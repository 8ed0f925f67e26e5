"""A table whose letters with accents were lost (U+FFFD, or «?») → the same, read again.

A word is restored when one reading is left, by the commune of its row's postcode, the sound words
of the same file, then everyday and national words. A cell that keeps a loss is set apart and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.gazetteer import Commune, Gazetteer
from plugins.intake.read.lost.word_readings import (
    LOST,
    Readings,
    national_readings,
    read_word,
    readings_of,
    words_in,
)
from plugins.intake.read.tables.rows import Table, TableRow
from plugins.intake.where.town_facts import read_postcode

_TOKEN = re.compile(rf"[^\W\d_]*(?:{LOST}+[^\W\d_]*)+")
_QUESTION = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
_ENOUGH = 5
"""Cells with a «?» inside a word, from which it is a lost letter and no question."""
_POSTCODE = re.compile(r"\d{4,5}")
_NUMBER = re.compile(rf"\b([nN]){LOST}(?= ?\d)")
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<=\d){LOST}(?=me\b|re\b)"), "è"),
    (re.compile(rf"(?<=\d)( ?){LOST}(?=$|[ /,;.)])(?! ?\d)"), r"\1€"),
    # Between two small words, two times or two days: «de 9h à 12h», «lundi à vendredi».
    (re.compile(rf"(?<=[\wh.)] ){LOST}(?= (?:\d|[a-zàâçéèêîôû]))"), "à"),
    (re.compile(rf"(?<=\d[hH]){LOST}(?=\d)|(?<=\d){LOST}(?=\d)"), "-"),
    (re.compile(rf"^{LOST}(?= [a-z])"), "à"),
    (re.compile(rf"^{LOST}(?=(?:me|re) )"), "è"),
    (re.compile(rf"\bde{LOST}(?= ?\d)"), "de "),
    (re.compile(rf"(?<=\d ){LOST}(?=\d)|(?<=[hH] ){LOST}(?=\d)"), "à "),
)
_SHOWN = 5


class Restored(NamedTuple):
    """What became of a text."""

    text: str
    is_whole: bool
    """Whether no loss is left."""


def restore(table: Table, gazetteer: Gazetteer) -> Table:
    """The table with its lost letters read again; unchanged when none is lost."""
    table = _with_marks(table)
    damaged = sum(LOST in text for row in table.rows for text in row.cells.values())
    columns = dict(zip(table.columns, _columns(table.columns, gazetteer), strict=True))
    if not damaged and table.columns == tuple(columns.values()):
        return table
    own = readings_of(
        word
        for row in table.rows
        for text in row.cells.values()
        if not text.isascii() and LOST not in text
        for word in words_in(text)
    )
    rows = [_row(row, columns, own, gazetteer) for row in table.rows]
    apart = [row for row in rows if row.lost]
    count = sum(len(row.lost) for row in apart)
    told = f"accents perdus dans ce fichier : {damaged - count} cases rétablies"
    if apart:
        numbers = ", ".join(str(row.number) for row in apart[:_SHOWN])
        told += f", {count} laissées de côté (lignes {numbers}{'…' if len(apart) > _SHOWN else ''})"
    return Table(tuple(columns.values()), tuple(rows), (*table.remarks, told))


def restored(text: str, sources: Sequence[Readings]) -> Restored:
    """A text with each of its words that has one reading."""
    text = _NUMBER.sub(r"\1°", text)
    text = _TOKEN.sub(lambda found: read_word(found[0], sources) or found[0], text)
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return Restored(text, LOST not in text)


def _row(row: TableRow, columns: dict[str, str], own: Readings, gazetteer: Gazetteer) -> TableRow:
    if not any(LOST in text for text in row.cells.values()):
        return row._replace(cells={columns[name]: text for name, text in row.cells.items()})
    towns = _towns(row.cells.values(), gazetteer)
    local = readings_of(word for town in towns for word in words_in(town.nom))
    sources = [local, own, national_readings(gazetteer)]
    cells: dict[str, str] = {}
    lost: dict[str, str] = {}
    for name, text in row.cells.items():
        found = restored(text, sources) if LOST in text else Restored(text, True)
        (cells if found.is_whole else lost)[columns[name]] = found.text
    return row._replace(cells=cells, lost=lost)


def _towns(cells: Iterable[str], gazetteer: Gazetteer) -> list[Commune]:
    """The communes of the postcodes of a row, in whatever cells they are."""
    codes = {read_postcode(cell) for cell in cells if _POSTCODE.fullmatch(cell)}
    return [commune for code in sorted(codes - {""}) for commune in gazetteer.by_postcode(code)]


def _columns(columns: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    if not any(LOST in column for column in columns):
        return list(columns)
    return [restored(column, [national_readings(gazetteer)]).text for column in columns]


def _with_marks(table: Table) -> Table:
    """«Biblioth?que» marked as lost, where many words of a file that has no accent are so."""
    cells = [text for row in table.rows for text in row.cells.values()]
    asked = [text for text in cells if "?" in text and "//" not in text]
    broken = sum(bool(_QUESTION.search(text)) for text in asked)
    if broken < _ENOUGH or any(_has_accent(text) for text in cells):
        return table
    rows = [
        row._replace(cells={name: _marked(text) for name, text in row.cells.items()})
        for row in table.rows
    ]
    return table._replace(rows=tuple(rows))


def _has_accent(text: str) -> bool:
    return not text.isascii() and any(char.isalpha() and char > "\x7f" for char in text)


def _marked(text: str) -> str:
    if "//" in text or "@" in text:
        return text
    return re.sub(r"(?<=[^\W\d_])\?|(?<!\S)\?(?=[^\W\d_])", LOST, text)
