"""What became of every row: the facts, and the same for a program (JSON)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from plugins.common.one_line import one_line
from plugins.intake.known.editions import OlderEdition
from plugins.intake.match.conflicts import Conflict
from plugins.intake.match.near_duplicates import NearDuplicate
from plugins.intake.terms.tally import ValueCount


class RowStatus(StrEnum):
    """What became of a row."""

    IMPORTED = "imported"
    """A new record was made of it."""
    MERGED = "merged"
    """It says more of a place that another row, or a record, already tells of."""
    UPDATED = "updated"
    """Its record was changed."""
    UNCHANGED = "unchanged"
    """Its record already says it."""
    KEPT = "kept"
    """Nothing was written: a person must look at it."""
    OLDER = "older"
    """A newer edition of its list is known: nothing was changed."""
    LATER = "later"
    """Nothing was written yet: the batch of its département is full."""
    OUTSIDE = "outside"
    """It is in a département that was not asked for."""


@dataclass
class RowReport:
    """One row of the table."""

    row: int
    """As a spreadsheet numbers it (header: 1); in a JSON file, the rank of the item."""
    status: RowStatus
    id: str = ""
    """The record, «31/mairie-de-labege»; "" when there is none."""
    why: str = ""
    remarks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    """What a person should look at before the rest."""
    name: str = ""
    with_row: int | None = None
    """For a merged row: the row that made the record, when it is in the same table."""
    is_halted: bool = False
    """It, or another row of its place, says that the place is closed, moved or not open yet."""

    @property
    def called(self) -> str:
        """What to call it in a line for a person."""
        return self.id or self.name or "sans nom"


@dataclass(frozen=True)
class Difference:
    """A field that a person wrote otherwise than the source; the person's value stays."""

    id: str
    field: str
    written: object
    source: object

    def sentence(self) -> str:
        """In French, in one line."""
        return (
            f"{self.id} : {self.field} : la fiche dit « {short(self.written)} », "
            f"la source dit « {short(self.source)} »"
        )


@dataclass
class ImportReport:
    """What an import did."""

    file: str
    layout: str
    rows: list[RowReport]
    kept_by_hand: list[Difference] = field(default_factory=list)
    """Shown once: again only when the source says something else."""
    shown_before: list[Difference] = field(default_factory=list)
    """What a person wrote otherwise than the source, shown by an earlier import."""
    older: Sequence[OlderEdition] = ()
    """Lists of the table of which a newer edition was imported before: nothing came of them."""
    conflicts: Sequence[Conflict] = ()
    """What sources of one place tell differently, with both values."""
    near_duplicates: Sequence[NearDuplicate] = ()
    """Rows and records that may be one place, each pair once."""
    gone: list[str] = field(default_factory=list)
    """Records whose row is no longer in this source. They were not touched."""
    unread_columns: Sequence[str] = ()
    about_table: Sequence[str] = ()
    """French: which sheet was read, what of the file is no row, what its encoding lost;
    what of the memory of imports cannot be read."""
    unreadable: list[str] = field(default_factory=list)
    """Files of the tree that could not be read, and were not touched."""
    unknown_values: Sequence[ValueCount] = ()
    """Values of lists that our records do not carry, or not whole, the commonest first: kept in
    them as typed."""
    without_licence: bool = False
    """Some records say no licence, because nothing told it."""
    without_date: bool = False
    """Some rows say no day, and neither does their edition."""

    @property
    def counts(self) -> dict[str, int]:
        """Rows by status; their sum is the number of rows."""
        counted = Counter(row.status for row in self.rows)
        return {status.value: counted[status] for status in RowStatus}

    def to_json(self) -> str:
        """The whole report; every row of the table is in `rows`, in its order."""
        content = {
            "file": self.file,
            "layout": self.layout,
            "counts": {"rows": len(self.rows), **self.counts},
            "rows": [vars(row) for row in self.rows],
            "conflicts": [conflict.as_json() for conflict in self.conflicts],
            "near_duplicates": [pair.as_json() for pair in self.near_duplicates],
            "kept_by_hand": [asdict(difference) for difference in self.kept_by_hand],
            "shown_before": [asdict(difference) for difference in self.shown_before],
            "older": [edition._asdict() for edition in self.older],
            "gone": self.gone,
            "unread_columns": list(self.unread_columns),
            "unknown_values": [value.as_json() for value in self.unknown_values],
            "about_table": list(self.about_table),
            "unreadable": self.unreadable,
            "without_licence": self.without_licence,
            "without_date": self.without_date,
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def summary(self) -> list[str]:
        """Lines for the console, in French; long lists are cut, the report has all."""
        from plugins.intake.write.report_text import lines_of  # it reads what is declared here

        return lines_of(self)


def short(value: object) -> str:
    """A value of a record in one line, cut."""
    return one_line(value or "rien", 60)
