"""Whom to call first: people concerned × age of the facts × what is missing.

The one rule of the sheet «à appeler ce mois-ci», told to coordinators in docs/desk.md.
"""

from __future__ import annotations

from datetime import date

from plugins.quality.computed.place_lines import Fact, PlaceLine

MISSING_WEIGHTS: dict[Fact, int] = {
    "telephone": 2,
    "horaires": 2,
    "services": 2,
    "prix": 1,
    "acces": 1,
    "transports": 1,
}
"""What a fact that nobody knows adds: twice for what decides whether one sets out at all."""
_MOST_YEARS = 5.0
"""Facts without a date count as old as this, and none counts as older."""
_LEAST_YEARS = 0.25
"""What a list has just said has still been checked by nobody."""
_YEAR_DAYS = 365.25


def urgency(line: PlaceLine, on: date) -> float:
    """`people` × years × (1 + `MISSING_WEIGHTS` of what is missing + doubts, two at most).

    0 where a person checked the record within six months: that place is left in peace. One for
    which nobody is counted counts as one person.
    """
    if line.verified and line.age == "6":
        return 0.0
    missing = sum(MISSING_WEIGHTS[fact] for fact in line.missing)
    return max(line.people, 1) * years(line.news, on) * (1 + missing + min(len(line.doubts), 2))


def years(news: date | None, on: date) -> float:
    """The age of facts, from `_LEAST_YEARS` to `_MOST_YEARS`."""
    if news is None:
        return _MOST_YEARS
    return min(max((on - news).days / _YEAR_DAYS, _LEAST_YEARS), _MOST_YEARS)


def to_call(lines: list[PlaceLine], on: date) -> list[PlaceLine]:
    """The places to call, the most urgent first; equals by id."""
    found = [(urgency(line, on), line) for line in lines]
    ordered = sorted(found, key=lambda pair: (-pair[0], pair[1].id))
    return [line for weight, line in ordered if weight]
