"""What becomes of the cells of a row whose letters are lost and cannot be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plugins.intake.hours.raw_hours import MAX_LENGTH
from plugins.intake.match.candidate import RowFields
from plugins.intake.read.columns.example_cells import is_shown
from plugins.intake.read.lost.word_readings import LOST
from plugins.intake.read.row_values import COLUMNS
from plugins.intake.read.tables.rows import TableRow

_LISTS = frozenset(column for column, _ in COLUMNS)
_SHOWN = 80
_SAID = "des lettres sont perdues"


class LostFields(NamedTuple):
    """The cells of a row that are damaged, by what is done with them."""

    kept: dict[str, str]
    """Column → text of those without which there is no place: its name with «?», its commune,
    which is compared with those that exist; and lists, whose sound values are read."""
    hours: RowFields
    """`horaires_brut`, with «?», for a row that says its hours nowhere else."""
    remarks: list[str]
    """French: those that are left out."""
    doubts: list[str]
    address: list[str]
    """As shown, «?» for each letter lost: not kept, but it still tells of another place."""


def lost_fields(row: TableRow, read: Mapping[str, str]) -> LostFields:
    """`read`: column → the field that it is read for. Columns that nothing reads are not said."""
    found = LostFields({}, {}, [], [], [])
    for column, text in row.lost.items():
        field = read.get(column, "")
        shown = text.replace(LOST, "?")
        said = f"« {shown[:_SHOWN]} » : {_SAID}" if is_shown(shown) else _SAID
        if field == "nom":
            found.kept[column] = shown
            found.doubts.append(f"nom : {said}, écrivez-les")
        elif field == "commune":
            found.kept[column] = text
        elif field in _LISTS:
            found.kept[column] = text
            found.remarks.append(f"{field} : {said}, lu sans elles")
        elif field in ("horaires", "permanence", "horaires_brut") and not found.hours:
            found.hours["horaires_brut"] = shown[:MAX_LENGTH]
            found.remarks.append(f"{field} : {said}, gardé tel quel, non calculé")
        elif field:
            if field == "adresse":
                found.address.append(shown)
            found.remarks.append(f"{field} : {said}, non repris")
    return found
