"""What the easy page of a commune says: for each need, the first places to call; and what one that
shares the page of its EPCI is told there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.easy.contract import EasyAnswer, EasyNearest
from plugins.records.model.place import Place
from plugins.records.what_helps import is_blank
from plugins.territories.contract import Nearby
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.usefulness import NearEntry
from plugins.vocabulary.needs import Need

MOST = 3
"""Places a need: who reads with difficulty chooses among few."""


def answers_of(
    code: str,
    needs: Sequence[Need],
    places: Mapping[str, Place],
    neighbourhood: Neighbourhood,
    by_need: NearestByNeed,
) -> list[EasyAnswer]:
    """An answer for each need, in the order of the page of the commune `code`; where nobody near
    states it, the nearest who does. Records that help nobody send nobody there."""
    near_all = (*neighbourhood.here(code), *neighbourhood.nearest(code))
    useful = [near for near in near_all if not is_blank(near.entry)]

    def shown(near: NearEntry) -> Nearby:
        return Nearby(places[near.entry.id], near.distance_km, near.is_approximate)

    answers = []
    for need in needs:
        near = [one for one in useful if need.slug in one.entry.needs][:MOST]
        far = None if near else by_need.nearest(code, need.slug)
        found = near or ([far] if far else [])
        answers.append(EasyAnswer(need, [shown(one) for one in found], far is not None))
    return answers


def nearest_of(answers: Sequence[EasyAnswer]) -> list[EasyNearest]:
    """The first place of each need, each once with all the needs that it answers."""
    found: dict[str, EasyNearest] = {}
    for answer in answers:
        for near in answer.places[:1]:
            known = found.get(near.place.id, EasyNearest(near, ()))
            found[near.place.id] = known._replace(needs=(*known.needs, answer.need))
    return list(found.values())
