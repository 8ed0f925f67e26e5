"""The report as one page of HTML for a person: read, printed, sent as a file. It needs no script,
no network, no file beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from plugins.common.program import PROGRAM
from plugins.intake.match.conflicts import Conflict
from plugins.intake.write.digest import NEXT_BATCH, WORDS, RowRemark, sections_of, unknown_origin
from plugins.intake.write.report import ImportReport, RowStatus, short

_HERE = Path(__file__).parent
_TOKENS = PROGRAM / "theme" / "static" / "tokens.css"


def page_of(report: ImportReport) -> str:
    """The whole page, the same for the same report."""
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["short"] = short
    environment.filters["by_record"] = _by_record
    environment.filters["by_text"] = _by_text
    counts = [
        (report.counts[status.value], words[report.counts[status.value] > 1])
        for status, words in WORDS.items()
        if report.counts[status.value]
    ]
    sections = sections_of(report)
    return environment.get_template("report_page.html").render(
        report=report,
        counts=counts,
        to_decide=[section for section in sections if not section.is_routine],
        routine=[section for section in sections if section.is_routine],
        next_batch=NEXT_BATCH if report.counts[RowStatus.LATER.value] else "",
        unknown_origin=unknown_origin(report),
        style=_TOKENS.read_text("utf-8") + (_HERE / "report_page.css").read_text("utf-8"),
    )


def _by_text(remarks: Sequence[RowRemark]) -> list[tuple[str, list[RowRemark]]]:
    """Rows of which the same is said, together."""
    found: dict[str, list[RowRemark]] = {}
    for told in remarks:
        found.setdefault(told.text, []).append(told)
    return list(found.items())


def _by_record(conflicts: Sequence[Conflict]) -> list[tuple[str, list[Conflict]]]:
    """Conflicts of one record together, the gravest record first."""
    found: dict[str, list[Conflict]] = {}
    for conflict in conflicts:
        found.setdefault(conflict.id, []).append(conflict)
    return list(found.items())
