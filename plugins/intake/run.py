"""The import, from a file to records and a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date as Day
from functools import partial
from pathlib import Path

from plugins.common.diagnostic import show
from plugins.common.today import day_in_france
from plugins.gazetteer import Gazetteer, normalize, slugify
from plugins.intake.known.editions import Editions
from plugins.intake.match.candidate import Candidate, NotAPlace, text_of
from plugins.intake.match.cluster import gather
from plugins.intake.match.reconcile import Reconciler
from plugins.intake.own.bring_back import bring_back, labels_in
from plugins.intake.own.own_rows import own_rows
from plugins.intake.own.saved_rows import saved_rows
from plugins.intake.read.clean import Cleaner, Defaults
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.read.lost.lost_letters import restore
from plugins.intake.read.routes import gather_routes, route_record, told_by_route
from plugins.intake.read.row_values import is_other_label
from plugins.intake.read.table import TableRow, read_table
from plugins.intake.terms.meanings import BY_THE_TABLES, TermReader
from plugins.intake.terms.tally import ValueCount, count_values
from plugins.intake.terms.term_sheet import read_term_sheet
from plugins.intake.where.known_names import names_a_commune
from plugins.intake.where.list_postcodes import misused_postcodes
from plugins.intake.write.batch import MOST_FILES, BatchRoom, messages_of
from plugins.intake.write.fitting import fit
from plugins.intake.write.last_import import LastImport
from plugins.intake.write.own_check import OwnCheck
from plugins.intake.write.record_files import RecordFiles
from plugins.intake.write.report import ImportReport, RowReport, RowStatus
from plugins.intake.write.report_page import page_of
from plugins.intake.write.whole_write import write_all
from plugins.records.listing import list_records
from plugins.records.memory.lines import RememberedRow
from plugins.vocabulary.sources import edition_day


def run_import(
    source: Path,
    places_dir: Path,
    *,
    layout: Path | None = None,
    sheet: str = "",
    report: Path | None = None,
    source_name: str | None = None,
    licence: str | None = None,
    date: Day | None = None,
    departements: Collection[str] | None = None,
    confirmed: Collection[str] = (),
    terms: Path | None = None,
    today: Day | None = None,
    changes: Path | None = None,
    watch: Callable[[Sequence[TableRow]], Iterable[TableRow]] = iter,
) -> ImportReport:
    """Make records under `places_dir` of the table in `source`; write the `report` if asked: a page
    for people when it ends in «.html», else JSON.

    `source_name`, `licence` and `date` are written in the records where the rows, or the layout, do
    not say them; none is made up. `departements` keeps only the rows of these départements.
    `confirmed`: names that look like a person's and are those of places. `terms`: a table of what
    values of this list mean (`plugins.intake.terms.term_sheet`). Records that already say the same
    are not touched: a second run changes no byte. What would be an error of `annuaire check` on the
    day `today` (by default the day it is in France) is left out, and said; records, memory and
    report are written all together, or not at all. `changes`: a folder; the run then writes a
    batch, at most `MOST_FILES` files a département, and there, for each, the message of its pull
    request; the same call, again, writes the next. `watch` gives the rows of the table one by one:
    it may show how far the reading is.

    Raises:
        ImportFileError: the file as a whole cannot be read or recognised; nothing was written.
    """
    today = today or day_in_france()
    gazetteer = Gazetteer.load(())
    slugs = list_records(places_dir).ids("label") if places_dir.is_dir() else set()
    check = OwnCheck(gazetteer, today, slugs)
    labels = labels_in(places_dir, slugs)
    own = None if layout or terms else own_rows(source, labels)
    if own is not None:
        return _written(
            *bring_back(own, places_dir, check, departements, labels, source.name), report
        )
    read = read_table(source, sheet)
    saved = None if layout or terms else saved_rows(read, labels)
    if saved is not None:
        brought, new = bring_back(saved.rows, places_dir, check, departements, labels, source.name)
        brought.unread_columns, brought.about_table = saved.unread, read.remarks
        return _written(brought, new, report)
    table = restore(read, gazetteer)
    how = layout_for(table.columns, layout, table.rows, partial(names_a_commune, gazetteer))
    defaults = Defaults(
        source=source_name or how.source.get("nom") or slugify(source.stem) or "import",
        licence=licence or how.source.get("licence", ""),
        date=date.isoformat() if date else how.source.get("date", ""),
    )
    cleaner = Cleaner(
        gazetteer,
        how,
        defaults,
        frozenset(normalize(name) for name in confirmed),
        TermReader(read_term_sheet(terms)) if terms else BY_THE_TABLES,
        misused_postcodes(gazetteer, (how.postcode_and_town(row.cells) for row in table.rows)),
    )
    candidates, rows, unread = _read_rows(watch(table.rows), cleaner, check, departements)
    records, last_import = RecordFiles(places_dir, check), LastImport(places_dir)
    editions = Editions(candidates, last_import)
    listed = {candidate.origin.key for candidate in candidates}
    for candidate in (found for found in candidates if editions.is_older(found)):
        name = text_of(candidate.fields, "nom")
        rows[candidate.row] = RowReport(candidate.row, RowStatus.OLDER, name=name)
    candidates = [
        _still(found, last_import, today) for found in candidates if not editions.is_older(found)
    ]
    candidates, told = told_by_route(candidates, places_dir)
    candidates, routes = gather_routes(candidates)
    rows.update((row.row, row) for row in told)
    files: dict[Path, str] = {}
    for route in routes:
        text, told = route_record(route, places_dir, check)
        files.update(text)
        rows.update((row.row, row) for row in told)
    for departement in sorted({candidate.commune.departement for candidate in candidates}):
        records.load(departement)
    _follow(candidates, records, last_import)
    room = BatchRoom(MOST_FILES if changes else None)
    for path in files:
        room.take(path.relative_to(places_dir).parts[0])
    reconciler = Reconciler(records, last_import, room)
    for cluster in gather(candidates, records, last_import):
        for row in reconciler.reconcile(cluster):
            rows[row.row] = row
    reconciler.tell_edits()
    left = [replace(row, place=records.holder(row)) for row in editions.left(listed, unread)]
    for row_left in left:
        last_import.put(row_left)
    files |= records.files()
    for path, memory in last_import.files().items():
        if not path.is_file() or path.read_text("utf-8") != memory:
            files[path] = memory
    result = ImportReport(
        file=source.name,
        layout=how.name,
        rows=[rows[number] for number in sorted(rows)],
        kept_by_hand=reconciler.kept_by_hand,
        conflicts=reconciler.conflicts,
        near_duplicates=reconciler.near_duplicates,
        shown_before=reconciler.shown_before,
        older=editions.older(),
        gone=_still_there(left, records),
        unread_columns=how.unread,
        unknown_values=_unknown(candidates),
        about_table=[*table.remarks, *(show(one, str(places_dir)) for one in last_import.damaged)],
        without_licence=any(not candidate.origin.licence for candidate in candidates),
        without_date=any(not candidate.origin.date for candidate in candidates),
        unreadable=[diagnostic for _, diagnostic in sorted(records.unreadable.items())],
    )
    if changes is not None:
        named = {code: found.nom for code, found in cleaner.gazetteer.all_departements.items()}
        messages = messages_of(result, files, places_dir, room.later, named)
        files |= {changes / name: message for name, message in messages.items()}
    return _written(result, files, report)


def _written(result: ImportReport, files: dict[Path, str], report: Path | None) -> ImportReport:
    """Write them all, the report too if it is asked for."""
    if report is not None:
        is_page = report.suffix.lower() in (".html", ".htm")
        files[report] = page_of(result) if is_page else result.to_json()
    write_all(files)
    return result


def _read_rows(
    watched: Iterable[TableRow],
    cleaner: Cleaner,
    check: OwnCheck,
    departements: Collection[str] | None,
) -> tuple[list[Candidate], dict[int, RowReport], set[str]]:
    """The rows that can become records, the report of those that cannot, and their identifiers:
    they have not left the list."""
    named = cleaner.layout.rules["nom"].columns
    candidates: list[Candidate] = []
    rows: dict[int, RowReport] = {}
    unread: set[str] = set()
    for row in watched:
        name = next((row.cells[column] for column in named if column in row.cells), "")
        try:
            candidate = cleaner.candidate(row)
            wanted = departements is None or candidate.commune.departement in departements
            candidate = fit(candidate, check) if wanted else candidate
        except NotAPlace as reason:
            rows[row.number] = RowReport(row.number, RowStatus.KEPT, why=str(reason), name=name)
            unread.add(cleaner.identifier(row))
            continue
        if wanted:
            candidates.append(candidate)
        else:
            rows[row.number] = RowReport(row.number, RowStatus.OUTSIDE, name=name)
            unread.add(candidate.origin.id)
    return _told_apart(candidates), rows, unread


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


def _still(candidate: Candidate, last_import: LastImport, today: Day) -> Candidate:
    """A licence or a date that is not said this time is the one said last time; the name of an
    edition that came since dates its rows."""
    before, origin = last_import.get(candidate.origin.key), candidate.origin
    licence, date = (before.origin.licence, before.origin.date) if before else ("", "")
    day = edition_day(origin.nom)
    date = max(date, day if day <= today.isoformat() else "")
    told = replace(origin, licence=origin.licence or licence, date=origin.date or date)
    return candidate if told == origin else replace(candidate, origin=told)


def _unknown(candidates: list[Candidate]) -> list[ValueCount]:
    """What the records keep as typed, the commonest first."""
    counted = count_values((candidate.row, candidate.typed) for candidate in candidates)
    kept = [
        each
        for each in counted
        if each.value.is_kept_as_typed and not is_other_label(each.field, each.value)
    ]
    return sorted(kept, key=lambda each: -each.count)


def _still_there(left: Iterable[RememberedRow], records: RecordFiles) -> list[str]:
    """Records whose row left its list; one that a person deleted is no question any more."""
    there = [row for row in left if row.place in records or row.place in records.unreadable]
    return sorted({f"{row.place} ({row.origin.nom}, {row.origin.id})" for row in there})


def _follow(candidates: list[Candidate], records: RecordFiles, last_import: LastImport) -> None:
    """Find again the records that were renamed, or moved to another département, since rows of the
    départements of the table were imported."""
    for candidate in candidates:
        if (row := last_import.get(candidate.origin.key)) is not None:
            records.load(row.place.partition("/")[0])
    known = [row for row in last_import.rows() if records.has_loaded(row.place)]
    lost = [row for row in known if records.holder(row) not in records]
    lost = [row for row in lost if row.place not in records.unreadable]
    if lost:
        records.seek(lost)
    last_import.follow(records.holder)
