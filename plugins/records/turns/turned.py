"""What pages say of a place turns into something else on some days, its record being the same: an
exception comes near or is over, facts become old, a season begins.

In a build, the fingerprint of an entry holds what its pages say on that day: tomorrow's build finds
unchanged all that does not turn (docs/adr/0049-a-day-changes-nothing.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from plugins.common import disk_cache
from plugins.common.fingerprint import fingerprint_of
from plugins.records.entry import Places
from plugins.records.turns.turning_days import around

if TYPE_CHECKING:
    from plugins.hours import OpeningHours
    from plugins.records.model.place import Place
    from plugins.records.repository import Repository

_YEAR = 366


def on_day(repository: Repository, program: str) -> Repository:
    """The same records, the fingerprints of the places being those of the day of the build.

    `program`: fingerprint of the code; what other code has kept is not used.
    """
    today = repository.context.today
    memory = repository.cache and repository.cache / "turns"
    version = f"{program} {today}"
    known: Mapping[bytes, bytes] = (disk_cache.load(memory, version) if memory else None) or {}
    kept: dict[bytes, bytes] = {}
    entries = []
    for entry in repository.places.entries:
        mark = _last(entry.turns, today)
        if entry.has_seasons and not entry.is_closed:
            said = known.get(entry.stated) or _said(repository.places[entry.id], today)
            kept[entry.stated] = said
            mark += said
        entries.append(entry._replace(fingerprint=fingerprint_of(entry.stated, mark)))
    if memory and kept != known:
        disk_cache.save(memory, version, kept)
    return replace(repository, places=Places(entries, repository.places.load))


def _last(turns: tuple[int, ...], today: date) -> bytes:
    """The last of these days that has come."""
    number = today.toordinal()
    return max((day for day in turns if day <= number), default=0).to_bytes(4, "big")


def _said(place: Place, today: date) -> bytes:
    """A fingerprint of all that is said on a day of hours that follow the seasons."""
    weeks = [place.opening_hours, *filter(None, (place.permanence_hours,))]
    return fingerprint_of(repr([list(_facts(hours, today)) for hours in weeks]))


def _facts(hours: OpeningHours, today: date) -> Iterator[object]:
    yield hours.rows(today, notices=True)
    yield hours.stated(today=today)
    yield hours.closures(today)
    yield hours.far_news(today)
    yield hours.dates_ahead(today)
    yield hours.linked(today)


def holiday_marks(repository: Repository) -> Callable[[str], bytes]:
    """For the page of a place, by its id: stands for the holidays that pages of its département
    announce today, where it is open then: they come near, then are over."""
    from plugins.hours.opening import SOON_DAYS  # imported late: many uses need no hours

    calendar, today = repository.context.calendar, repository.context.today
    by_id = repository.places.by_id

    @cache
    def mark(departement: str) -> bytes:
        named = calendar(departement).named_days(today - timedelta(days=_YEAR), _YEAR + SOON_DAYS)
        return _last(tuple(day for one in named for day in around(one.day, one.day)), today)

    return lambda id_: mark(by_id[id_].departement) if by_id[id_].has_hours else b""
