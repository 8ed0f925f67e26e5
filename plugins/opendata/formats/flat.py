"""A place as one row of named texts: what the table for spreadsheets and GeoJSON have in common.

A part has a column for each of its fields («accessibilite_fauteuil»). Services and prices are those
of the record and of its labels, as on its page. Lists are joined by « | ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from plugins.opendata.formats.export_format import (
    Carried,
    Lost,
    Surroundings,
    fields_said,
    losses_among,
    once_a_place,
)
from plugins.records.model.parts import Access, Accessibility, Source
from plugins.records.model.place import Place

JOINT = " | "
_PARTS: Mapping[str, type[BaseModel]] = {"accessibilite": Accessibility, "acces": Access}
_LOST = frozenset(("exceptions", "annonces", "non_repris"))
"""Lists of parts, and words kept for whoever keeps the record."""
_SOURCE = {
    "nom": "source",
    **{name: f"source_{name}" for name in Source.model_fields if name != "nom"},
}
_WHY = "Une ligne de tableau n'a pas de place pour cela."
_DAY = re.compile(r"[^:;\"|]+: \S")


def _columns() -> Iterator[str]:
    yield "id"
    for name in Place.model_fields:
        if name in _PARTS:
            yield from (f"{name}_{part}" for part in _PARTS[name].model_fields)
        elif name == "source":
            yield from _SOURCE.values()
        elif name not in _LOST and name != "id":
            yield name
        if name in ("horaires", "permanence"):
            yield f"{name}_osm"
    yield "url"


COLUMNS = tuple(_columns())


@once_a_place
def carry_flat(place: Place, around: Surroundings) -> Carried:
    """The row, column → text, the empty ones left out, and what it does not say."""
    said = fields_said(place, around)
    cells: dict[str, str] = {"id": place.id}
    for name, value in said.items():
        if name in _PARTS:
            cells |= {f"{name}_{part}": text for part, text in value.items()}
        elif name == "source":
            cells |= {
                column: JOINT.join(str(each.get(part) or "") for each in value)
                for part, column in _SOURCE.items()
            }
        elif name not in _LOST:
            cells[name] = flat_text(value)
    cells["services"] = flat_text(place.all_services)
    cells["frais_a_charge"] = flat_text(place.prices)
    cells["horaires_osm"] = place.opening_hours.expression
    if place.permanence_hours:
        cells["permanence_osm"] = place.permanence_hours.expression
    cells["url"] = f"{around.site_url}{place.url}"
    row = {name: cells[name] for name in COLUMNS if cells.get(name)}
    return Carried((row,), tuple(_losses(said)))


def _losses(said: Mapping[str, Any]) -> Iterator[Lost]:
    known = said.keys() - _LOST
    return losses_among(
        said, known, lambda name: "Une ligne de tableau n'a pas de place pour cela."
    )


def flat_text(value: Any) -> str:
    """A value in one cell: items joined, a week as «mardi: 9h-12h ; jeudi: fermé»."""
    if isinstance(value, Mapping):
        return " ; ".join(f"{day}: {hours}" for day, hours in value.items())
    if isinstance(value, list | tuple):
        return JOINT.join(map(str, value))
    return str(value)


def hours_typed(text: str) -> str | dict[str, str]:
    """Hours as they were typed, from their cell."""
    lines = text.split(" ; ")
    if all(map(_DAY.match, lines)):
        return dict(line.split(": ", 1) for line in lines)
    return text
