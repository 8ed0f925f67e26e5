"""Outlines of several communes as one: the borders between them are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from plugins.maps.geometry.outlines import OutlineFile, Outlines, Polyline, Rings


def united(codes: Iterable[str], outlines: Outlines) -> Rings:
    """The rings around communes, by INSEE code; those whose outline we do not have are left out."""
    by_departement: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        by_departement[code[:2]].append(code)
    rings: list[Polyline] = []
    for departement, members in by_departement.items():
        sheet = outlines.local(departement)
        rings += _around(sheet, members) if sheet else []
    return tuple(rings)


def _around(sheet: OutlineFile, codes: Iterable[str]) -> list[Polyline]:
    """Arcs that two of the communes share, one in each direction, cancel each other."""
    edges: dict[int, None] = {}
    for code in codes:
        for references in sheet.kinds["communes"].get(code, ()):
            for reference in references:
                if ~reference in edges:
                    del edges[~reference]
                else:
                    edges[reference] = None
    starts: dict[tuple[float, float], list[int]] = defaultdict(list)
    for reference in edges:
        starts[_points(sheet, reference)[0]].append(reference)
    rings: list[Polyline] = []
    for first in edges:
        begin = _points(sheet, first)[0]
        if first not in starts[begin]:
            continue  # walked already
        starts[begin].remove(first)
        ring = list(_points(sheet, first))
        while ring[-1] != ring[0] and starts[ring[-1]]:
            ring += _points(sheet, starts[ring[-1]].pop())[1:]
        rings.append(tuple(ring))
    return rings


def _points(sheet: OutlineFile, reference: int) -> Polyline:
    """The points of an arc, in the direction of a reference (`~n`: arc n, backwards)."""
    points = sheet.arcs[max(reference, ~reference)].points
    return points if reference >= 0 else points[::-1]
