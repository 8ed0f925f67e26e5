"""What a resident can do with a record: act on it, know something by it, or nothing."""

from __future__ import annotations

from enum import IntEnum

from plugins.records.entry import Entry


class Usefulness(IntEnum):
    """What a resident can do with a record, the most useful first."""

    REACHABLE = 0
    """Call, or make an appointment online."""
    KNOWN = 1
    """Write, or go there and see."""
    BLANK = 2
    """Nothing: there is no way to ask, and no reason to go. Volunteers may complete it."""


def usefulness_of(entry: Entry) -> Usefulness:
    """How far a record helps: hours alone are enough to go there, and so are a need and a door."""
    if entry.has_phone or entry.books_online:
        return Usefulness.REACHABLE
    has_door = bool(entry.needs) and entry.has_address
    if entry.has_message or entry.has_hours or has_door:
        return Usefulness.KNOWN
    return Usefulness.BLANK


def is_blank(entry: Entry) -> bool:
    """Whether it stands apart, folded, last, and its own page is not for search engines."""
    return usefulness_of(entry) is Usefulness.BLANK
