"""A JSON document → a table: a list of objects, wherever it is, nested or not; GeoJSON; OSM;
data·inclusion; HSDS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.common.plain_number import plain_number
from plugins.french.days import DAYS
from plugins.gazetteer import normalize
from plugins.intake.read.tables.hsds_services import is_service, service_cells
from plugins.intake.read.tables.inclusion_structures import are_structures, structures
from plugins.intake.read.tables.mojibake import unbroken
from plugins.intake.read.tables.osm_elements import element_cells, is_element
from plugins.intake.read.tables.rows import (
    MAX_ROWS,
    ImportFileError,
    Table,
    TableRow,
    clean_cells,
    too_many_rows,
)

_DEEPEST = 8
"""Objects inside objects that are undone; deeper ones are left out."""
_DAY, _FROM, _TO = (
    ("jour", "day", "dayofweek", "jour semaine"),
    ("debut", "ouverture", "open", "opens", "de", "start", "from", "heure debut"),
    ("fin", "fermeture", "close", "closes", "a", "end", "to", "heure fin"),
)
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_json(text: str, name: str) -> Table:
    """The table of a JSON text. `name`: of its file, for messages. Raises ImportFileError."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"ligne {error.lineno}, caractère {error.colno}"
        raise ImportFileError(f"{name} : ce fichier JSON est mal formé ({where}).") from error
    except (ValueError, RecursionError) as error:
        raise ImportFileError(f"{name} : ce fichier JSON est mal formé.") from error
    items = _items(content)
    if items is None:
        raise ImportFileError(f"{name} : ce fichier JSON ne contient pas de liste de lieux.")
    if len(items) > MAX_ROWS:
        raise too_many_rows(name)
    remarks: list[str] = []
    if are_structures(items):
        items, remarks = structures(items, Path(name))
    columns: dict[str, None] = {}
    rows = []
    for number, item in enumerate(items, start=1):
        flat = _row(item)
        columns.update(dict.fromkeys(flat))
        cells = {column: unbroken(cell) for column, cell in flat.items()}
        rows.append(TableRow(number, clean_cells(cells.items())))
    return Table(tuple(columns), tuple(row for row in rows if row.cells), tuple(remarks))


def _items(content: object) -> list[object] | None:
    """The list of objects of a JSON document: itself, or the longest one it holds.

    One wrong item does not hide the others: it becomes a row that the report tells of.
    """
    if isinstance(content, Mapping):
        values = list(content.values())
        if _are_alike(values):  # {"31-1": {…}, "31-2": {…}}: the objects of the list have names
            return values
        found = [_items(value) for value in values if isinstance(value, list | Mapping)]
        return max((items for items in found if items), key=len, default=None)
    if isinstance(content, list) and any(isinstance(item, Mapping) for item in content):
        return content
    return None


def _are_alike(values: Sequence[object]) -> bool:
    """Whether these are several objects with mostly the same names inside."""
    objects = [set(value) for value in values if isinstance(value, Mapping)]
    if len(objects) < max(2, len(values)):
        return False
    return all(len(objects[0] & each) * 2 > len(objects[0] | each) for each in objects[1:])


def _row(item: object) -> dict[str, str]:
    if not isinstance(item, Mapping):
        return {"texte": str(item or "")}
    if is_element(item):
        return element_cells(item)
    if is_service(item):
        return service_cells(item)
    if item.get("type") == "Feature" and isinstance(item.get("properties"), Mapping):
        return _feature(item)
    return _flatten(item)


def _feature(item: Mapping[str, object]) -> dict[str, str]:
    """A place of a GeoJSON file: its properties and its point."""
    properties = item["properties"]
    flat = _flatten(properties) if isinstance(properties, Mapping) else {}
    geometry = item.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, Mapping) else None
    if isinstance(point, list) and len(point) >= 2 and isinstance(point[0], int | float):
        flat.setdefault("longitude", _scalar(point[0]))
        flat.setdefault("latitude", _scalar(point[1]))
    if "id" in item and isinstance(item["id"], str | int):
        flat.setdefault("id", str(item["id"]))
    return flat


def _flatten(item: Mapping[str, object], prefix: str = "", depth: int = 0) -> dict[str, str]:
    """Nested objects get dotted names; the values of lists are joined with "|"."""
    flat: dict[str, str] = {}
    if depth > _DEEPEST:
        return flat
    for key, value in item.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            flat.update(_flatten(value, f"{name}.", depth + 1))
        elif isinstance(value, list):
            flat.update(_of_list(name, value, depth))
        elif value is not None:
            flat[name] = _scalar(value)
    return flat


def _of_list(name: str, values: Sequence[object], depth: int) -> dict[str, str]:
    objects = [value for value in values if isinstance(value, Mapping)]
    if not objects:
        parts = (part for part in values if isinstance(part, str | int | float))
        return {name: "|".join(_scalar(part) for part in parts)}
    if week := _week(objects):
        return {f"{name}.{day}": text for day, text in week.items()}
    flat: dict[str, str] = {}
    for value in objects:
        for column, text in _flatten(value, f"{name}.", depth + 1).items():
            flat[column] = f"{flat[column]}|{text}" if flat.get(column) else text
    return flat


def _week(objects: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """Day → hours of objects that each say a day, a beginning and an end; {} of any others."""
    week: dict[str, str] = {}
    for value in objects:
        folded = {normalize(str(key)): found for key, found in value.items()}
        day = _day(str(_first(folded, _DAY) or ""))
        start, end = _first(folded, _FROM), _first(folded, _TO)
        if not day or not isinstance(start, str) or not isinstance(end, str):
            return {}
        if start and end:
            hours = f"{start}-{end}"
            week[day] = f"{week[day]}, {hours}" if day in week else hours
    return week


def _first(folded: Mapping[str, object], names: Sequence[str]) -> object:
    return next((folded[name] for name in names if name in folded), None)


def _day(text: str) -> str:
    folded = normalize(text.rpartition("/")[2])  # schema.org writes https://schema.org/Monday
    if folded in _ENGLISH:
        return DAYS[_ENGLISH.index(folded)]
    return folded if folded in DAYS else ""


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    return plain_number(value)
