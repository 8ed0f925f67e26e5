"""What the picture of a commune shows: the commune, and the first places of its page."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians
from typing import NamedTuple

from plugins.maps.geometry.projection import KM_PER_DEGREE, Bounds

_LEAST_KM = 5.0
"""A picture shows at least so much of the country, from side to side…"""
_USUAL_KM = 24.0
"""… and goes no farther than this for a place…"""
_FARTHEST_KM = 40.0
"""… but for the nearest ones, as far as this."""
_WANTED = 3
"""How many places are worth a large picture."""


class PlottedPlace(NamedTuple):
    """A place of the list, by id, with its position in degrees if it is known, whether this is
    approximate, whether the place is another directory's."""

    id: str
    longitude: float | None
    latitude: float | None
    is_approximate: bool = False
    is_elsewhere: bool = False

    @property
    def is_known(self) -> bool:
        """It has a position."""
        return self.longitude is not None and self.latitude is not None


def choose_bounds(
    outline: Bounds | None,
    centre: tuple[float, float] | None,
    spots: Iterable[PlottedPlace],
    reach_km: float = 0.0,
) -> Bounds | None:
    """The box to show; None when nothing is known of where the commune is.

    The outline, or else so much around the centre (longitude, latitude) that neighbours are in it:
    `reach_km` from side to side; widened place after place, in the order of the list, as long as it
    does not grow too large.
    """
    if outline is None and centre is None:
        return None
    if outline:
        box = _at_least(outline, _LEAST_KM)
    else:
        reach_km = min(max(reach_km, _LEAST_KM), _FARTHEST_KM)
        box = _at_least(Bounds.of([centre] if centre else []), reach_km)
    found = 0
    for _, longitude, latitude, *_ in spots:
        if longitude is None or latitude is None:
            continue
        south, west, north, east = box
        if south <= latitude <= north and west <= longitude <= east:
            found += 1
            continue
        wider = Bounds(
            min(south, latitude), min(west, longitude), max(north, latitude), max(east, longitude)
        )
        most = _USUAL_KM if found >= _WANTED else _FARTHEST_KM
        if max(wider.width_km, wider.height_km) <= most:
            box = wider
            found += 1
    return box


def _at_least(box: Bounds, km: float) -> Bounds:
    """The box widened evenly to `km` both ways."""
    longitude, latitude = box.middle
    high = max(box.north - box.south, km / KM_PER_DEGREE) / 2
    across = max(box.east - box.west, km / KM_PER_DEGREE / cos(radians(latitude))) / 2
    return Bounds(latitude - high, longitude - across, latitude + high, longitude + across)
