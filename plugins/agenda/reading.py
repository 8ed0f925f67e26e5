"""Records of workshops and rounds between builds: those that changed are read again, and only the
sessions of those are computed again."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from plugins.gazetteer.tables import departement_of
from plugins.places import storage
from plugins.places.checking import check_record
from plugins.places.checks import Context
from plugins.places.links import check_dated_links
from plugins.places.model.round import Round
from plugins.places.model.workshop import Workshop
from plugins.places.paths import record_path, stray
from plugins.places.problems import Problem
from plugins.places.sessions import Sessions
from plugins.places.stamps import is_departement
from plugins.places.store import fingerprint

FOLDERS = (Workshop.FOLDER, Round.FOLDER)

Row = tuple[str, int, int, int, str | None, bool]
"""A session as the cache keeps it: stop (empty for a workshop), ordinal of the day, first and last
minute of the day, why it is cancelled (None: it is not; empty: nobody said), whether it is sure."""


class Read(NamedTuple):
    """One record: `rows` are its sessions, in order."""

    record: Workshop | Round
    fingerprint: bytes
    rows: tuple[Row, ...]


class Reading(NamedTuple):
    """All the records, sorted by path, and what is wrong with them."""

    records: tuple[Read, ...]
    problems: list[Problem]


def read_all(
    places_dir: Path,
    cache_dir: Path,
    code: str,
    context: Context,
    labels: Collection[str],
    ids: Collection[str],
    days: int,
) -> Reading:
    """Read what changed since the last build of the same day; take the rest from the cache.

    Sessions are those from the day before `context.today` to so many `days` after it. `code` is the
    fingerprint of the code, `ids` are those of all the places. Raises OSError when the folder
    cannot be read.
    """
    # One file of cache a folder of records, named as that of the places is.
    memory = cache_dir / f"agenda-{fingerprint('', str(places_dir.resolve()).encode()).hex()[:12]}"
    version = f"{code} {context.today} {days}"
    known: dict[str, Any] = storage.load(memory, version) or {}
    kept: dict[str, Any] = {}
    records: list[Read] = []
    problems: list[Problem] = []
    for name in _names(places_dir):
        path = record_path(name)
        if path is None:
            problems.append(stray(name))
            continue
        content = (places_dir / name).read_bytes()
        mark = fingerprint(name, content)
        if name in known and known[name][0] == mark:
            _, tree, rows, warnings = known[name]
            model = Workshop if path.kind == "workshop" else Round
            record = model.from_tree(tree, path.id)
            found = [Problem(*warning) for warning in warnings]
        else:
            checked = check_record(content, name, context)
            found, tree = checked.problems, checked.tree
            if not isinstance(checked.record, Workshop | Round):
                problems += found
                if checked.faulty is not None:
                    problems += check_dated_links(checked.faulty, name, labels, ids, places_dir)
                continue
            record = checked.record
            rows = _rows(record, context, days)
        kept[name] = (mark, tree, rows, [tuple(problem) for problem in found])
        problems += found
        problems += check_dated_links(tree, name, labels, ids, places_dir)
        records.append(Read(record, mark, tuple(rows)))
    if kept != known:
        storage.save(memory, version, kept)
    return Reading(tuple(records), problems)


def _names(places_dir: Path) -> Iterator[str]:
    """Every file of the folders of workshops and rounds, sorted."""
    with os.scandir(places_dir) as listing:
        departements = sorted(item.name for item in listing if is_departement(item.name))
    for departement in departements:
        for folder in FOLDERS:
            parent = places_dir / departement / folder
            if parent.is_dir():
                inside = sorted(item.name for item in parent.iterdir())
                yield from (f"{departement}/{folder}/{x}" for x in inside if x[0] != ".")


def _rows(record: Workshop | Round, context: Context, days: int) -> list[Row]:
    """The sessions of a record within the horizon."""
    first, last = context.today - timedelta(days=1), context.today + timedelta(days=days)
    rows = []
    for stop, departement, sessions in sessions_of(record, context.today):
        calendar = context.calendar(departement)
        for day, span, cancellation, is_sure in sessions.between(first, last, calendar):
            reason = None if cancellation is None else cancellation.motif or ""
            rows.append((stop, day.toordinal(), span.start, span.end, reason, is_sure))
    return rows


def sessions_of(record: Workshop | Round, today: date) -> Iterator[tuple[str, str, Sessions]]:
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
