"""What pages say of a workshop or a route on a day, its record being the same: what is past is left
out, what comes near is told, facts become old."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from plugins.agenda.sessions.dated_records import ReadDated
from plugins.agenda.sessions.occurrences import Venue
from plugins.common.fingerprint import fingerprint_of
from plugins.records.entry import Entry

OLD = timedelta(days=365)
"""Dates that are counted from older facts are shown with «appelez avant de venir»."""


def is_old(news: date | None, today: date) -> bool:
    """Whether nobody vouched for the dates within a year."""
    return news is None or today - news > OLD


def fingerprints_of(
    read: ReadDated, sites: Collection[Venue], entries: Mapping[str, Entry], today: date
) -> tuple[bytes, bytes]:
    """Of a record and of the places where it is, those that come or go too: without the day, then
    with what it makes of them."""
    known = [entries.get(site.place_id or "") for site in sites]
    stated = [entry.stated if entry else b"" for entry in known]
    dated = [entry.fingerprint if entry else b"" for entry in known]
    mark = day_mark(read, sites, today)
    return (
        fingerprint_of(read.fingerprint, *stated),
        fingerprint_of(read.fingerprint, mark, *dated),
    )


def day_mark(read: ReadDated, sites: Iterable[Venue], today: date) -> bytes:
    """Changes on the days on which some page, calendar, feed or sheet says something else of it.

    Horizons end with a month and calendars begin with a year, that of yesterday."""
    age, number = read.record.freshness(today), today.toordinal()
    return fingerprint_of(
        repr(
            (
                read.rows,
                sum(ordinal < number for _, ordinal, *_ in read.rows),
                read.said,
                age.level,
                is_old(age.date, today),
                [(one.du > today, bool(one.au and one.au < today)) for one in read.record.annonces],
                [days for site in sites for days in site.closures if days[1] >= number],
                (today.year, today.month, (today - timedelta(days=1)).year),
            )
        )
    )
