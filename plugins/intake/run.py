"""The import, from a file to records and a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date as Day
from pathlib import Path

from plugins.gazetteer import Gazetteer, slugify
from plugins.intake.candidate import Candidate, NotAPlace
from plugins.intake.clean import Cleaner, Defaults
from plugins.intake.cluster import gather
from plugins.intake.layout import Layout, layout_for
from plugins.intake.memory import Memory
from plugins.intake.report import Report, RowReport, Status
from plugins.intake.settle import Settler
from plugins.intake.table import Table, read_table
from plugins.intake.tours import gather_tours, told_by_rounds, write_tour
from plugins.intake.tree import Records, write_whole


def run_import(
    source: Path,
    places_dir: Path,
    *,
    layout: Path | None = None,
    report: Path | None = None,
    source_name: str | None = None,
    licence: str | None = None,
    date: Day | None = None,
    departements: Collection[str] | None = None,
) -> Report:
    """Make records under `places_dir` of the table in `source`; write the JSON `report` if asked.

    `source_name`, `licence` and `date` are written in the records where the rows, or the layout, do
    not say them; none is made up. `departements` keeps only the rows of these départements. Records
    that already say the same are not touched: a second run changes no byte.

    Raises:
        ImportFileError: the file as a whole cannot be read or recognised; nothing was written.
    """
    table = read_table(source)
    how = layout_for(table.columns, layout)
    defaults = Defaults(
        source=source_name or how.source.get("nom") or slugify(source.stem) or "import",
        licence=licence or how.source.get("licence", ""),
        date=date.isoformat() if date else how.source.get("date", ""),
    )
    candidates, rows = _read_rows(table, how, defaults, departements)
    candidates, told = told_by_rounds(candidates, places_dir)
    candidates, tours = gather_tours(candidates)
    rows.update((row.row, row) for row in told)
    for tour in tours:
        rows.update((told.row, told) for told in write_tour(tour, places_dir))
    records, memory = Records(places_dir), Memory(places_dir)
    for departement in sorted({candidate.commune.departement for candidate in candidates}):
        records.load(departement)
        memory.load(departement)
    candidates = [_still(candidate, memory) for candidate in candidates]
    settler = Settler(records, memory)
    for cluster in gather(candidates, records, memory):
        for row in settler.settle(cluster):
            rows[row.row] = row
    records.flush()
    for path, text in memory.files().items():
        if not path.is_file() or path.read_text("utf-8") != text:
            write_whole(path, text)
    result = Report(
        file=source.name,
        layout=how.name,
        rows=[rows[number] for number in sorted(rows)],
        kept_by_hand=settler.kept_by_hand,
        gone=_gone(candidates, memory),
        unread_columns=how.unread,
        without_licence=any(not candidate.origin.licence for candidate in candidates),
        unreadable=[problem for _, problem in sorted(records.unreadable.items())],
    )
    if report is not None:
        result.write(report)
    return result


def _read_rows(
    table: Table, layout: Layout, defaults: Defaults, departements: Collection[str] | None
) -> tuple[list[Candidate], dict[int, RowReport]]:
    """The rows that can become records, and the report of those that cannot."""
    cleaner = Cleaner(Gazetteer.load(()), layout, defaults)
    candidates: list[Candidate] = []
    rows: dict[int, RowReport] = {}
    for row in table.rows:
        name = next(
            (row.cells[column] for column in layout.rules["nom"].columns if column in row.cells), ""
        )
        try:
            candidate = cleaner.candidate(row)
        except NotAPlace as reason:
            rows[row.number] = RowReport(row.number, Status.KEPT, why=str(reason), name=name)
            continue
        wanted = departements is None or candidate.commune.departement in departements
        if wanted:
            candidates.append(candidate)
        else:
            rows[row.number] = RowReport(row.number, Status.OUTSIDE, name=name)
    return _told_apart(candidates), rows


def _told_apart(candidates: list[Candidate]) -> list[Candidate]:
    """Rows that share an identifier (the stops of a bus) get their commune, name and street too."""
    counts = Counter(candidate.origin.key for candidate in candidates)
    seen: Counter[str] = Counter()
    found = []
    for candidate in candidates:
        if counts[candidate.origin.key] > 1:
            words = (candidate.fields["nom"], candidate.fields.get("adresse", ""))
            own = "-".join(slugify(str(word))[:40] for word in words)
            longer = f"{candidate.origin.id}@{candidate.commune.code}-{own}".rstrip("-")
            seen[longer] += 1
            if seen[longer] > 1:
                longer = f"{longer}~{seen[longer]}"
            candidate = replace(candidate, origin=replace(candidate.origin, id=longer[:200]))
        found.append(candidate)
    return found


def _still(candidate: Candidate, memory: Memory) -> Candidate:
    """A licence or a date that is not said this time is the one said last time."""
    before = memory.get(candidate.origin.key)
    if before is None:
        return candidate
    origin = candidate.origin
    return replace(
        candidate,
        origin=replace(
            origin,
            licence=origin.licence or before.origin.licence,
            date=origin.date or before.origin.date,
        ),
    )


def _gone(candidates: list[Candidate], memory: Memory) -> list[str]:
    """Records made of rows that this list had and has no more, in the départements it speaks of."""
    present = {candidate.origin.key for candidate in candidates}
    lists = defaultdict(set)
    for candidate in candidates:
        lists[candidate.origin.stem].add(candidate.commune.departement)
    return sorted(
        {
            f"{row.place} ({row.origin.nom}, {row.origin.id})"
            for row in memory.rows()
            if row.origin.key not in present
            and row.place.partition("/")[0] in lists.get(row.origin.stem, ())
        }
    )
