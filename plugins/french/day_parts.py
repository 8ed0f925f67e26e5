"""Parts of a day: «matin», «après-midi», «soir», and the hours that each may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.french.normalization import normalize

MORNING, AFTERNOON, EVENING = "matin", "après-midi", "soir"
_NOON, _HOUR = 12 * 60, 60


class SaidPart(NamedTuple):
    """A part of the day, as typed, and how many days had been named before it."""

    part: str
    after_days: int


def part_of(text: str) -> str:
    """ "l'après-midi", "Matinées" → AFTERNOON, MORNING."""
    word = normalize(text).removeprefix("l'")
    return {"m": MORNING, "a": AFTERNOON}.get(word[0], EVENING)


def is_in(part: str, start: int, end: int) -> bool:
    """Whether hours, in minutes, may be called so: «le matin de 9h à 12h30»."""
    if end < start:  # past midnight
        return part == EVENING
    if part == MORNING:
        return start < _NOON and end <= _NOON + 2 * _HOUR
    if part == AFTERNOON:
        return start >= _NOON - _HOUR and end > _NOON
    return start >= _NOON + 3 * _HOUR


def are_told(
    parts: Sequence[SaidPart], days: int, spans: Iterable[tuple[int, int]], *, first: int = 0
) -> bool:
    """Whether the hours of `days` days say all that these parts say, and of every day the same.

    Not so for «mardi matin et jeudi après-midi 9h-12h, 14h-17h», nor for «mardi matin 14h-17h».
    `first` is how many of the days were named before the text.
    """
    if not parts:
        return True
    hours, kinds = list(spans), {said.part for said in parts}
    if len(kinds) > 1 and any(said.after_days not in (first, 0, days) for said in parts):
        return False
    each_has_hours = all(any(is_in(part, *span) for span in hours) for part in kinds)
    return each_has_hours and all(any(is_in(part, *span) for part in kinds) for span in hours)


def without(part: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """The hours that are left without this part of the day; None when some may be in it and out
    of it at once, when nothing is taken, or nothing left."""
    parts = [_only_part(*span) for span in spans]
    kept = [span for span, its in zip(spans, parts, strict=True) if its != part]
    return kept if "" not in parts and 0 < len(kept) < len(spans) else None


def _only_part(start: int, end: int) -> str:
    """The part of the day that has all of these hours, "" when it is not certain: 11h-15h."""
    if start < _NOON - _HOUR and start < end <= _NOON + 2 * _HOUR:
        return MORNING
    if start >= _NOON + 5 * _HOUR:
        return EVENING
    return AFTERNOON if start >= _NOON and start < end <= _NOON + 7 * _HOUR else ""
