"""How old what we know of a place is, as a level that pages put into words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

Level = Literal["fresh", "to-check", "old", "unknown"]
FRESH_DAYS = 183
OLD_DAYS = 731


class Freshness(NamedTuple):
    """`level` on a given day; `date` of the last news; `verified` when a person checked the record.

    "fresh" is under 6 months, "to-check" up to 24, "old" beyond, "unknown" without any date.
    """

    level: Level
    date: date | None
    verified: bool


def old_from(news: date | None) -> date | None:
    """The day from which nobody has checked for two years; None: nobody knows when they did. Lists
    say «en principe» from then on, on the day of their reader."""
    return news and news + timedelta(days=OLD_DAYS + 1)


def freshness(verified: date | None, updated: date | None, on: date) -> Freshness:
    """The freshness on day `on` of a record verified by a person, or only updated by its source."""
    if verified is not None and (updated is None or verified >= updated):
        return Freshness(_level((on - verified).days), verified, verified=True)
    if updated is None:
        return Freshness("unknown", None, verified=False)
    return Freshness(_level((on - updated).days), updated, verified=False)


def _level(days: int) -> Level:
    if days <= FRESH_DAYS:
        return "fresh"
    return "to-check" if days <= OLD_DAYS else "old"
