"""Which of several communes the point of a row tells for, when it tells at all."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.gazetteer import Commune, Gazetteer, distance_km

_CLEARLY_NEARER = 0.5
"""Of two communes, a point tells for the one whose centre is this much nearer, or more."""


def told_by_point(
    gazetteer: Gazetteer, communes: Sequence[Commune], point: tuple[float, float] | None
) -> Commune | None:
    """The commune that a point (latitude, longitude in degrees) tells for: the only plausible one,
    or the one whose centre is clearly nearer. A centre is not a border: nearly as near is no
    answer."""
    if point is None:
        return None
    lat, lon = point
    placed = [
        (distance_km(lat, lon, *commune.centre), commune)
        for commune in communes
        if commune.centre and gazetteer.is_plausible(commune.code, lat, lon)
    ]
    placed.sort(key=lambda pair: pair[0])
    if not placed or (len(placed) > 1 and placed[0][0] > _CLEARLY_NEARER * placed[1][0]):
        return None
    nearest = gazetteer.nearest(lat, lon)
    ours = placed[0][1]
    return ours if nearest is not None and nearest.page_code == ours.page_code else None
