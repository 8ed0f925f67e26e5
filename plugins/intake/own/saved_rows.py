"""An export of ours that somebody opened in a spreadsheet and saved: its columns, in another file.

A workbook, commas for semicolons, letters of Windows: a spreadsheet saves as it likes. Read as a
stranger's list, each of its lines would be one more source of a record that is there already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.intake.own.as_written import as_written
from plugins.intake.own.own_rows import OWN_ID, OwnRow, of_national, of_table, without_labels
from plugins.intake.read.table import Table
from plugins.records.model.label import Label
from plugins.records.writing.one_row import COLUMNS
from plugins.vocabulary import national

_OF_THE_TABLE = frozenset(("id", "nom", "horaires_osm", "url"))
"""Columns that no list of others has together; people take some away, and add their own."""


class SavedRows(NamedTuple):
    """`unread`: columns that are none of ours."""

    rows: list[OwnRow]
    unread: list[str]


def saved_rows(table: Table, labels: Mapping[str, Label]) -> SavedRows | None:
    """The records of a table that comes from an export of ours, None for any other."""
    columns = frozenset(table.columns)
    ids = [found for row in table.rows if (found := row.cells.get("id"))]
    if columns >= _OF_THE_TABLE:
        known, read = COLUMNS, of_table
    elif columns.issuperset(national.COLUMNS) and ids and all(map(OWN_ID.fullmatch, ids)):
        known, read = national.COLUMNS, of_national
    else:
        return None
    rows = []
    for row in table.rows:
        tree = read(dict(_cells(row.cells, known)))
        id_ = row.cells.get("id", "")
        named = id_ if OWN_ID.fullmatch(id_) else ""
        rows.append(OwnRow(row.number, named, without_labels(tree, labels)))
    return SavedRows(rows, [name for name in table.columns if name not in known])


def _cells(cells: Mapping[str, str], known: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in known:
        yield name, as_written(name, cells.get(name, ""))
