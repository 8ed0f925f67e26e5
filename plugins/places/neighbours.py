"""The other places of a commune that are nearest to one of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple

from plugins.gazetteer import distance_km
from plugins.records.entry import Entry

KM_PER_DEGREE = 111.0
"""Of latitude, a little less than the true 111.2: two places are never nearer than that."""

_Row = tuple[float, str, float, Entry]
"""Latitude, id, longitude."""


class Neighbour(NamedTuple):
    """Another place of the same commune. `distance_km`: as the crow flies; `is_approximate`: one of
    both positions is."""

    place: Entry
    distance_km: float
    is_approximate: bool


class Neighbours:
    """Places in the order of their latitude: only those of nearly the same are measured, so that a
    city of a thousand places does not compare each with all the others."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._rows: list[_Row] = sorted(
            (entry.latitude, entry.id, entry.longitude, entry)
            for entry in entries
            if entry.latitude is not None and entry.longitude is not None
        )

    def nearest(self, entry: Entry, most: int) -> list[Neighbour]:
        """At most `most` others, the nearest first, and within one kilometre those of an exact
        position first; none when the position is not known."""
        if entry.latitude is None or entry.longitude is None:
            return []
        found = self._nearest(entry.latitude, entry.longitude, most, entry.id)
        rough = entry.is_approximate
        return [Neighbour(other, km, rough or other.is_approximate) for km, other in found]

    def nearest_to(self, latitude: float, longitude: float) -> Neighbour | None:
        """The nearest of all to a point that is known to a kilometre or two."""
        found = self._nearest(latitude, longitude, 1)
        return Neighbour(found[0][1], found[0][0], True) if found else None

    def _nearest(
        self, latitude: float, longitude: float, most: int, but: str = ""
    ) -> list[tuple[float, Entry]]:
        found: list[tuple[float, str, Entry]] = []
        for gap, (there_lat, id_, there_lon, other) in self._outwards(latitude):
            if len(found) >= most and gap * KM_PER_DEGREE > found[most - 1][0]:
                break
            if id_ != but:
                found.append((distance_km(latitude, longitude, there_lat, there_lon), id_, other))
                found.sort()
                del found[most:]
        found.sort(key=lambda row: (int(row[0]), row[2].is_approximate, row[0], row[1]))
        return [(km, other) for km, _, other in found]

    def _outwards(self, latitude: float) -> Iterator[tuple[float, _Row]]:
        """Every row with the degrees of latitude to it, the smallest first."""
        rows = self._rows
        above = bisect_left(rows, (latitude,))
        below = above - 1
        while below >= 0 or above < len(rows):
            up = rows[above][0] - latitude if above < len(rows) else inf
            down = latitude - rows[below][0] if below >= 0 else inf
            if up <= down:
                yield up, rows[above]
                above += 1
            else:
                yield down, rows[below]
                below -= 1
