"""Metres of the official plane of France (Lambert 93, EPSG:2154) → degrees.

The formulas and their constants are those of IGN, «Projection cartographique conique conforme de
Lambert», NTG 71. RGF93 and WGS84 differ by less than a metre.
"""

from __future__ import annotations

from math import atan, atan2, degrees, exp, hypot, log, pi, sin

_N, _C = 0.7256077650, 11_754_255.426
_X, _Y = 700_000.0, 12_655_612.050
_E = 0.08181919106
_MERIDIAN = 3.0
_EASTINGS, _NORTHINGS = (50_000.0, 1_300_000.0), (6_000_000.0, 7_200_000.0)
"""Metres between which the metropole lies."""
_STEPS = 6
"""More than a millimetre needs."""


def degrees_of_lambert93(first: float, second: float) -> tuple[float, float] | None:
    """(latitude, longitude) of two numbers in metres, in any order; None when they are not."""
    east, north = sorted((first, second))
    if not (_EASTINGS[0] < east < _EASTINGS[1] and _NORTHINGS[0] < north < _NORTHINGS[1]):
        return None
    radius = hypot(east - _X, north - _Y)
    longitude = _MERIDIAN + degrees(atan2(east - _X, _Y - north) / _N)
    isometric = -log(radius / _C) / _N
    latitude = 2 * atan(exp(isometric)) - pi / 2
    for _ in range(_STEPS):
        part = _E * sin(latitude)
        latitude = 2 * atan(exp(isometric) * ((1 + part) / (1 - part)) ** (_E / 2)) - pi / 2
    return degrees(latitude), longitude
