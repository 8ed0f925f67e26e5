"""The report in the console: plain French, long lists cut."""

from __future__ import annotations

from plugins.common.diagnostic import printable
from plugins.intake.match.near_duplicates import Side
from plugins.intake.write.digest import (
    NEXT_BATCH,
    WORDS,
    ReportSection,
    RowRemark,
    grouped,
    sections_of,
    unknown_origin,
)
from plugins.intake.write.report import ImportReport, RowStatus

_SHOWN = 20
_ROWS = 3


def lines_of(report: ImportReport) -> list[str]:
    """Lines for the console, safe on any: what to decide first."""
    total = len(report.rows)
    read = f"{total} lignes lues" if total > 1 else f"{total} ligne lue"
    lines = [f"{report.file} ({report.layout}) : {read}."]
    lines += [f"  {told}" for told in report.about_table]
    for status, (one, several) in WORDS.items():
        if count := report.counts[status.value]:
            lines.append(f"  {count} {several if count > 1 else one}")
    if report.counts[RowStatus.LATER.value]:
        lines.append(NEXT_BATCH)
    lines += [edition.sentence() for edition in report.older]
    for section in sections_of(report):
        lines += _listed(section)
    lines += unknown_origin(report)
    return [printable(line) for line in lines]


def _listed(section: ReportSection) -> list[str]:
    items = [
        *(conflict.sentence() for conflict in section.conflicts),
        *(f"{_side(pair.first)} et {_side(pair.second)} : {pair.why}" for pair in section.pairs),
        *(value.said() for value in section.values),
        *(edit.sentence() for edit in section.edits),
        *section.names,
        *map(_line, grouped(section.told) if not section.is_routine else section.told),
    ]
    more = len(items) - _SHOWN
    cut = [f"  … et {more} autres (tous dans le rapport : --report rapport.html)"]
    return [
        f"{section.title} :",
        *(f"  {item}" for item in items[:_SHOWN]),
        *(cut if more > 0 else []),
    ]


def _line(told: RowRemark) -> str:
    if told.times <= 1:
        return f"ligne {told.rows[0]} ({told.called}) : {told.text}"
    rows = ", ".join(map(str, told.rows[:_ROWS]))
    more = "…" if told.times > _ROWS else ""
    return f"{told.times} fois : {told.text} (lignes {rows}{more})"


def _side(side: Side) -> str:
    where = f"fiche {side.place}" if side.row is None else f"ligne {side.row}"
    facts = ", ".join(filter(None, (side.adresse, *side.telephone)))
    return f"{side.nom} ({where}{', ' if facts else ''}{facts})"
