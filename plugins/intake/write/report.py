"""What became of every row, for a program (JSON) and for a person (plain French)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from plugins.common.diagnostic import printable
from plugins.intake.known.editions import OlderEdition
from plugins.intake.match.conflicts import Conflict
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


_WORDS = {
    RowStatus.IMPORTED: ("nouvelle fiche", "nouvelles fiches"),
    RowStatus.MERGED: ("ligne réunie à une autre", "lignes réunies à une autre"),
    RowStatus.UPDATED: ("fiche mise à jour", "fiches mises à jour"),
    RowStatus.UNCHANGED: ("ligne sans changement", "lignes sans changement"),
    RowStatus.KEPT: ("ligne à regarder, non importée", "lignes à regarder, non importées"),
    RowStatus.OLDER: (
        "ligne d'une liste plus ancienne, laissée de côté",
        "lignes d'une liste plus ancienne, laissées de côté",
    ),
    RowStatus.LATER: ("ligne pour le lot suivant", "lignes pour le lot suivant"),
    RowStatus.OUTSIDE: (
        "ligne hors des départements demandés",
        "lignes hors des départements demandés",
    ),
}
_SHOWN = 20
_FEW = 3
_QUOTED = re.compile(r"«[^»]*»|\b\d{5}\b")
_FIRST_WORDS = ("fermeture", "commune", "doublon", "position", "coordonnées : plutôt")
_DOUBTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("Fermetures annoncées, à vérifier :", lambda doubt: doubt.startswith("fermeture")),
    ("Commune à vérifier :", lambda doubt: doubt.startswith("commune")),
    ("Peut-être deux fois le même lieu :", lambda doubt: doubt.startswith("doublon")),
    ("Points d'une autre commune :", lambda doubt: doubt.startswith("coordonnées : plutôt")),
    ("Points approximatifs :", lambda doubt: doubt.startswith("position")),
    ("À vérifier :", lambda doubt: not doubt.startswith(_FIRST_WORDS)),
)
"""What a person should look at first, in this order."""


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
            f"{self.id} : {self.field} : la fiche dit « {_short(self.written)} », "
            f"la source dit « {_short(self.source)} »"
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
    gone: list[str] = field(default_factory=list)
    """Records whose row is no longer in this source. They were not touched."""
    unread_columns: Sequence[str] = ()
    about_table: Sequence[str] = ()
    """French: which sheet was read, what of the file is no row, what its encoding lost."""
    unreadable: list[str] = field(default_factory=list)
    """Files of the tree that could not be read, and were not touched."""
    unknown_values: Sequence[ValueCount] = ()
    """Values of lists that our records do not carry, or not whole: kept in them as typed."""
    without_licence: bool = False
    """Some records say no licence, because nothing told it."""

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
            "rows": [asdict(row) for row in self.rows],
            "conflicts": [conflict.as_json() for conflict in self.conflicts],
            "kept_by_hand": [asdict(difference) for difference in self.kept_by_hand],
            "shown_before": [asdict(difference) for difference in self.shown_before],
            "older": [edition._asdict() for edition in self.older],
            "gone": self.gone,
            "unread_columns": list(self.unread_columns),
            "unknown_values": [value.as_json() for value in self.unknown_values],
            "about_table": list(self.about_table),
            "unreadable": self.unreadable,
            "without_licence": self.without_licence,
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def summary(self) -> list[str]:
        """Lines for the console, in French; long lists are cut, the JSON report has all."""
        total = len(self.rows)
        read = f"{total} lignes lues" if total > 1 else f"{total} ligne lue"
        lines = [f"{self.file} ({self.layout}) : {read}."]
        lines += [f"  {told}" for told in self.about_table]
        for status, (one, several) in _WORDS.items():
            count = self.counts[status.value]
            if count:
                lines.append(f"  {count} {several if count > 1 else one}")
        if self.counts[RowStatus.LATER.value]:
            lines.append("Enregistrez ce lot, puis relancez la même commande pour le suivant.")
        lines += [edition.sentence() for edition in self.older]
        kept = [row for row in self.rows if row.status is RowStatus.KEPT]
        halted = [row for row in kept if row.is_halted]
        lines += _listed(
            "Fermés, déplacés ou pas encore ouverts, non importés :",
            [f"ligne {row.row} ({row.called}) : {row.why}" for row in halted],
        )
        lines += _listed(
            "Les sources ne disent pas la même chose :",
            [
                conflict.sentence()
                for conflict in sorted(self.conflicts, key=lambda conflict: conflict.weight)
            ],
        )
        written = [row for row in self.rows if row.status is not RowStatus.KEPT]
        doubts = [(row, doubt) for row in written for doubt in row.doubts]
        for title, named in _DOUBTS:
            lines += _grouped(title, [pair for pair in doubts if named(pair[1])])
        lines += _grouped(
            "Non importées, à regarder :",
            [(row, row.why) for row in kept if not row.is_halted],
        )
        lines += _listed(
            "Valeurs sans équivalent, gardées telles quelles dans les fiches (non_repris) :",
            [value.said() for value in self.unknown_values],
        )
        lines += _grouped(
            "Remarques courantes :", [(row, told) for row in written for told in row.remarks]
        )
        lines += _listed(
            "Corrigé à la main depuis, gardé tel quel :",
            [item.sentence() for item in self.kept_by_hand],
        )
        lines += _listed("Absents de cette édition de la source, laissés tels quels :", self.gone)
        lines += _listed("Fiches illisibles, laissées telles quelles :", self.unreadable)
        if self.without_licence:
            lines.append(
                "La licence de cette source n'est pas connue : relancez avec --licence "
                "« Licence Ouverte 2.0 », ou celle que le producteur indique."
            )
        if self.unread_columns:
            lines.append(f"Colonnes non reprises : {', '.join(self.unread_columns)}.")
        return [printable(line) for line in lines]


def _grouped(title: str, remarks: list[tuple[RowReport, str]]) -> list[str]:
    """Remarks of one kind in one line, with their number: what differs between them is quoted. A
    kind that few rows have is written in full."""
    kinds: dict[str, list[tuple[RowReport, str]]] = {}
    for row, text in remarks:
        kinds.setdefault(_QUOTED.sub("« … »", text), []).append((row, text))
    items = []
    for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1])):
        if len(found) <= _FEW:
            items += [f"ligne {row.row} ({row.called}) : {text}" for row, text in found]
        else:
            rows = ", ".join(str(row.row) for row, _ in found[:_FEW])
            told = kind if len({text for _, text in found}) > 1 else found[0][1]
            items.append(f"{len(found)} fois : {told} (lignes {rows}…)")
    return _listed(title, items)


def _listed(title: str, items: list[str]) -> list[str]:
    if not items:
        return []
    more = [
        f"  … et {len(items) - _SHOWN} autres (toutes sont dans le rapport : --report rapport.json)"
    ]
    return [
        title,
        *(f"  {item}" for item in items[:_SHOWN]),
        *(more if len(items) > _SHOWN else []),
    ]


def _short(value: object) -> str:
    if isinstance(value, dict):
        value = " ; ".join(f"{day} {hours}" for day, hours in value.items())
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "rien")
    return text if len(text) <= 60 else text[:59] + "…"
