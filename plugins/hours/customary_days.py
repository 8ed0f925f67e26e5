"""Days overseas on which many places are closed by custom, and not by law.

The law has eleven public holidays (Code du travail, L3133-1) and, overseas, the day of the
abolition of slavery (L3422-2): 27 April in Mayotte, 22 May in Martinique, 27 May in Guadeloupe,
10 June in Guyane, 9 October in Saint-Barthélemy, 20 December in La Réunion. Saint-Martin keeps
28 May since 2018, although the code said 27 May still in 2019: that day is here. On the others,
what a place does is its own choice, that nobody knows without asking.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

_BEFORE_EASTER = {
    "Mardi gras": 47,
    "Mercredi des Cendres": 46,
    "Mi-Carême": 24,
    "Vendredi saint": 2,
}
_FIXED = {
    "Abolition de l'esclavage": (5, 27),
    "Fête de Victor Schoelcher": (7, 21),
    "Jour des défunts": (11, 2),
}
_ANTILLES = (
    "Mardi gras", "Mercredi des Cendres", "Vendredi saint", "Fête de Victor Schoelcher",
    "Jour des défunts",
)  # fmt: skip
_OF = {
    "971": (*_ANTILLES, "Mi-Carême"),
    "972": _ANTILLES,
    "978": ("Mi-Carême", "Abolition de l'esclavage", "Fête de Victor Schoelcher"),
}


@cache
def customary_days(departement: str, year: int) -> dict[date, str]:
    """The days of custom of a département or collectivity in a year, with their French names."""
    days = {}
    for name in _OF.get(departement, ()):
        if name in _FIXED:
            days[date(year, *_FIXED[name])] = name
        else:
            days[easter(year) - timedelta(days=_BEFORE_EASTER[name])] = name
    return days
