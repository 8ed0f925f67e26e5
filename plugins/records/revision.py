"""SEQUENCE and LAST-MODIFIED of a calendar, from what a record states: no counter to forget."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

_EPOCH = date(2020, 1, 1)
_CHANGES = 1000


class Revision(NamedTuple):
    """`sequence` grows with the record; `day` is the last one that the record states."""

    sequence: int
    day: date


def revision(verifie_le: date | None, date_maj: date | None, changes: int) -> Revision:
    """The revision of a record with so many exceptional days (`changes`).

    The days since 2020 weigh a thousand each, an exceptional day one: the number grows when the
    record is verified again, and when a session is cancelled or added in between. The same record
    gives the same number on any machine, which the history of the repository would not.
    """
    day = max((stated for stated in (verifie_le, date_maj) if stated), default=_EPOCH)
    days = max(0, (day - _EPOCH).days)
    return Revision(days * _CHANGES + min(changes, _CHANGES - 1), day)
