"""The nearest places around every commune: a spatial index, read once, kept as compact arrays."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple

from plugins.gazetteer.distance import EARTH_RADIUS_KM

AROUND_LEAST = 4
"""A commune's page shows at least so many places of other communes…"""
LISTED_LEAST = 8
"""… and at least so many places in all, as far as there are any."""

NOWHERE = -1
"""Owner of a place whose commune is not covered."""


class ListablePlace(NamedTuple):
    """A place that may be listed: its rank among the entries, its commune's rank, its position, and
    whether this is approximate."""

    entry: int
    owner: int
    latitude: float
    longitude: float
    is_approximate: bool = False


class NearestPlaces(NamedTuple):
    """For every commune, by rank, the nearest places of other communes, the nearest first; within
    one kilometre, those whose position is approximate come after the others.

    Those of commune `c` stand from ``starts[c]`` to ``starts[c + 1]`` in both other arrays.
    """

    starts: array[int]
    entries: array[int]
    """Ranks of entries."""
    metres: array[int]
    """Great-circle distance from the commune's centre."""


def find_around(
    centres: Sequence[tuple[float, float] | None],
    spots: Sequence[ListablePlace],
    here: Sequence[int],
) -> NearestPlaces:
    """Find the nearest places around every commune.

    `centres`: latitude and longitude in degrees of each commune, None when unknown (then nothing is
    found for it); `here`: how many places each commune has, listed on its page without distance.
    Exact great-circle order, but for approximate positions; equal distances go by rank of the
    entry.
    """
    import numpy as np  # here, because scipy takes 0.4 s to import and most builds need no search
    from scipy.spatial import cKDTree

    known = np.array([rank for rank, centre in enumerate(centres) if centre], dtype=np.int64)
    lengths = np.zeros(len(centres), dtype=np.int64)
    if not len(known) or not spots:
        return _compact(lengths, np.zeros(0), np.zeros(0))
    owners = np.array([spot.owner for spot in spots], dtype=np.int64)
    ranks = np.array([spot.entry for spot in spots], dtype=np.int64)
    tree = cKDTree(_unit_vectors([(spot.latitude, spot.longitude) for spot in spots]))
    targets = _unit_vectors([centre for centre in centres if centre])

    placed = np.bincount(owners[owners != NOWHERE], minlength=len(centres))[known]
    wanted = np.maximum(AROUND_LEAST, LISTED_LEAST - np.array(here, dtype=np.int64)[known])
    asked = np.minimum(wanted + placed, len(spots))
    is_rough = np.array([spot.is_approximate for spot in spots], dtype=bool)
    rows, found, metres, rough = [], [], [], []
    for number in np.unique(asked):
        group = np.flatnonzero(asked == number)
        chords, near = tree.query(targets[group], k=np.arange(1, number + 1))
        elsewhere = owners[near] != known[group][:, None]
        kept = elsewhere & (np.cumsum(elsewhere, axis=1) <= wanted[group][:, None])
        row, column = np.nonzero(kept)
        rows.append(known[group][row])
        found.append(ranks[near[row, column]])
        rough.append(is_rough[near[row, column]])
        arcs = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chords[row, column] / 2))
        metres.append(np.rint(arcs * 1000).astype(np.int64))
    row, entry, distance = np.concatenate(rows), np.concatenate(found), np.concatenate(metres)
    order = np.lexsort((entry, distance, np.concatenate(rough), distance // 1000, row))
    lengths = np.bincount(row, minlength=len(centres))
    return _compact(lengths, entry[order], distance[order])


def _unit_vectors(points: Sequence[tuple[float, float]]) -> Any:
    """Points in degrees on the unit sphere: chords are in the same order as arcs."""
    import numpy as np

    phi, theta = np.radians(np.array(points, dtype=np.float64)).T
    return np.column_stack((np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)))


def _compact(lengths: Any, entries: Any, metres: Any) -> NearestPlaces:
    import numpy as np

    starts = np.concatenate(([0], np.cumsum(lengths)))
    return NearestPlaces(
        *(array("i", numbers.astype(np.int32).tobytes()) for numbers in (starts, entries, metres))
    )
