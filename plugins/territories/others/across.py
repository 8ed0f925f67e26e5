"""Help that other directories know, nearer to a commune than what its page lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Commune, distance_km
from plugins.territories.limits import KM_PER_DEGREE, sides
from plugins.territories.others.kept_file import OtherDirectory, OtherPlace

MOST = 3
"""A page shows so many: they lead to the other directory, which has the others."""


class HelpAcross(NamedTuple):
    """A place of the directory called `directory`, so far from the centre of a commune."""

    place: OtherPlace
    directory: str
    distance_km: float


class Across:
    """The places of other directories, by latitude."""

    def __init__(self, directories: Iterable[OtherDirectory] = ()) -> None:
        self._places = sorted(
            (place.latitude, place.url, place, directory.nom)
            for directory in directories
            for place in directory.lieux
        )
        self.has_any = bool(self._places)
        """Whether there is a place at all."""

    def nearest(self, commune: Commune, reach_km: float) -> list[HelpAcross]:
        """At most three that are nearer than `reach_km` to the centre of a commune, the nearest
        first."""
        if commune.latitude is None or commune.longitude is None or not self._places:
            return []
        up = reach_km / KM_PER_DEGREE
        first = bisect_left(self._places, (commune.latitude - up,))
        last = bisect_right(self._places, commune.latitude + up, key=lambda each: each[0])
        west, east = sides(commune.latitude, commune.longitude, reach_km)
        found = []
        for latitude, _, place, name in self._places[first:last]:
            if not west <= place.longitude <= east:
                continue
            km = distance_km(commune.latitude, commune.longitude, latitude, place.longitude)
            if km < reach_km:
                found.append(HelpAcross(place, name, km))
        return sorted(found, key=lambda one: (one.distance_km, one.place.url))[:MOST]

    def fingerprint(self, commune: Commune, reach_km: float) -> bytes:
        """What changes with what `nearest` finds; empty when it finds nothing."""
        found = self.nearest(commune, reach_km)
        return fingerprint_of(repr(found)) if found else b""
