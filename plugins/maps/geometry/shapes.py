"""Outlines as a map draws them: where the background does not come, and around a territory.

`/cartes/fonds/31.json`, `france.json`: `v` (1), `unit`, `shapes` (`[kind, code, name, rings]`); a
ring is `lat, lon, …`, whole numbers of `unit` degrees, each point the difference from the last.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from plugins.gazetteer import Commune, Departement, Epci, Gazetteer
from plugins.maps.geometry.outlines import Outlines, Rings, bounds_of
from plugins.maps.points import differences, to_json

_ScaledPoint = tuple[int, int]
LOCAL_STEPS, NATIONAL_STEPS = 1000, 80
"""To a degree: 110 m, which is a pixel where a whole commune is seen; 1.4 km."""
_FINEST, _ACROSS = 2000, 250
"""Of the territory that a page is about: steps to a degree at most, and from side to side."""
_DIGITS = 9
"""Of its unit, so that nothing is off by more than some metres."""


def area_shape(rings: Rings) -> str:
    """The outline of the territory that a page is about, for the page itself: `[unit, rings]` as
    JSON without any quote, coarse enough to weigh some hundred bytes."""
    box = bounds_of(rings)
    across = max(box.north - box.south, box.east - box.west)
    steps = min(_FINEST, round(_ACROSS / across)) if across else _FINEST
    flat = [line for line in (_flat(ring, steps) for ring in rings) if len(line) >= 6]
    return to_json([round(1 / steps, _DIGITS), flat])


def departement_shapes(code: str, outlines: Outlines, gazetteer: Gazetteer) -> str:
    """The file of a département: itself, those around it, its EPCI and communes where we have
    their outlines."""
    own = outlines.departement(code)
    found: list[list[Any]] = []
    for other in outlines.near(bounds_of(own)) if own else ():
        found += _shape("departement", other, outlines, gazetteer, LOCAL_STEPS)
    sheet = outlines.local(code)
    if sheet is not None:
        for kind, name in (("epci", "epci"), ("communes", "commune")):
            for area in sorted(sheet.kinds[kind]):
                found += _shape(name, area, outlines, gazetteer, LOCAL_STEPS)
    return to_json({"v": 1, "unit": 1 / LOCAL_STEPS, "shapes": found})


def national_shapes(outlines: Outlines, gazetteer: Gazetteer) -> str:
    """The file of all départements."""
    codes = sorted(outlines.national.kinds["departements"])
    shapes = [_shape("departement", code, outlines, gazetteer, NATIONAL_STEPS) for code in codes]
    return to_json({"v": 1, "unit": 1 / NATIONAL_STEPS, "shapes": list(chain(*shapes))})


def _shape(
    kind: str, code: str, outlines: Outlines, gazetteer: Gazetteer, steps: int
) -> list[list[Any]]:
    """Kind, code, name, rings; nothing when the outline is not known or too small to be seen."""
    known: Departement | Epci | Commune | None
    if kind == "departement":
        known, rings = gazetteer.all_departements.get(code), outlines.departement(code)
    elif kind == "epci":
        known, rings = gazetteer.epci(code), outlines.epci(code)
    else:
        known, rings = gazetteer.commune(code), outlines.commune(code)
    seen = [flat for flat in (_flat(ring, steps) for ring in rings or ()) if len(flat) >= 6]
    return [[kind, code, known.nom if known else code, seen]] if seen else []


def _flat(ring: Iterable[tuple[float, float]], steps: int) -> list[int]:
    """Latitude, longitude, then differences: whole numbers of `1 / steps` degrees, without the
    points that lie on the line between their neighbours."""
    points: list[_ScaledPoint] = []
    for longitude, latitude in ring:
        point = round(latitude * steps), round(longitude * steps)
        while points and (points[-1] == point or _is_between(points[-2:], point)):
            points.pop()
        points.append(point)
    if points[0] == points[-1]:
        points.pop()
    if not points:
        return []
    latitudes, longitudes = (differences(column) for column in zip(*points, strict=True))
    return list(chain(*zip(latitudes, longitudes, strict=True)))


def _is_between(last: list[_ScaledPoint], after: _ScaledPoint) -> bool:
    """Whether the second of two points lies on the way from the first to `after`."""
    if len(last) < 2:
        return False
    (y0, x0), (y1, x1) = last
    ahead = (y1 - y0) * (after[0] - y1) + (x1 - x0) * (after[1] - x1) >= 0
    return ahead and (y1 - y0) * (after[1] - x1) == (x1 - x0) * (after[0] - y1)
