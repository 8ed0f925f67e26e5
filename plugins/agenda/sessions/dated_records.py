"""The sessions of workshops and routes, computed once for each record and day of build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common import disk_cache
from plugins.records.checks import Context
from plugins.records.model.dated import DatedRecord
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop
from plugins.records.repository import Repository
from plugins.records.sessions import Sessions

SessionRow = tuple[str, int, int, int, str | None, bool]
"""A session as the cache keeps it: stop (empty for a workshop), ordinal of the day, first and last
minute of the day, why it is cancelled (None: it is not; empty: nobody said), whether it is sure."""
_Computed = tuple[list[SessionRow], list[str]]


class ReadDated(NamedTuple):
    """One record: `rows` are its sessions, in order; `said`: its rhythms, in words of that day."""

    record: DatedRecord
    fingerprint: bytes
    rows: tuple[SessionRow, ...]
    said: tuple[str, ...] = ()


def read_dated(repository: Repository, code: str, days: int) -> list[ReadDated]:
    """Every workshop and route with its sessions from the day before the build to so many `days`
    after it. `code`: fingerprint of the code; a cache made by other code is not used."""
    context = repository.context
    memory = repository.cache and repository.cache / "sessions"
    version = f"{code} {context.today} {days}"
    known: Mapping[bytes, _Computed] = _load(memory, version)
    kept: dict[bytes, _Computed] = {}
    found = []
    records: list[DatedRecord] = [*repository.of(Workshop).values()]
    records += repository.of(Route).values()
    for record in records:
        fingerprint = repository.fingerprints(type(record))[record.id]
        computed = known[fingerprint] if fingerprint in known else _rows(record, context, days)
        kept[fingerprint] = computed
        found.append(ReadDated(record, fingerprint, tuple(computed[0]), tuple(computed[1])))
    if memory is not None and kept != known:
        disk_cache.save(memory, version, kept)
    return found


def _load(memory: Path | None, version: str) -> Any:
    return (disk_cache.load(memory, version) if memory is not None else None) or {}


def _rows(record: DatedRecord, context: Context, days: int) -> _Computed:
    """The sessions of a record within the horizon, and how its rhythms are said."""
    first, last = context.today - timedelta(days=1), context.today + timedelta(days=days)
    rows, said = [], []
    for stop, departement, sessions in sessions_of(record, context.today):
        calendar = context.calendar(departement)
        said += [dates.said(context.today) for dates in sessions.dates]
        for day, span, cancellation, is_sure in sessions.between(first, last, calendar):
            reason = None if cancellation is None else cancellation.motif or ""
            rows.append((stop, day.toordinal(), span.start, span.end, reason, is_sure))
    return rows, said


def sessions_of(record: DatedRecord, today: date) -> Iterator[tuple[str, str, Sessions]]:
    """Stop (empty for a workshop), département, sessions. What has stopped has none."""
    if not record.is_active:
        return
    for stop, times in record.timetable.items():
        yield stop, times.departement, Sessions.read(times.lines, times.cancellations, today)
