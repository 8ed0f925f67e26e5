"""How many people each place is there for: an estimate, to call first where it counts most.

The people of a commune are shared equally among its own open places; those of a commune without any
count for the place that helps nearest to its centre. Every person counts once.
"""

from __future__ import annotations

from collections.abc import Mapping

from plugins.gazetteer import Gazetteer
from plugins.quality.computed.reach import Reach
from plugins.territories.neighbourhood import Neighbourhood


def people_by_place(
    gazetteer: Gazetteer, neighbourhood: Neighbourhood, reach: Reach
) -> Mapping[str, float]:
    """People by id of the place; a place for which nobody is counted is left out."""
    found: dict[str, float] = {}
    for code, commune in gazetteer.communes.items():
        population = commune.population or 0
        entries = neighbourhood.entries_of(code)
        if not entries:
            nearest = reach.nearest(code)
            entries = [nearest] if nearest else []
        for entry in entries:
            found[entry.id] = found.get(entry.id, 0.0) + population / len(entries)
    return found
