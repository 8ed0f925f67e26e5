"""What stands where, for those who do not see the picture."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, pi, radians
from typing import NamedTuple

from plugins.gazetteer import Commune
from plugins.vocabulary.sides import SIDES

_SIDES = tuple(SIDES)


class Bearing(NamedTuple):
    """A commune that stands in a direction (one of `plugins.vocabulary.sides`)."""

    side: str
    commune: Commune


def directions(middle: tuple[float, float], communes: Iterable[Commune]) -> tuple[Bearing, ...]:
    """The largest of `communes` in each direction from `middle` (longitude, latitude), clockwise
    from the north; those without a known centre are left out."""
    longitude, latitude = middle
    squeeze = cos(radians(latitude))
    largest: dict[int, Commune] = {}
    for commune in sorted(communes, key=_size, reverse=True):
        if commune.longitude is None or commune.latitude is None:
            continue
        right = (commune.longitude - longitude) * squeeze
        up = commune.latitude - latitude
        side = round(atan2(right, up) / (pi / 4)) % 8
        if largest.setdefault(side, commune) is commune and len(largest) == len(_SIDES):
            break
    return tuple(Bearing(_SIDES[side], largest[side]) for side in sorted(largest))


def _size(commune: Commune) -> tuple[int, str]:
    return commune.population or 0, commune.code
