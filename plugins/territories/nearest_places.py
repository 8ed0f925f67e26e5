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
    whether it can be called."""

    entry: int
    owner: int
    latitude: float
    longitude: float
    has_phone: bool = True


class NearestPlaces(NamedTuple):
    """For every commune, by rank, the nearest places of other communes, the nearest first.

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
    found for it); `here`: how many places each commune has that its page lists.
    Exact great-circle order; equal distances go by rank of the entry. Where neither the commune nor
    what is near can be called, the nearest place that can is found too, however far.
    """
    import numpy as np  # here, because scipy takes 0.4 s to import and most builds need no search

    known = np.array([rank for rank, centre in enumerate(centres) if centre], dtype=np.int64)
    if not len(known) or not spots:
        return _compact(np.zeros(len(centres), dtype=np.int64), np.zeros(0), np.zeros(0))
    targets = _unit_vectors([centre for centre in centres if centre])
    owners = np.array([spot.owner for spot in spots], dtype=np.int64)
    placed = np.bincount(owners[owners != NOWHERE], minlength=len(centres))[known]
    wanted = np.maximum(AROUND_LEAST, LISTED_LEAST - np.array(here, dtype=np.int64)[known])
    found = _nearest(known, targets, spots, wanted, placed)

    called = [spot for spot in spots if spot.has_phone]
    ranks = [spot.entry for spot in called]
    answered = np.union1d([spot.owner for spot in called], found[0][np.isin(found[1], ranks)])
    silent = np.flatnonzero(~np.isin(known, answered))
    if called and len(silent):
        none = np.zeros(len(silent), dtype=np.int64)
        more = _nearest(known[silent], targets[silent], called, none + 1, none)
        found = [np.concatenate(pair) for pair in zip(found, more, strict=True)]
    row, entry, distance = found
    order = np.lexsort((entry, distance, row))
    lengths = np.bincount(row, minlength=len(centres))
    return _compact(lengths, entry[order], distance[order])


def _nearest(
    known: Any, targets: Any, spots: Sequence[ListablePlace], wanted: Any, placed: Any
) -> list[Any]:
    """Ranks of communes, of entries, metres: for each of the communes `known`, whose centres are
    `targets`, the `wanted` nearest places of others; `placed`: how many are its own."""
    import numpy as np
    from scipy.spatial import cKDTree

    owners = np.array([spot.owner for spot in spots], dtype=np.int64)
    ranks = np.array([spot.entry for spot in spots], dtype=np.int64)
    tree = cKDTree(_unit_vectors([(spot.latitude, spot.longitude) for spot in spots]))
    asked = np.minimum(wanted + placed, len(spots))
    rows, found, metres = [], [], []
    for number in np.unique(asked):
        group = np.flatnonzero(asked == number)
        chords, near = tree.query(targets[group], k=np.arange(1, number + 1))
        elsewhere = owners[near] != known[group][:, None]
        kept = elsewhere & (np.cumsum(elsewhere, axis=1) <= wanted[group][:, None])
        row, column = np.nonzero(kept)
        rows.append(known[group][row])
        found.append(ranks[near[row, column]])
        arcs = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chords[row, column] / 2))
        metres.append(np.rint(arcs * 1000).astype(np.int64))
    return [np.concatenate(rows), np.concatenate(found), np.concatenate(metres)]


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
