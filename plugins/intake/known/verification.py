"""What a person's verification of a record means for the lists that are imported after it.

`verifie_le` confirms every value that the record has: no list changes one, older or newer. What the
record does not say, a list may fill when it is newer than the verification; the import remembers
that the verification does not speak of it, and the date of the record, then newer, tells pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Day
from typing import NamedTuple

from plugins.intake.match.candidate import text_of
from plugins.intake.write.record_files import entries_of
from plugins.records.memory.lines import RememberedRecord

FIELD = "verifie_le"
DATE = "date_maj"
BOOKKEEPING = ("source", DATE)
"""Fields that say where the others come from."""
_UNREADABLE = "9999"
"""A day that nobody can read is after all others: nothing is changed."""


class Verification(NamedTuple):
    """`day`: ISO, "" when nobody verified the record; `names`: the fields that it confirms;
    `since`: those that lists filled after it."""

    day: str
    names: frozenset[str]
    since: tuple[str, ...]

    def confirms(self, name: str, newest: str) -> bool:
        """Whether rows of which `newest` is the newest day ("" when none says it) must leave the
        field as it is."""
        return bool(self.day) and (name in self.names or not newest > self.day)

    def remembered(self, filled: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """`verified` and `since` to remember, now that lists filled some more fields."""
        since = tuple(sorted({*self.since, *filled})) if self.day else ()
        return (self.day if since else ""), since


def verification_of(tree: Mapping[str, object], memory: RememberedRecord) -> Verification:
    """What the verification of a record covers, as far as imports filled fields after it."""
    stated = text_of(tree, FIELD)
    if not stated:
        return Verification("", frozenset(), ())
    since = memory.since if memory.verified == _readable(stated) else ()
    return Verification(_readable(stated), frozenset(tree) - set(since), since)


def next_date(tree: Mapping[str, object], newest: object) -> object:
    """`date_maj` as it is to be: the newest day that the rows say. An import wrote a day of the
    record's own sources; another, or none where they have one, is a person's and stays."""
    written = tree.get(DATE)
    stated = {entry["date"] for entry in entries_of(tree) if entry.get("date")}
    is_ours = written in stated if written or stated else True
    return newest if is_ours and newest else written


def _readable(stated: str) -> str:
    try:
        return Day.fromisoformat(stated).isoformat()
    except ValueError:
        return _UNREADABLE
