"""Borders that two areas share, stated once: rings cut into arcs, thinned, joined again.

A point is a pair of integers (longitude, latitude in steps of 1/scale degree); a ring is a list of
points whose first is not repeated; a reference is the index of an arc, or ``~index`` for the arc
read backwards. The same idea as TopoJSON.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import cos, hypot, radians

GridPoint = tuple[int, int]
Ring = Sequence[GridPoint]
Reference = int
Areas = dict[str, list[list[Reference]]]
"""Rings, as references, by code of the area."""


def cut(areas: Mapping[str, Iterable[Ring]]) -> tuple[list[list[GridPoint]], Areas]:
    """The arcs between points where borders meet, and the rings of each area made of them."""
    rings = {code: [list(ring) for ring in found] for code, found in areas.items()}
    neighbours: dict[GridPoint, set[frozenset[GridPoint]]] = defaultdict(set)
    for ring in (ring for found in rings.values() for ring in found):
        for before, point, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1],
                                        strict=True):  # fmt: skip
            neighbours[point].add(frozenset((before, after)))
    junctions = {point for point, pairs in neighbours.items() if len(pairs) > 1}
    known: dict[tuple[GridPoint, ...], int] = {}
    made = {
        code: [[_refer(arc, known) for arc in _pieces(ring, junctions)] for ring in found]
        for code, found in rings.items()
    }
    return [list(arc) for arc in known], made


def _pieces(ring: list[GridPoint], junctions: set[GridPoint]) -> list[tuple[GridPoint, ...]]:
    starts = [rank for rank, point in enumerate(ring) if point in junctions]
    if not starts:
        first = ring.index(min(ring))
        return [tuple(ring[first:] + ring[:first] + [ring[first]])]
    turned = ring[starts[0] :] + ring[: starts[0] + 1]
    bounds = [rank - starts[0] for rank in starts] + [len(turned) - 1]
    return [tuple(turned[begin : end + 1]) for begin, end in pairwise(bounds)]


def _refer(arc: tuple[GridPoint, ...], known: dict[tuple[GridPoint, ...], int]) -> Reference:
    forward = arc <= arc[::-1]
    index = known.setdefault(arc if forward else arc[::-1], len(known))
    return index if forward else ~index


def dissolve(
    areas: Iterable[Iterable[Sequence[Reference]]], arcs: Sequence[Ring]
) -> list[list[Reference]]:
    """The rings around several areas together: the arcs that only one of them has, end to end."""
    references = [reference for rings in areas for ring in rings for reference in ring]
    uses = Counter(max(reference, ~reference) for reference in references)
    outer = [reference for reference in references if uses[max(reference, ~reference)] == 1]
    starting: dict[GridPoint, list[Reference]] = defaultdict(list)
    for reference in outer:
        starting[_ends(reference, arcs)[0]].append(reference)
    rings: list[list[Reference]] = []
    for reference in outer:
        start, end = _ends(reference, arcs)
        if reference not in starting[start]:
            continue
        starting[start].remove(reference)
        ring = [reference]
        while end != start and starting[end]:
            ring.append(starting[end].pop(0))
            end = _ends(ring[-1], arcs)[1]
        rings.append(ring)
    return rings


def _ends(reference: Reference, arcs: Sequence[Ring]) -> tuple[GridPoint, GridPoint]:
    arc = arcs[max(reference, ~reference)]
    return (arc[0], arc[-1]) if reference >= 0 else (arc[-1], arc[0])


def thin(arc: Sequence[GridPoint], tolerance: float, scale: int) -> list[GridPoint]:
    """An arc without the points that stand nearer than `tolerance` (steps of latitude) to the line
    of those that stay (Douglas and Peucker); its ends stay."""
    squeeze = cos(radians(arc[0][1] / scale))
    kept = {0, len(arc) - 1}
    todo = [(0, len(arc) - 1)]
    while todo:
        begin, end = todo.pop()
        far, farthest = tolerance, None
        for rank in range(begin + 1, end):
            away = _distance(arc[rank], arc[begin], arc[end], squeeze)
            if away > far:
                far, farthest = away, rank
        if farthest is not None:
            kept.add(farthest)
            todo += [(begin, farthest), (farthest, end)]
    return [arc[rank] for rank in sorted(kept)]


def _distance(point: GridPoint, begin: GridPoint, end: GridPoint, squeeze: float) -> float:
    dx, dy = (end[0] - begin[0]) * squeeze, end[1] - begin[1]
    px, py = (point[0] - begin[0]) * squeeze, point[1] - begin[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return hypot(px - along * dx, py - along * dy)
