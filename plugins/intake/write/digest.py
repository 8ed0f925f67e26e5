"""A report in the order of what a person must decide: the console and the page both show it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.intake.match.conflicts import Conflict
from plugins.intake.match.near_duplicates import NearDuplicate
from plugins.intake.terms.tally import ValueCount
from plugins.intake.write.report import Difference, ImportReport, RowReport, RowStatus

WORDS = {
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
        "ligne hors des territoires demandés",
        "lignes hors des territoires demandés",
    ),
}
NEXT_BATCH = "Enregistrez ce lot, puis relancez la même commande pour le suivant."
_LICENCE_UNKNOWN = (
    "La licence de cette source n'est pas connue : relancez avec --licence "
    "« Licence Ouverte 2.0 », ou celle que le producteur indique."
)
_DATE_UNKNOWN = (
    "Des fiches ne disent pas de quand elles datent : relancez avec --date et le jour que le "
    "producteur indique."
)
_FEW = 3
"""A kind of remark that so few rows have is written in full."""
_QUOTED = re.compile(r"«[^»]*»|\b\d{5}\b")


class RowRemark(NamedTuple):
    """What is said of one row, or of many in one line."""

    text: str
    rows: tuple[int, ...] = ()
    called: str = ""
    """The record, or the name, of the only row."""

    @property
    def times(self) -> int:
        """How many rows it is said of."""
        return len(self.rows)


@dataclass(frozen=True)
class ReportSection:
    """One thing to decide, or to know. One of its lists is filled."""

    slug: str
    title: str
    advice: str = ""
    """What to do, in French."""
    conflicts: Sequence[Conflict] = ()
    pairs: Sequence[NearDuplicate] = ()
    values: Sequence[ValueCount] = ()
    edits: Sequence[Difference] = ()
    names: Sequence[str] = ()
    told: Sequence[RowRemark] = ()
    is_routine: bool = False
    """Nothing to decide."""

    @property
    def count(self) -> int:
        """How many things it holds."""
        if self.is_routine:
            return sum(told.times for told in self.told)
        lists = (self.conflicts, self.pairs, self.values, self.edits, self.names, self.told)
        return sum(map(len, lists))


def sections_of(report: ImportReport) -> list[ReportSection]:
    """What the report has to say, in the order of what a person must decide."""
    return [section for section in _sections(report) if section.count]


def unknown_origin(report: ImportReport) -> list[str]:
    """What to give to the command so that the records say where they come from, in French."""
    told = {_LICENCE_UNKNOWN: report.without_licence, _DATE_UNKNOWN: report.without_date}
    return [sentence for sentence, is_missing in told.items() if is_missing]


def grouped(remarks: Sequence[RowRemark], few: int = _FEW) -> list[RowRemark]:
    """Remarks of one kind in one, the most frequent first: what differs between them is quoted. A
    kind that `few` rows have at most stays in full."""
    kinds: dict[str, list[RowRemark]] = {}
    for remark in remarks:
        kinds.setdefault(_QUOTED.sub("« … »", remark.text), []).append(remark)
    found: list[RowRemark] = []
    for kind, alike in sorted(kinds.items(), key=lambda item: -len(item[1])):
        if len(alike) <= few:
            found += alike
        else:
            text = kind if len({remark.text for remark in alike}) > 1 else alike[0].text
            found.append(RowRemark(text, tuple(row for remark in alike for row in remark.rows)))
    return found


def _sections(report: ImportReport) -> Iterator[ReportSection]:
    kept = [row for row in report.rows if row.status is RowStatus.KEPT]
    written = [row for row in report.rows if row.status is not RowStatus.KEPT]
    doubts = [RowRemark(text, (row.row,), row.called) for row in written for text in row.doubts]

    def of(is_it: Callable[[str], bool]) -> list[RowRemark]:
        return [doubt for doubt in doubts if is_it(doubt.text)]

    yield ReportSection(
        "conflits",
        "Les sources ne disent pas la même chose",
        "Demandez au lieu, puis corrigez sa fiche : votre correction reste.",
        conflicts=sorted(report.conflicts, key=lambda conflict: conflict.weight),
    )
    yield ReportSection(
        "communes",
        "Commune à vérifier",
        "Écrivez la bonne commune dans la fiche.",
        told=of(lambda text: text.startswith("commune")),
    )
    yield ReportSection(
        "fermes",
        "Fermés, déplacés ou pas encore ouverts, non importés",
        "Si le lieu a une fiche et s'il est fermé, écrivez-y « ferme_le: » et le jour.",
        told=[_why(row) for row in kept if row.is_halted],
    )
    yield ReportSection(
        "fermetures",
        "Fermetures annoncées, à vérifier",
        "La page du lieu le dit jusqu'à ce jour.",
        told=of(lambda text: text.startswith("fermeture")),
    )
    yield ReportSection(
        "doublons",
        "Peut-être deux fois le même lieu",
        "Si c'est un seul lieu, réunissez les deux fiches à la main.",
        pairs=report.near_duplicates,
    )
    yield ReportSection(
        "a-regarder",
        "Non importées, à regarder",
        "Complétez ces lignes dans le tableau, puis relancez.",
        told=[_why(row) for row in kept if not row.is_halted],
    )
    yield ReportSection(
        "points",
        "Points d'une autre commune",
        "Cherchez l'adresse sur une carte, puis corrigez le point.",
        told=of(lambda text: text.startswith("coordonnées : plutôt")),
    )
    first = ("fermeture", "commune", "doublon", "position", "coordonnées : plutôt")
    yield ReportSection(
        "a-verifier",
        "À vérifier",
        told=of(lambda text: not text.startswith(first)),
    )
    yield ReportSection(
        "colonnes",
        "Colonnes non reprises",
        "Si l'une d'elles est utile, décrivez-la dans un fichier --layout.",
        names=report.unread_columns,
    )
    yield ReportSection(
        "valeurs",
        "Valeurs sans équivalent, gardées telles quelles dans les fiches (non_repris)",
        "Dites ce qu'elles veulent dire dans un tableau --terms, puis relancez.",
        values=report.unknown_values,
    )
    yield ReportSection(
        "a-la-main",
        "Corrigé à la main depuis, gardé tel quel",
        "La liste dit autre chose : regardez laquelle a raison.",
        edits=report.kept_by_hand,
    )
    yield ReportSection(
        "absents",
        "Absents de cette édition de la source, laissés tels quels",
        "Demandez si ces lieux existent encore.",
        names=report.gone,
    )
    yield ReportSection(
        "illisibles",
        "Fiches illisibles, laissées telles quelles",
        "Corrigez-les, puis relancez.",
        names=report.unreadable,
    )
    yield ReportSection(
        "approximatifs",
        "Points approximatifs",
        told=grouped(of(lambda text: text.startswith("position")), few=1),
        is_routine=True,
    )
    remarks = [RowRemark(text, (row.row,), row.called) for row in written for text in row.remarks]
    yield ReportSection(
        "remarques", "Remarques courantes", told=grouped(remarks, few=1), is_routine=True
    )


def _why(row: RowReport) -> RowRemark:
    return RowRemark(row.why, (row.row,), row.called)
