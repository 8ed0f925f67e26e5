"""What every kind of file becomes: rows of text under named columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

MAX_BYTES = 100_000_000
"""A file above this is not a list of places: the whole national list has 20 MB."""
MAX_ROWS = 100_000
"""Five times the places of the whole country."""
MAX_CELLS = 5_000_000
"""What 500 MB of memory can hold, with what is made of it."""
CUT_IT = "Gardez les lignes et les colonnes utiles, puis importez ce fichier plus petit."


class ImportFileError(Exception):
    """The file as a whole cannot be imported; the message, in French, says why and what to do."""


class TableRow(NamedTuple):
    """One line of the table."""

    number: int
    """As a spreadsheet shows it: the header is 1. In a JSON file: the rank of the item, from 1."""
    cells: dict[str, str]
    """Column → text, spaces trimmed; empty cells left out."""
    lost: Mapping[str, str] = MappingProxyType({})
    """Column → text of the cells whose letters are lost and cannot be told: not in `cells`."""


class Table(NamedTuple):
    """A table whose cells are all text."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    remarks: tuple[str, ...] = ()
    """French: what a person should know of the file (which sheet was read, what was left out)."""


def too_many_rows(what: str) -> ImportFileError:
    """The refusal of a table that is too long. `what`: the file, or its sheet."""
    limit = f"{MAX_ROWS:,}".replace(",", " ")
    return ImportFileError(f"{what} : il y a plus de {limit} lignes. {CUT_IT}")


def clean_cells(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Column → text of a row: spaces trimmed, empty cells left out."""
    return {column: value for column, raw in pairs if column and (value := _trimmed(raw))}


def _trimmed(raw: str) -> str:
    if not raw.isascii():
        raw = raw.replace("\xa0", " ").replace("\u202f", " ")
    return raw.strip()
