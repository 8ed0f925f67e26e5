"""Days of the week: 0 (Monday) to 6 (Sunday), as in `datetime`."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.french.joins import join

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
ICAL_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_NUMBERS = {day[:3]: number for number, day in enumerate(DAYS)}


def weekday(normalized: str) -> int | None:
    """The weekday named in a text, None when there is none: "un mardi sur deux" → 1."""
    words = normalized.split()
    return next((_NUMBERS[word[:3]] for word in words if word[:3] in _NUMBERS), None)


def from_to(first: int, last: int) -> list[int]:
    """The weekdays of «du samedi au lundi», both ends included, in this order."""
    return [(first + n) % 7 for n in range((last - first) % 7 + 1)]


def runs_of_days(days: Sequence[int]) -> list[list[int]]:
    """Days in order, cut where one is missing: (0, 1, 2, 4) → [[0, 1, 2], [4]]."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def say_run(first: int, last: int) -> str:
    """«du lundi au vendredi»."""
    return f"du {DAYS[first]} au {DAYS[last]}"


def say_days(days: Sequence[int]) -> str:
    """«du lundi au vendredi», «le lundi et le jeudi», «tous les jours»."""
    if len(days) == len(EVERY_DAY):
        return "tous les jours"
    words: list[str] = []
    for run in runs_of_days(days):
        if len(run) > 2:
            words.append(say_run(run[0], run[-1]))
        else:
            words += [f"le {DAYS[day]}" for day in run]
    return join(words)
