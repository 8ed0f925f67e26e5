"""The plan of white areas: communes whose centre is far from help for a need, darker the farther.

Drawn at the build, as the pictures of territories (`plugins.maps.picture`): no script, no request.
Where we have no outlines of communes, a disc stands at the centre of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.outlines import Outlines, bounds_of
from plugins.maps.geometry.projection import Bounds, Viewport
from plugins.maps.picture import svg_paths as paths
from plugins.quality.areas import DeskArea
from plugins.quality.computed.commune_lines import LIMITS_KM, DeskCommune
from plugins.quality.plans.united_outlines import united

WIDTH = 320
"""Units across."""
_MARGIN = 8
_LEAST_HEIGHT, _MOST_HEIGHT = 200, 380
_ABOUT_KM = 3.0
"""Around the centres of communes whose outlines we do not have."""


class WhitePlan(NamedTuple):
    """`body`: inside of an `<svg>` of `WIDTH` by `height` units; `white`: how many communes of it
    are beyond the first of `LIMITS_KM`."""

    body: Markup
    height: int
    white: int


def white_plan(
    area: DeskArea,
    communes: Sequence[DeskCommune],
    rank: int,
    places: Iterable[tuple[float, float]],
    gazetteer: Gazetteer,
    outlines: Outlines,
) -> WhitePlan | None:
    """The plan of a need, by its rank among `plugins.vocabulary.needs.NEEDS`. `places`: longitude
    and latitude of those that answer it. None when nobody knows where the territory is."""
    outline = outlines.departement(area.code) if area.kind == "departement" else (
        outlines.epci(area.code))  # fmt: skip
    centres = {
        line.code: (commune.longitude, commune.latitude)
        for line in communes
        for commune in [gazetteer.communes[line.code]]
        if commune.longitude is not None and commune.latitude is not None
    }
    if not outline and not centres:
        return None
    bounds = bounds_of(outline) if outline else Bounds.of(centres.values()).wider(_ABOUT_KM)
    frame = _frame(bounds)
    parts = [_path("own", paths.area(outline, frame))] if outline else []
    white = 0
    for at, limit in enumerate(LIMITS_KM):
        most = LIMITS_KM[at + 1] if at + 1 < len(LIMITS_KM) else float("inf")
        band = [line.code for line in communes if limit < (line.km[rank] or 0) <= most]
        white += len(band)
        parts.append(_path(f"far{limit}", paths.area(united(band, outlines), frame)))
        lost = [centres[code] for code in band if code in centres and not outlines.commune(code)]
        parts.append(_path(f"disc{limit}", paths.dots(frame.place(*spot) for spot in lost)))
    shown = sorted({frame.place(*spot) for spot in places})
    inside = [spot for spot in shown if frame.holds(*spot)]
    parts.append(_path("help", paths.dots(inside)))
    return WhitePlan(Markup("".join(parts)), frame.height, white)  # noqa: S704 (all of it is ours)


def _frame(bounds: Bounds) -> Viewport:
    free = WIDTH - 2 * _MARGIN
    height = round(free * bounds.height_km / max(bounds.width_km, 0.001)) + 2 * _MARGIN
    return Viewport(bounds, WIDTH, min(max(height, _LEAST_HEIGHT), _MOST_HEIGHT), _MARGIN)


def _path(kind: str, path: str) -> str:
    return f'<path class="{kind}" d="{path}"/>' if path else ""
