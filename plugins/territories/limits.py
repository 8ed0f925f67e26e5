"""Where the directory ends: communes that it does not cover, nearer than help that a page lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from math import asin, cos, degrees, pi, radians, sin
from typing import NamedTuple

from plugins.gazetteer import Commune, Departement, Gazetteer, distance_km
from plugins.territories.usefulness import NearEntry

MARGIN_DEGREES = 0.5
"""No page lists a place farther than this from its commune, but where there is hardly any."""
_KM_PER_RADIAN = 6360.0
"""Along a meridian, rounded down, so that nothing near is left out."""
KM_PER_DEGREE = radians(_KM_PER_RADIAN)


class Limit(NamedTuple):
    """A département, or a part of one, that the directory does not cover, and the commune of it
    whose centre is nearest."""

    departement: Departement
    commune: Commune
    distance_km: float


def reach_of(listed: Sequence[NearEntry]) -> float:
    """How far a page looks: kilometres to the farthest of its places, 0 without any."""
    return max((near.distance_km or 0.0 for near in listed), default=0.0)


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
        reach = reach_of(listed)
        if commune.latitude is None or commune.longitude is None or not reach:
            return []
        up = reach / KM_PER_DEGREE
        first = bisect_left(self._outside, commune.latitude - up, key=_latitude)
        last = bisect_right(self._outside, commune.latitude + up, key=_latitude)
        west, east = sides(commune.latitude, commune.longitude, reach)
        nearest: dict[str, Limit] = {}
        for latitude, _, longitude, other in self._outside[first:last]:
            if not west <= longitude <= east:
                continue
            known = nearest.get(other.departement)
            most = known.distance_km if known else reach
            if abs(latitude - commune.latitude) * KM_PER_DEGREE >= most:
                continue
            km = distance_km(commune.latitude, commune.longitude, latitude, longitude)
            if km < most:
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
                south - MARGIN_DEGREES,
                west - MARGIN_DEGREES,
                north + MARGIN_DEGREES,
                east + MARGIN_DEGREES,
            )
            for each in self._gazetteer.within(*box):
                if each.code in self._gazetteer.communes:
                    continue
                if each.latitude is not None and each.longitude is not None:
                    found[each.code] = (each.latitude, each.code, each.longitude, each)
        return sorted(found.values())


def _latitude(outside: tuple[float, str, float, Commune]) -> float:
    return outside[0]


def sides(latitude: float, longitude: float, km: float) -> tuple[float, float]:
    """Longitudes between which all points lie that are at most so far away."""
    turned, round_there = sin(min(km / _KM_PER_RADIAN, pi / 2)), cos(radians(latitude))
    aside = degrees(asin(turned / round_there)) if turned < round_there else 180.0
    if abs(longitude) + aside > 180:
        return -180.0, 180.0
    return longitude - aside, longitude + aside
