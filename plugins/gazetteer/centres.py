"""Centres of communes arranged on the ground, so that those near a point are found among few."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from functools import cache
from math import cos, radians
from operator import attrgetter
from typing import NamedTuple

from plugins.gazetteer.distance import distance_km
from plugins.gazetteer.model import Commune

_CODE = attrgetter("code")
_CELL = 0.05
"""Degrees: some 5 km, about the distance between the centres of two communes."""
_KM_A_DEGREE = 111.0
"""Along a meridian, rounded down."""
_FARTHEST = 12
"""Rings of cells to look at before all centres are compared."""


class _RankedCentre(NamedTuple):
    latitude: float
    longitude: float
    rank: tuple[int, int]
    """Of its département, and in it."""
    departement: str
    commune: Commune


class Centres:
    """The communes that have a centre, without arrondissements, of the départements given."""

    def __init__(self) -> None:
        self._of: dict[str, list[_RankedCentre]] = {}
        self._cells: dict[tuple[int, int], list[_RankedCentre]] = {}

    def __contains__(self, departement: str) -> bool:
        return departement in self._of

    def add(self, departement: str, rank: int, communes: Iterable[Commune]) -> None:
        """Arrange the communes of a département; `rank`: its own, among départements."""
        found = [
            _RankedCentre(commune.latitude, commune.longitude, (rank, at), departement, commune)
            for at, commune in enumerate(communes)
            if commune.latitude is not None
            and commune.longitude is not None
            and commune.parent is None
        ]
        self._of[departement] = found
        for centre in found:
            self._cells.setdefault(_cell(centre.latitude, centre.longitude), []).append(centre)

    def nearest(
        self, latitude: float, longitude: float, departements: Collection[str]
    ) -> Commune | None:
        """The commune of some départements whose centre is nearest; the first of two that are as
        far. None when they have none."""
        row, column = _cell(latitude, longitude)
        # No meridian that far north is nearer to the next one than this.
        step = _CELL * _KM_A_DEGREE * cos(radians(min(abs(latitude) + 1, 89)))
        best: tuple[float, tuple[int, int]] = (float("inf"), (0, 0))
        nearest: Commune | None = None
        for ring in range(_FARTHEST):
            if best[0] < (ring - 1) * step:
                return nearest
            for north, east in _ring(ring):
                for centre in self._cells.get((row + north, column + east), ()):
                    if centre.departement in departements:
                        km = distance_km(latitude, longitude, centre.latitude, centre.longitude)
                        if (km, centre.rank) < best:
                            best, nearest = (km, centre.rank), centre.commune
        ranked = [
            (
                distance_km(latitude, longitude, centre.latitude, centre.longitude),
                centre.rank,
                centre,
            )
            for departement in departements
            for centre in self._of[departement]
        ]
        return min(ranked)[2].commune if ranked else None


class CentresFromSouth:
    """The communes of a département that have a centre, from south to north."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        found = sorted(
            (commune.latitude, commune.longitude, commune)
            for commune in communes
            if commune.latitude is not None and commune.longitude is not None
        )
        self._latitudes = [latitude for latitude, _, _ in found]
        self._centres = [(longitude, commune) for _, longitude, commune in found]

    def within(self, south: float, west: float, north: float, east: float) -> list[Commune]:
        """Those whose centre is in a box (degrees), by code."""
        first = bisect_left(self._latitudes, south)
        last = bisect_right(self._latitudes, north)
        found = [each for longitude, each in self._centres[first:last] if west <= longitude <= east]
        return sorted(found, key=_CODE)


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // _CELL), int(longitude // _CELL)


@cache
def _ring(ring: int) -> list[tuple[int, int]]:
    """Steps to the cells around a cell, `ring` steps away."""
    side = range(-ring, ring + 1)
    return [(north, east) for north in side for east in side if max(abs(north), abs(east)) == ring]
