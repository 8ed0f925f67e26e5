"""SVG paths: lines and areas of a frame, cut at its edge, in few characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plugins.maps.geometry.cut_lines import CutLine
from plugins.maps.geometry.projection import Viewport

SvgPoint = tuple[int, int]
"""To the right and down, in units."""

_OUT = 40
"""Lines and areas go on for so many units beyond the edge, so that it cuts them cleanly."""
_STEP = 6
"""A point nearer than this to the one before (both ways together) is left out."""


def project(points: Iterable[tuple[float, float]], frame: Viewport) -> list[SvgPoint]:
    """Points (longitude, latitude) as places of a frame."""
    west, north, across, down = frame.west, frame.north, frame.x_scale, frame.y_scale
    return [(round((lon - west) * across), round((north - lat) * down)) for lon, lat in points]


def near(line: CutLine, frame: Viewport) -> list[tuple[float, float]]:
    """The points of a line, less some that change nothing of what `lines` and `seen` give."""
    return line.near(frame.beyond(_OUT - 2), frame.beyond(_OUT + 2))


def lines(points: Iterable[tuple[float, float]], frame: Viewport) -> str:
    """The parts of a line of degrees that may be seen."""
    places = project(points, frame)
    right, foot = frame.width + _OUT, frame.height + _OUT
    sides = [
        (1 if x < -_OUT else 2 if x > right else 0) | (4 if y < -_OUT else 8 if y > foot else 0)
        for x, y in places
    ]
    if not any(sides):
        return _steps(places)
    return "".join(_steps(run) for run in _runs(places, sides))


def _runs(places: Sequence[SvgPoint], sides: Sequence[int]) -> Iterator[list[SvgPoint]]:
    """`sides`: the edges that each place is beyond, a bit each."""
    run: list[SvgPoint] = []
    for rank in range(len(places) - 1):
        if sides[rank] & sides[rank + 1]:  # both beyond the same edge
            if run:
                yield run
            run = []
        elif run:
            run.append(places[rank + 1])
        else:
            run = [places[rank], places[rank + 1]]
    if run:
        yield run


def area(rings: Iterable[Iterable[tuple[float, float]]], frame: Viewport) -> str:
    """Rings of degrees as one closed shape, cut a little beyond the edge of the frame."""
    return "".join(f"{_steps(ring)}z" for ring in seen(rings, frame))


def seen(rings: Iterable[Iterable[tuple[float, float]]], frame: Viewport) -> list[list[SvgPoint]]:
    """What a frame shows of rings of degrees; edges of the cut follow those of the frame."""
    cut = (_clip(project(ring, frame), frame) for ring in rings)
    return [ring for ring in cut if len(ring) > 2]


def is_inside(place: SvgPoint, rings: Iterable[Sequence[SvgPoint]]) -> bool:
    """Whether a place is within rings: a line from it to the left crosses them an odd number of
    times."""
    x, y = place
    odd = False
    for ring in rings:
        x0, y0 = ring[-1]
        for x1, y1 in ring:
            if (y0 > y) != (y1 > y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) < x:
                odd = not odd
            x0, y0 = x1, y1
    return odd


def _clip(ring: list[SvgPoint], frame: Viewport) -> list[SvgPoint]:
    """Sutherland and Hodgman: one edge after the other."""
    for axis, limit, sign in (
        (0, -_OUT, 1),
        (0, frame.width + _OUT, -1),
        (1, -_OUT, 1),
        (1, frame.height + _OUT, -1),
    ):
        inside = [(place[axis] - limit) * sign >= 0 for place in ring]
        if all(inside):
            continue
        kept: list[SvgPoint] = []
        before, was_in = ring[-1], inside[-1]
        for place, is_in in zip(ring, inside, strict=True):
            if is_in != was_in:
                share = (limit - before[axis]) / (place[axis] - before[axis])
                kept.append(
                    (
                        round(before[0] + share * (place[0] - before[0])),
                        round(before[1] + share * (place[1] - before[1])),
                    )
                )
            if is_in:
                kept.append(place)
            before, was_in = place, is_in
        ring = kept
    return ring


def dots(places: Iterable[SvgPoint]) -> str:
    """Points, as lines without length: a round end makes each a disc."""
    return "".join(f"M{x} {y}h0" for x, y in places)


def _steps(places: Sequence[SvgPoint]) -> str:
    """A line as relative steps: «M12 34l5-3 4 2»."""
    x, y = places[0]
    start = f"M{x} {y}l"
    steps: list[int] = []
    for right, down in places[1:-1]:
        if abs(right - x) + abs(down - y) >= _STEP:
            steps += (right - x, down - y)
            x, y = right, down
    if len(places) > 1:
        right, down = places[-1]
        steps += (right - x, down - y)
    return start + " ".join(map(str, steps)).replace(" -", "-")
