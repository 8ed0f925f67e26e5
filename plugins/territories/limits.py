"""Where the directory ends: communes that it does not cover, nearer than help that a page lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from plugins.gazetteer import Commune, Departement, Gazetteer, distance_km
from plugins.territories.usefulness import NearEntry

_MARGIN_DEGREES = 0.5
"""No page lists a place farther than this from its commune, but where there is hardly any."""
_KM_PER_DEGREE = 111.0


class Limit(NamedTuple):
    """A département, or a part of one, that the directory does not cover, and the commune of it
    whose centre is nearest."""

    departement: Departement
    commune: Commune
    distance_km: float


def may_be_nearer(limits: Sequence[Limit], listed: Sequence[NearEntry]) -> bool:
    """Whether what lies outside is nearer than every place of a page; a place whose distance is not
    known is in the commune itself."""
    first = min((near.distance_km or 0.0 for near in listed), default=0.0)
    return bool(limits) and limits[0].distance_km < first


class Limits:
    """What lies outside, by latitude: read once, when a page first asks."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def around(self, commune: Commune, listed: Sequence[NearEntry]) -> list[Limit]:
        """What lies nearer to a commune than the farthest place of its page, one for each
        département, the nearest first; nothing when positions are not known."""
        reach = max((near.distance_km or 0.0 for near in listed), default=0.0)
        if commune.latitude is None or commune.longitude is None or not reach:
            return []
        nearest: dict[str, Limit] = {}
        start = bisect_left(self._outside, (commune.latitude - reach / _KM_PER_DEGREE,))
        for latitude, _, longitude, other in self._outside[start:]:
            if latitude > commune.latitude + reach / _KM_PER_DEGREE:
                break
            km = distance_km(commune.latitude, commune.longitude, latitude, longitude)
            known = nearest.get(other.departement)
            if km < reach and (known is None or km < known.distance_km):
                departement = self._gazetteer.all_departements[other.departement]
                nearest[other.departement] = Limit(departement, other, km)
        return sorted(nearest.values(), key=lambda limit: limit.distance_km)

    @cached_property
    def _outside(self) -> list[tuple[float, str, float, Commune]]:
        """Communes near to those that are covered, and not covered: latitude, code, longitude."""
        found: dict[str, tuple[float, str, float, Commune]] = {}
        for departement in self._gazetteer.departements.values():
            if departement.bounds is None:
                continue
            south, west, north, east = departement.bounds
            box = (
                south - _MARGIN_DEGREES,
                west - _MARGIN_DEGREES,
                north + _MARGIN_DEGREES,
                east + _MARGIN_DEGREES,
            )
            for each in self._gazetteer.within(*box):
                if each.code in self._gazetteer.communes:
                    continue
                if each.latitude is not None and each.longitude is not None:
                    found[each.code] = (each.latitude, each.code, each.longitude, each)
        return sorted(found.values())
