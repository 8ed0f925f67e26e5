"""Where names and numbers stand so that none hides another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import cos, pi, sin
from typing import NamedTuple

from plugins.maps.geometry.projection import Viewport
from plugins.maps.picture.svg_paths import SvgPoint, is_inside

TEXT = 27
"""Height of letters, in units: 12 px and more on a screen of 320 px, where 640 units are 288 px."""
DISC = 20
"""Radius of the disc of a number."""
DOT = 6
"""Radius of a dot, its edge included."""
_LINE = 30
_WIDEST = 220
"""A longer name is written on two lines."""
KEPT = 1 << 12
"""So many names are kept with their size and as text: neighbours name the same towns."""
_NARROW, _WIDE = frozenset("ijlftrI1'.-' ,()"), frozenset("mwMWœŒæÆ")


Box = tuple[int, int, int, int]
"""Left, top, right, foot, in units."""


class PlacedName(NamedTuple):
    """A name in the picture: the middle of its first line's foot, and its lines."""

    x: int
    y: int
    lines: tuple[str, ...]


class Room:
    """What is taken in a frame."""

    def __init__(self, frame: Viewport) -> None:
        self._frame = frame
        self._ends = frame.width - 4, frame.height - 4
        self._boxes: list[Box] = []
        self._dots: list[Box] = []

    def take(self, left: int, top: int, right: int, bottom: int) -> bool:
        """Take a box if it is free, whatever dots are there, and in the frame."""
        width, height = self._ends
        if left < 4 or top < 4 or right > width or bottom > height:
            return False
        box = (left, top, right, bottom)
        if _is_free(box, self._boxes):
            self._boxes.append(box)
            return True
        return False

    def keep_clear(self, at: SvgPoint) -> None:
        """No name may hide the dot that stands there."""
        self._dots.append((at[0] - DOT, at[1] - DOT, at[0] + DOT, at[1] + DOT))

    def number(self, at: SvgPoint) -> SvgPoint:
        """Where the disc of a number stands: at a place, or close by if another is there; over the
        other when there is no room at all, because a number of the list may not be missing."""
        for right, down in _AROUND:
            x, y = at[0] + right, at[1] + down
            if self.take(x - DISC, y - DISC, x + DISC, y + DISC):
                return x, y
        return at

    def name(
        self,
        text: str,
        at: SvgPoint,
        *,
        mark: int = 0,
        is_bold: bool = False,
        is_large: bool = False,
    ) -> PlacedName | None:
        """Where a name may stand: over a place or close by; above, below or beside it when the
        place has a mark, of radius `mark`. A large town among its dots is named at their edge. None
        without room for both."""
        lines, half, high = _box(text, is_bold=is_bold)
        spot = (at[0] - mark, at[1] - mark, at[0] + mark, at[1] + mark)
        if mark and not _is_free(spot, self._boxes):
            return None
        edge = _EDGE if is_large and not mark else ()
        dots = self._dots
        for right, down in (*_places(half, high, mark), *edge):
            x, top = at[0] + right, at[1] + down - high // 2
            box = (x - half, top, x + half, top + high)
            if (not dots or _is_free(box, dots)) and self.take(*box):
                if mark:
                    self._boxes.append(spot)
                return PlacedName(x, top + 24, lines)
        return None

    def name_within(self, text: str, rings: Sequence[Sequence[SvgPoint]]) -> PlacedName | None:
        """Where a name may stand inside an area, near the middle of what is seen of it."""
        lines, half, high = _box(text)
        frame = self._frame
        corners = [place for ring in rings for place in ring]
        left, right = (pick(x for x, _ in corners) for pick in (min, max))
        top, foot = (pick(y for _, y in corners) for pick in (min, max))
        middle = (
            (max(left, 0) + min(right, frame.width)) // 2,
            (max(top, 0) + min(foot, frame.height)) // 2,
        )
        places = (
            (x, y)
            for x in range(half + 4, frame.width - half - 3, 24)
            for y in range(high // 2 + 4, frame.height - high // 2 - 3, 24)
            if left <= x <= right and top <= y <= foot
        )
        for x, y in sorted(places, key=lambda at: (_apart(at, middle), at)):
            ends = ((x - half, y), (x, y - high // 2), (x, y + high // 2), (x + half, y))
            if all(is_inside(end, rings) for end in ends):
                start = y - high // 2
                if self.take(x - half, start, x + half, start + high):
                    return PlacedName(x, start + 24, lines)
        return None


def _is_free(box: Box, others: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    for start, head, end, foot in others:  # a loop: twice as quick as any() on the hottest line
        if left < end and start < right and top < foot and head < bottom:
            return False
    return True


def _apart(one: SvgPoint, other: SvgPoint) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


@lru_cache(KEPT)
def _box(text: str, *, is_bold: bool = False) -> tuple[tuple[str, ...], int, int]:
    """A name's lines, half its width, its height."""
    lines = split(text)
    half = round(max(map(width, lines)) * (0.55 if is_bold else 0.5)) + 6
    return lines, half, _LINE * len(lines)


def _ring(radius: int) -> Iterator[SvgPoint]:
    steps = max(12, radius // 7)
    for step in range(steps):
        angle = step * 2 * pi / steps
        yield round(radius * sin(angle)), round(-radius * cos(angle))


_EDGE = tuple(place for radius in (60, 80, 100, 120) for place in _ring(radius))
_AROUND = ((0, 0), *(place for radius in (44, 64, 88, 132, 176, 220) for place in _ring(radius)))


@lru_cache(KEPT)
def _places(half: int, high: int, mark: int) -> Sequence[SvgPoint]:
    if mark:
        down, aside = high // 2 + mark + 2, half + mark + 2
        return (0, -down), (0, down), (aside, 0), (-aside, 0)
    far = high // 2 + 20
    return ((0, 0), (0, -20), (0, 20), (0, -far), (0, far), (-half // 2, 0), (half // 2, 0),
            (-half // 2, -far), (half // 2, -far), (-half // 2, far), (half // 2, far))  # fmt: skip


def width(text: str) -> int:
    """How wide a text may be in the fonts of readers' devices, a little generous, in units."""
    ems = sum(
        0.36 if letter in _NARROW else 0.92 if letter in _WIDE else 0.7 if letter.isupper() else 0.6
        for letter in text
    )
    return round(TEXT * ems)


def split(text: str) -> tuple[str, ...]:
    """A long name on two lines of about the same length, cut behind a hyphen or at a space."""
    if width(text) <= _WIDEST:
        return (text,)
    cuts = [rank + 1 for rank, letter in enumerate(text[:-1]) if letter in "- "]
    if not cuts:
        return (text,)
    cut = min(cuts, key=lambda rank: (abs(2 * rank - len(text)), rank))
    return text[:cut].rstrip(), text[cut:]
