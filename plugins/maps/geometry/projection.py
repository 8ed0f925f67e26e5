"""From degrees to the units of a picture.

Equirectangular: longitudes are squeezed by the cosine of the latitude of the middle. Over a
département (200 km at most, Guyane 400 km near the equator) angles stay true to half a degree,
which nobody sees in a picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians
from typing import NamedTuple

KM_PER_DEGREE = 111.195
"""Of latitude, on a sphere of the mean radius of the Earth."""


class Bounds(NamedTuple):
    """A box of latitudes and longitudes, in degrees (WGS84)."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def of(cls, points: Iterable[tuple[float, float]]) -> Bounds:
        """The box around points (longitude, latitude); there is at least one."""
        longitudes, latitudes = zip(*points, strict=True)
        return cls(min(latitudes), min(longitudes), max(latitudes), max(longitudes))

    @classmethod
    def union(cls, boxes: Iterable[Bounds]) -> Bounds:
        """The box around boxes; there is at least one."""
        souths, wests, norths, easts = zip(*boxes, strict=True)
        return cls(min(souths), min(wests), max(norths), max(easts))

    def meets(self, other: Bounds) -> bool:
        """Whether the two have a point in common."""
        return (
            self.south <= other.north
            and other.south <= self.north
            and self.west <= other.east
            and other.west <= self.east
        )

    def wider(self, km: float) -> Bounds:
        """The box with `km` more on each side."""
        up = km / KM_PER_DEGREE
        aside = up / cos(radians(self.middle[1]))
        return Bounds(self.south - up, self.west - aside, self.north + up, self.east + aside)

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    @property
    def width_km(self) -> float:
        """From west to east, along the middle."""
        return (self.east - self.west) * KM_PER_DEGREE * cos(radians(self.middle[1]))

    @property
    def height_km(self) -> float:
        """From south to north."""
        return (self.north - self.south) * KM_PER_DEGREE


class Viewport:
    """A picture of `width` by `height` units that shows all of `bounds`, in the middle, with at
    least `margin` units free on each side."""

    def __init__(self, bounds: Bounds, width: int, height: int, margin: int) -> None:
        self.width, self.height = width, height
        longitude, latitude = bounds.middle
        squeeze = cos(radians(latitude))
        across = max((bounds.east - bounds.west) * squeeze, 1e-6)
        upright = max(bounds.north - bounds.south, 1e-6)
        scale = min((width - 2 * margin) / across, (height - 2 * margin) / upright)
        self.units_per_km = scale / KM_PER_DEGREE
        self.x_scale, self.y_scale = scale * squeeze, scale
        self.west = longitude - width / 2 / self.x_scale
        self.north = latitude + height / 2 / scale
        self.bounds = Bounds(
            self.north - height / scale, self.west, self.north, self.west + width / self.x_scale
        )

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a point stands: to the right, and down, in whole units."""
        return (
            round((longitude - self.west) * self.x_scale),
            round((self.north - latitude) * self.y_scale),
        )

    def beyond(self, units: int) -> Bounds:
        """What the picture would show with so many units more on each side, in degrees."""
        aside, up = units / self.x_scale, units / self.y_scale
        south, west, north, east = self.bounds
        return Bounds(south - up, west - aside, north + up, east + aside)

    def holds(self, x: float, y: float, margin: int = 0) -> bool:
        """Whether a place is in the picture, at least `margin` from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin
