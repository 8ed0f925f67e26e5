"""Columns that hold one end of a span of one day: «Ouverture matin lundi», «mardi_fin_2»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from plugins.french.days import DAYS
from plugins.gazetteer import normalize
from plugins.intake.read.columns.day_columns import SPELT_DAYS

_OPENS = frozenset("ouverture ouvre debut de open opens opening start from".split())
_CLOSES = frozenset("fermeture ferme fin a close closes closing end to jusqu".split())
_PARTS = {"matin": 1, "matinee": 1, "am": 1, "midi": 2, "pm": 2, "soir": 3, "soiree": 3}
_BESIDE = frozenset(
    "h heure heures horaire horaires hour hours time l le la d du apres jour".split()
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")


class DayPart(NamedTuple):
    """One end of a span."""

    day: str
    rank: int
    """0 when nothing says which span of the day it is; then 1, 2, 3."""
    is_end: bool


def part_of(column: str) -> DayPart | None:
    """What a header says; None of one that names no end of a span of a day."""
    words = re.findall(r"[a-z]+|\d", normalize(_IN_BRACKETS.sub(" ", column)))
    days = {SPELT_DAYS[word] for word in words if word in SPELT_DAYS}
    rest = [word for word in words if word not in SPELT_DAYS]
    ends = {word in _CLOSES for word in rest if word in _OPENS or word in _CLOSES}
    ranks = {_PARTS.get(word) or int(word) for word in rest if word in _PARTS or word.isdigit()}
    known = _OPENS | _CLOSES | _BESIDE | _PARTS.keys()
    if len(days) != 1 or len(ends) != 1 or len(ranks) > 1:
        return None
    if any(word not in known and not word.isdigit() for word in rest):
        return None
    return DayPart(days.pop(), ranks.pop() if ranks else 0, ends.pop())


def day_parts(columns: Sequence[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Day → its spans, in order: (column of the opening, of the closing). Only of days of which
    both ends have a column."""
    found: defaultdict[str, dict[tuple[int, bool], str]] = defaultdict(dict)
    for column in columns:
        if part := part_of(column):
            found[part.day].setdefault((part.rank, part.is_end), column)
    week: dict[str, tuple[tuple[str, str], ...]] = {}
    for day in DAYS:
        ranks = sorted({rank for rank, _ in found[day]})
        spans = [(found[day].get((r, False), ""), found[day].get((r, True), "")) for r in ranks]
        if spans and all(opens and closes for opens, closes in spans):
            week[day] = tuple(spans)
    return week
