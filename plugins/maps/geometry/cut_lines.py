"""Long lines cut in pieces, so that most of what lies beyond a picture costs nothing."""

from __future__ import annotations

from typing import NamedTuple

from plugins.maps.geometry.projection import Bounds

_LONG = 8
"""Points of a piece: shorter ones would follow a frame more closely, and be more to look at."""

_Points = tuple[tuple[float, float], ...]


class _Piece(NamedTuple):
    """Some points of a line; `bounds`: of these and of the next one."""

    points: _Points
    bounds: Bounds


class CutLine:
    """A line of two points or more: longitudes and latitudes in degrees."""

    def __init__(self, line: _Points) -> None:
        self._pieces = [
            _Piece(line[at : min(at + _LONG, len(line) - 1)], Bounds.of(line[at : at + _LONG + 1]))
            for at in range(0, len(line) - 1, _LONG)
        ]
        self._end = line[-1]

    def near(self, inner: Bounds, outer: Bounds) -> list[tuple[float, float]]:
        """The points of the line, less some before and behind which it stays beyond the same side,
        or the same corner, of a box. What a cut at that box leaves of the line is the same, to the
        point. The box lies between `inner` and `outer`, which make up for rounding."""
        south, west, north, east = inner
        far_south, far_west, far_north, far_east = outer
        found: list[tuple[float, float]] = []
        for points, (least, left, most, right) in self._pieces:
            is_aside = right < far_west or left > far_east
            is_across = most < far_south or least > far_north
            if (is_aside and (is_across or (south < least and most < north))) or (
                is_across and west < left and right < east
            ):
                found.append(points[0])
            else:
                found += points
        found.append(self._end)
        return found
