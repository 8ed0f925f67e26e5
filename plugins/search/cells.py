"""Centres of communes by cell of a grid: the reader's own machine finds the nearest ones.

A cell is a square of half a degree. Its file holds the communes that can be the nearest to a point
of the cell: a text of lines with the fields of `CommuneName.line`, then latitude and longitude
of the centre in thousandths of a degree from the cell's south-west corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, floor, radians

from plugins.search.commune_names import CommuneName

CELLS_PER_DEGREE = 2
NEAR_KM = 15.0
"""Communes whose centre is this near to a cell are in its file…"""
LEAST = 20
"""… and where they are fewer than this, the nearest ones…"""
REACH_KM = 40.0
"""… up to this distance, beyond which a point is called outside of what the site covers."""

_KM_PER_DEGREE = 111.2

Cell = tuple[int, int]


def make_cells(names: Iterable[CommuneName]) -> dict[str, str]:
    """The files of all cells near a covered commune, by key: "87_3" is the cell whose south-west
    corner lies at 43.5° north, 1.5° east."""
    near: dict[Cell, list[tuple[float, int, CommuneName]]] = {}
    for rank, name in enumerate(names):
        commune = name.commune
        if name.nom != commune.nom or commune.latitude is None or commune.longitude is None:
            continue
        for cell in _cells_around(commune.latitude, commune.longitude):
            km = _km_to(cell, commune.latitude, commune.longitude)
            if km <= REACH_KM:
                near.setdefault(cell, []).append((km, rank, name))
    texts = {}
    for cell in sorted(near):
        around = sorted(near[cell], key=lambda item: item[:2])
        kept = [item for item in around if item[0] <= NEAR_KM]
        if len(kept) < LEAST:
            kept = around[:LEAST]
        lines = sorted(_line(cell, name) for _, _, name in kept)
        texts[f"{cell[0]}_{cell[1]}"] = "\n".join(lines)
    return texts


def _cells_around(latitude: float, longitude: float) -> Iterable[Cell]:
    high = REACH_KM / _KM_PER_DEGREE
    wide = high / cos(radians(latitude))
    for row in range(_cell(latitude - high), _cell(latitude + high) + 1):
        for column in range(_cell(longitude - wide), _cell(longitude + wide) + 1):
            yield row, column


def _cell(degrees: float) -> int:
    return floor(degrees * CELLS_PER_DEGREE)


def _km_to(cell: Cell, latitude: float, longitude: float) -> float:
    """Distance from a point to a cell, zero inside; the Earth is flat over so few kilometres."""
    south, west = (corner / CELLS_PER_DEGREE for corner in cell)
    size = 1 / CELLS_PER_DEGREE
    up = max(south - latitude, 0.0, latitude - south - size)
    along = max(west - longitude, 0.0, longitude - west - size) * cos(radians(latitude))
    return float((up**2 + along**2) ** 0.5 * _KM_PER_DEGREE)


def _line(cell: Cell, name: CommuneName) -> str:
    commune = name.commune
    assert commune.latitude is not None and commune.longitude is not None  # noqa: S101
    south, west = (corner / CELLS_PER_DEGREE for corner in cell)
    up = round((commune.latitude - south) * 1000)
    along = round((commune.longitude - west) * 1000)
    return name.line_with(up, along)
