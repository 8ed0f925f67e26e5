"""Columns that hold the hours of one day: «Lundi», «horaires_lundi», «Mardi matin», «Fri»."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.french.days import DAYS
from plugins.intake.read.columns.header_words import plain_words

SPELT_DAYS = {
    **{day: day for day in DAYS},
    **dict(zip(("lun", "mar", "mer", "jeu", "ven", "sam", "dim"), DAYS, strict=True)),
    **dict(
        zip(
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
            DAYS,
            strict=True,
        )
    ),
    **dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), DAYS, strict=True)),
}
_BESIDE = frozenset(
    "h ouv horaire horaires heure heures ouverture ouvertures hours opening jour jours".split()
)
_HALVES = frozenset("matin matinee am pm apres midi soir journee".split())
_STARTS = frozenset("debut ouvre open opens start".split())
_ENDS = frozenset("fin fermeture ferme close closes end".split())
_OF_PERSON = frozenset("permanence permanences conseiller mediateur presence".split())


class DayColumn(NamedTuple):
    """The day of a column, and whose hours it holds."""

    day: str
    is_permanence: bool
    is_end: bool = False
    """It holds the time at which the place closes («Lundi fermeture»), beside one that opens."""


def day_of(column: str) -> DayColumn | None:
    """The day that a header names, with nothing beside it but words of hours; None of any other."""
    words = re.sub(r"\d+", " ", plain_words(column)).split()
    days = {SPELT_DAYS[word] for word in words if word in SPELT_DAYS}
    rest = {word for word in words if word not in SPELT_DAYS} - _BESIDE - _HALVES
    is_end = bool(rest & _ENDS)
    rest -= _STARTS | _ENDS
    if len(days) != 1 or rest - _OF_PERSON:
        return None
    return DayColumn(days.pop(), bool(rest), is_end)
