"""Outlines of territories: départements of France, communes and EPCI where `data/` has them.

A file of `data/` is read when one of its outlines is first asked for, so that a build which draws
nothing pays nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from math import floor
from pathlib import Path
from typing import Any, NamedTuple

from plugins.maps.geometry.cut_lines import CutLine
from plugins.maps.geometry.projection import Bounds

DATA = Path(__file__).parent / "data"
NATIONAL_SCALE = 1000
"""Steps to a degree in the file of all départements…"""
LOCAL_SCALE = 10_000
"""… and in those of one département."""

Polyline = tuple[tuple[float, float], ...]
"""Longitude and latitude in degrees, one after the other."""
Rings = tuple[Polyline, ...]
"""Closed lines, the first point of each repeated at its end; inside is what an odd number goes
round (fill rule «evenodd»): islands and holes need no telling apart."""


class Arc(NamedTuple):
    """A piece of border, and how far it goes."""

    points: Polyline
    bounds: Bounds


class OutlineFile:
    """The outlines of one file, which share their borders: `arcs`, and rings made of them."""

    def __init__(self, stated: dict[str, Any]) -> None:
        self._scale: int = stated["scale"]
        self.arcs: list[Arc] = [_arc(flat, self._scale) for flat in stated["arcs"]]
        self.kinds: dict[str, dict[str, list[list[int]]]] = {
            kind: stated.get(kind, {}) for kind in ("departements", "epci", "communes")
        }
        self._rings: dict[tuple[str, str], Rings] = {}
        self._cut_rings: dict[tuple[str, str], list[CutLine]] = {}
        self._cut_arcs: dict[int, CutLine] = {}
        self._references: dict[tuple[str, str], frozenset[int]] = {}
        self._borders: dict[str, frozenset[int]] = {}

    def rings(self, kind: str, code: str) -> Rings | None:
        """The outline of an area; None when the file does not have it."""
        made = self._rings.get((kind, code))
        if made is None and code in self.kinds[kind]:
            made = tuple(self._ring(ring) for ring in self.kinds[kind][code])
            self._rings[kind, code] = made
        return made

    def _ring(self, references: list[int]) -> Polyline:
        points: list[tuple[float, float]] = []
        for reference in references:
            arc = self.arcs[max(reference, ~reference)].points
            points += (arc if reference >= 0 else arc[::-1])[1 if points else 0 :]
        return tuple(points)

    def cut_rings(self, kind: str, code: str) -> list[CutLine]:
        """The outline of an area, to be drawn where most of it is beyond the frame; empty when the
        file does not have it."""
        made = self._cut_rings.get((kind, code))
        if made is None:
            made = [CutLine(ring) for ring in self.rings(kind, code) or ()]
            self._cut_rings[kind, code] = made
        return made

    def cut_arc(self, index: int) -> CutLine:
        """An arc, for the same use."""
        if index not in self._cut_arcs:
            self._cut_arcs[index] = CutLine(self.arcs[index].points)
        return self._cut_arcs[index]

    def references(self, kind: str, code: str) -> frozenset[int]:
        """Indexes of the arcs around an area."""
        known = self._references.get((kind, code))
        if known is None:
            rings = self.kinds[kind].get(code, ())
            known = frozenset(max(number, ~number) for ring in rings for number in ring)
            self._references[kind, code] = known
        return known

    def near(self, bounds: Bounds) -> list[int]:
        """Indexes of the arcs whose box meets `bounds`, sorted."""
        south, west, north, east = bounds
        found = {
            index
            for cell in self._cells(bounds)
            for index, (least, left, most, right) in self._grid.get(cell, ())
            if least <= north and south <= most and left <= east and west <= right
        }
        return sorted(found)

    def _cells(self, bounds: Bounds) -> Iterator[tuple[int, int]]:
        """Cells of the grid that a box meets: a degree for the whole country, a tenth of one for a
        département with its communes."""
        step = self._scale / NATIONAL_SCALE
        south, west, north, east = (floor(side * step) for side in bounds)
        for row in range(south, north + 1):
            for column in range(west, east + 1):
                yield row, column

    @cached_property
    def _grid(self) -> dict[tuple[int, int], list[tuple[int, Bounds]]]:
        grid: dict[tuple[int, int], list[tuple[int, Bounds]]] = {}
        for index, arc in enumerate(self.arcs):
            for cell in self._cells(arc.bounds):
                grid.setdefault(cell, []).append((index, arc.bounds))
        return grid

    def borders(self, kind: str) -> frozenset[int]:
        """Indexes of the arcs of all areas of a kind."""
        if kind not in self._borders:
            codes = self.kinds[kind]
            self._borders[kind] = frozenset(
                index for code in codes for index in self.references(kind, code)
            )
        return self._borders[kind]

    @cached_property
    def bounds(self) -> dict[str, dict[str, Bounds]]:
        """How far each area goes, by kind and code."""
        return {
            kind: {
                code: Bounds.union(self.arcs[index].bounds for index in self.references(kind, code))
                for code in areas
            }
            for kind, areas in self.kinds.items()
        }

    @cached_property
    def owners(self) -> dict[int, list[str]]:
        """Codes of the communes (départements, in the file of all) on both sides of each arc."""
        kind = "communes" if self.kinds["communes"] else "departements"
        found: dict[int, list[str]] = {}
        for code in self.kinds[kind]:
            for index in self.references(kind, code):
                found.setdefault(index, []).append(code)
        return found

    @cached_property
    def outer(self) -> frozenset[int]:
        """Indexes of the arcs with an area on one side only: coasts and frontiers."""
        return frozenset(index for index, codes in self.owners.items() if len(codes) == 1)


def _arc(flat: list[int], scale: int) -> Arc:
    x, y = flat[0], flat[1]
    xs, ys = [x], [y]
    for rank in range(2, len(flat), 2):
        x += flat[rank]
        y += flat[rank + 1]
        xs.append(x)
        ys.append(y)
    points = tuple((x / scale, y / scale) for x, y in zip(xs, ys, strict=True))
    return Arc(points, Bounds(min(ys) / scale, min(xs) / scale, max(ys) / scale, max(xs) / scale))


class Outlines:
    """Outlines by official code, read on demand."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._locals: dict[str, OutlineFile | None] = {}
        self._with_communes = {path.stem for path in data.glob("*.json")} - {"departements"}

    @classmethod
    def load(cls, data: Path = DATA) -> Outlines:
        """Those of the package."""
        return cls(data)

    @cached_property
    def national(self) -> OutlineFile:
        """All départements."""
        return _read(self._data / "departements.json")

    def local(self, departement: str) -> OutlineFile | None:
        """A département with its communes and EPCI; None when we have none."""
        if departement not in self._with_communes:
            return None
        if departement not in self._locals:
            self._locals[departement] = _read(self._data / f"{departement}.json")
        return self._locals[departement]

    def sheets(self) -> Iterator[OutlineFile]:
        """Those of all départements that have communes."""
        for departement in sorted(self._with_communes):
            sheet = self.local(departement)
            if sheet is not None:
                yield sheet

    def commune(self, code: str) -> Rings | None:
        """The outline of a commune, by INSEE code."""
        sheet = self.local(code[:2])
        return sheet.rings("communes", code) if sheet else None

    def epci(self, siren: str) -> Rings | None:
        """The outline of an EPCI, by SIREN."""
        return next(filter(None, (sheet.rings("epci", siren) for sheet in self.sheets())), None)

    def departement(self, code: str) -> Rings | None:
        """The outline of a département; that of its communes together where we have them."""
        sheet = self.local(code) or self.national
        return sheet.rings("departements", code)

    def beside(self, code: str) -> list[str]:
        """Codes of the communes that share a border with one, sorted, if we have outlines."""
        sheet = self.local(code[:2])
        if sheet is None:
            return []
        around = sheet.references("communes", code)
        return sorted({other for index in around for other in sheet.owners[index]} - {code})

    def near(self, bounds: Bounds) -> list[str]:
        """Codes of the départements whose box meets `bounds`, sorted."""
        south, west, north, east = bounds
        return sorted(
            code
            for code, (least, left, most, right) in self.national.bounds["departements"].items()
            if least <= north and south <= most and left <= east and west <= right
        )


def bounds_of(rings: Rings) -> Bounds:
    """South, west, north, east of an outline, in degrees."""
    return Bounds.of(point for ring in rings for point in ring)


def _read(path: Path) -> OutlineFile:
    return OutlineFile(json.loads(path.read_text(encoding="utf-8")))
