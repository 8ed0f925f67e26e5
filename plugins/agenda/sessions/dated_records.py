"""Records of workshops and routes between builds: those that changed are read again, and only the
sessions of those are computed again."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common import disk_cache
from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer.tables import departement_of
from plugins.records.cache.stamps import is_departement
from plugins.records.cache.store import fingerprint
from plugins.records.checks import Context
from plugins.records.links import check_dated_links
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop
from plugins.records.reading.checking import check_record
from plugins.records.reading.paths import record_path, stray
from plugins.records.sessions import Sessions

FOLDERS = (Workshop.FOLDER, Route.FOLDER)

SessionRow = tuple[str, int, int, int, str | None, bool]
"""A session as the cache keeps it: stop (empty for a workshop), ordinal of the day, first and last
minute of the day, why it is cancelled (None: it is not; empty: nobody said), whether it is sure."""


class ReadDated(NamedTuple):
    """One record: `rows` are its sessions, in order."""

    record: Workshop | Route
    fingerprint: bytes
    rows: tuple[SessionRow, ...]


class DatedReading(NamedTuple):
    """All the records, sorted by path, and what is wrong with them."""

    records: tuple[ReadDated, ...]
    diagnostics: list[Diagnostic]


def read_all(
    places_dir: Path,
    cache_dir: Path,
    code: str,
    context: Context,
    labels: Collection[str],
    ids: Collection[str],
    days: int,
) -> DatedReading:
    """Read what changed since the last build of the same day; take the rest from the cache.

    Sessions are those from the day before `context.today` to so many `days` after it. `code` is the
    fingerprint of the code, `ids` are those of all the places. Raises OSError when the folder
    cannot be read.
    """
    # One file of cache a folder of records, named as that of the places is.
    memory = cache_dir / f"agenda-{fingerprint('', str(places_dir.resolve()).encode()).hex()[:12]}"
    version = f"{code} {context.today} {days}"
    known: dict[str, Any] = disk_cache.load(memory, version) or {}
    kept: dict[str, Any] = {}
    records: list[ReadDated] = []
    diagnostics: list[Diagnostic] = []
    for name in _names(places_dir):
        path = record_path(name)
        if path is None:
            diagnostics.append(stray(name))
            continue
        content = (places_dir / name).read_bytes()
        mark = fingerprint(name, content)
        if name in known and known[name][0] == mark:
            _, tree, rows, warnings = known[name]
            model = Workshop if path.kind == "workshop" else Route
            record = model.from_tree(tree, path.id)
            found = [Diagnostic(*warning) for warning in warnings]
        else:
            checked = check_record(content, name, context)
            found, tree = checked.diagnostics, checked.tree
            if not isinstance(checked.record, Workshop | Route):
                diagnostics += found
                if checked.faulty is not None:
                    diagnostics += check_dated_links(checked.faulty, name, labels, ids, places_dir)
                continue
            record = checked.record
            rows = _rows(record, context, days)
        kept[name] = (mark, tree, rows, [tuple(diagnostic) for diagnostic in found])
        diagnostics += found
        diagnostics += check_dated_links(tree, name, labels, ids, places_dir)
        records.append(ReadDated(record, mark, tuple(rows)))
    if kept != known:
        disk_cache.save(memory, version, kept)
    return DatedReading(tuple(records), diagnostics)


def _names(places_dir: Path) -> Iterator[str]:
    """Every file of the folders of workshops and routes, sorted."""
    with os.scandir(places_dir) as listing:
        departements = sorted(item.name for item in listing if is_departement(item.name))
    for departement in departements:
        for folder in FOLDERS:
            parent = places_dir / departement / folder
            if parent.is_dir():
                inside = sorted(item.name for item in parent.iterdir())
                yield from (f"{departement}/{folder}/{x}" for x in inside if x[0] != ".")


def _rows(record: Workshop | Route, context: Context, days: int) -> list[SessionRow]:
    """The sessions of a record within the horizon."""
    first, last = context.today - timedelta(days=1), context.today + timedelta(days=days)
    rows = []
    for stop, departement, sessions in sessions_of(record, context.today):
        calendar = context.calendar(departement)
        for day, span, cancellation, is_sure in sessions.between(first, last, calendar):
            reason = None if cancellation is None else cancellation.motif or ""
            rows.append((stop, day.toordinal(), span.start, span.end, reason, is_sure))
    return rows


def sessions_of(record: Workshop | Route, today: date) -> Iterator[tuple[str, str, Sessions]]:
    """Stop (empty for a workshop), département, sessions. What has stopped has none."""
    if not record.is_active:
        return
    if isinstance(record, Workshop):
        lines = (*record.dates, *record.dates_en_plus)
        yield "", record.departement, Sessions.read(lines, record.annulations, today)
    else:
        for name, stop in record.stops.items():
            cancelled = (*stop.annulations, *record.annulations)
            sessions = Sessions.read(stop.passages, cancelled, today)
            yield name, departement_of(stop.code_insee), sessions
