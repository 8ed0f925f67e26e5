"""A place as one row of named texts, there and back: the table for spreadsheets and GeoJSON write
it, `annuaire import` reads it.

A part has a column for each of its fields («accessibilite_fauteuil»); lists are joined by « | »; a
week is «mardi: 9h-12h ; jeudi: fermé».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_origin

from pydantic import BaseModel

from plugins.common.plain_number import plain_number
from plugins.records.model.parts import Access, Accessibility, Source
from plugins.records.model.place import Place

OWN_FORMAT = "annuaire-lieux/1"
"""What a JSON file of places says that it is: the records whole (`plugins.opendata`)."""
COMPUTED_PART = "calcule"
"""What of a place in such a file is no field of its record."""
JOINT = " | "
INSTEAD = "/"
"""What is written for a bar within a value of a list."""
LEFT_OUT = frozenset(("exceptions", "annonces", "non_repris"))
"""Lists of parts, and words kept for whoever keeps the record: no row has room for them."""
COMPUTED = ("horaires_osm", "permanence_osm", "url")
"""Columns that no field of a record is read from."""
_PARTS: Mapping[str, type[BaseModel]] = {"accessibilite": Accessibility, "acces": Access}
_SOURCE = {name: "source" if name == "nom" else f"source_{name}" for name in Source.model_fields}
_LISTS = frozenset(
    name for name, field in Place.model_fields.items() if get_origin(field.annotation) is tuple
)
_TEXTS = (list, tuple)
_WEEKS = ("horaires", "permanence")
_LINE = r"[^:;\"|]+: \S"
_NEXT_LINE = re.compile(rf" ; (?={_LINE})")


def _columns() -> Iterator[str]:
    for name in Place.model_fields:
        if name in _PARTS:
            yield from (f"{name}_{part}" for part in _PARTS[name].model_fields)
        elif name == "source":
            yield from _SOURCE.values()
        elif name not in LEFT_OUT:
            yield name
        if name in _WEEKS:
            yield f"{name}_osm"
    yield "url"


COLUMNS = tuple(_columns())
_OF_ONE_COLUMN = Place.model_fields.keys() - _PARTS.keys() - LEFT_OUT - {"source"}


def row_of(said: Mapping[str, Any]) -> dict[str, str]:
    """The cells of what a record says (`Place.model_dump`), by column."""
    cells: dict[str, str] = {}
    for name, value in said.items():
        if name in _OF_ONE_COLUMN:
            cells[name] = value if isinstance(value, str) else cell_of(value)
        elif name in _PARTS:
            cells |= {f"{name}_{part}": text for part, text in value.items()}
        elif name == "source":
            for part, column in _SOURCE.items():
                texts = [str(each.get(part) or "") for each in value]
                cells[column] = cell_of(texts) if any(texts) else ""
    return cells


def tree_of(row: Mapping[str, str]) -> dict[str, Any]:
    """What the record said, as its file says it; `id` and what is computed are left out."""
    tree: dict[str, Any] = {}
    for name, text in row.items():
        if not text or name in ("id", *COMPUTED) or name in _SOURCE.values():
            continue
        part = next((part for part in _PARTS if name.startswith(f"{part}_")), None)
        if part:
            tree.setdefault(part, {})[name.removeprefix(f"{part}_")] = text
        elif name in _LISTS:
            tree[name] = _split(text)
        else:
            tree[name] = hours_typed(text) if name in _WEEKS else text
    if sources := _sources(row):
        tree["source"] = sources
    return tree


def _sources(row: Mapping[str, str]) -> list[dict[str, str]]:
    """Their columns have as many values, in the same order; an empty column says nothing."""
    columns = {
        part: row[column].split(JOINT) for part, column in _SOURCE.items() if row.get(column)
    }
    sources: list[dict[str, str]] = [{} for _ in columns.get("nom", ())]
    for part, values in columns.items():
        for source, value in zip(sources, values, strict=False):
            if value:
                source[part] = value
    return sources


def cell_of(value: Any) -> str:
    """A value in one cell."""
    if isinstance(value, str):
        return value
    if isinstance(value, _TEXTS):
        return joined(value, JOINT)
    if isinstance(value, dict):
        return " ; ".join([f"{day}: {hours}" for day, hours in value.items()])
    return plain_number(value)


def joined(values: Sequence[str], joint: str) -> str:
    """Values side by side, none of which holds the sign that sets them apart."""
    text = joint.join(values)
    if text.count("|") < (len(values) or 1):
        return text
    return joint.join([each.replace("|", INSTEAD) for each in values])


def _split(cell: str) -> list[str]:
    return [each.strip() for each in cell.split("|")]


def hours_typed(text: str) -> str | dict[str, str]:
    """Hours as they were typed, from their cell."""
    lines = _NEXT_LINE.split(text)
    if re.match(_LINE, text):
        return dict(line.split(": ", 1) for line in lines)
    return text
