"""Any table → rows of text: CSV whatever its encoding and delimiter, JSON, GeoJSON."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

MAX_BYTES = 200_000_000
"""A file above this is not a list of places."""
_DELIMITERS = ",;\t|"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
"""A text has hardly any of these; a picture or a PDF file is full of them."""


class ImportFileError(Exception):
    """The file as a whole cannot be imported; the message, in French, says why and what to do."""


class TableRow(NamedTuple):
    """One line of the table."""

    number: int
    """As a spreadsheet shows it: the header is 1. In a JSON file: the rank of the item, from 1."""
    cells: dict[str, str]
    """Column → text, spaces trimmed; empty cells left out."""


class Table(NamedTuple):
    """A table whose cells are all text."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(path: Path) -> Table:
    """Read a CSV, JSON or GeoJSON file. Raises :class:`ImportFileError`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = "il n'existe pas" if isinstance(error, FileNotFoundError) else "il ne s'ouvre pas"
        raise ImportFileError(f"{path} : ce fichier ne peut pas être lu, {reason}.") from error
    if len(data) > MAX_BYTES:
        raise ImportFileError(f"{path} : ce fichier est trop gros (plus de 200 Mo).")
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise ImportFileError(
            f"{path} : c'est un classeur (Excel ou LibreOffice). "
            "Enregistrez la feuille au format CSV, puis importez ce fichier CSV."
        )
    text = _decode(data)
    if not text.strip():
        raise ImportFileError(f"{path} : ce fichier est vide.")
    if len(_CONTROL.findall(text)) > len(text) / 100:
        raise ImportFileError(
            f"{path} : ce fichier n'est pas un tableau. Enregistrez la liste au format CSV."
        )
    if text.lstrip()[0] in "[{":
        return _read_json(text, path)
    return _read_csv(text, path)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return unicodedata.normalize("NFC", data.decode("utf-16", errors="replace"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what Excel writes on a French machine
    return unicodedata.normalize("NFC", text.replace("\0", ""))


def _read_csv(text: str, path: Path) -> Table:
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep="):  # a hint to Excel, which shows no such line
        text = rest
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    csv.field_size_limit(MAX_BYTES)
    lines: list[list[str]] = []
    try:
        lines.extend(reader)
    except csv.Error as error:
        raise ImportFileError(
            f"{path} : après {len(lines)} lignes, ce fichier CSV ne se lit plus. "
            "Un guillemet n'est sans doute pas refermé."
        ) from error
    top = next((at for at, line in enumerate(lines) if any(cell.strip() for cell in line)), 0)
    header = lines[top]
    columns = _columns(header, max(map(len, lines[top:])))
    rows = (
        TableRow(number, _cells(zip(columns, line, strict=False)))
        for number, line in enumerate(lines[top + 1 :], start=top + 2)
    )
    kept = tuple(row for row in rows if row.cells)
    filled = {column for row in kept for column in row.cells}
    pairs = zip_longest(columns, header, fillvalue="")
    return Table(tuple(name for name, typed in pairs if typed.strip() or name in filled), kept)


def _columns(header: Sequence[str], width: int) -> tuple[str, ...]:
    """One name a column, so that no cell is lost: «Tél», «Tél (2)», «colonne 13» without a name."""
    seen: Counter[str] = Counter()
    names = []
    for number in range(1, width + 1):
        name = " ".join(header[number - 1].split()) if number <= len(header) else ""
        name = name or f"colonne {number}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _delimiter(text: str) -> str:
    """The sign that best cuts the header; quoted parts do not count."""
    header = next(line for line in text.splitlines() if line.strip())
    unquoted = "".join(header.split('"')[::2])
    return max(_DELIMITERS, key=lambda sign: (unquoted.count(sign), -_DELIMITERS.index(sign)))


def _read_json(text: str, path: Path) -> Table:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"ligne {error.lineno}, caractère {error.colno}"
        raise ImportFileError(f"{path} : ce fichier JSON est mal formé ({where}).") from error
    except (ValueError, RecursionError) as error:
        raise ImportFileError(f"{path} : ce fichier JSON est mal formé.") from error
    items = _items(content)
    if items is None:
        raise ImportFileError(f"{path} : ce fichier JSON ne contient pas de liste de lieux.")
    columns: dict[str, None] = {}
    rows = []
    for number, item in enumerate(items, start=1):
        flat = _flatten(item) if isinstance(item, Mapping) else {"texte": str(item or "")}
        columns.update(dict.fromkeys(flat))
        rows.append(TableRow(number, _cells(flat.items())))
    return Table(tuple(columns), tuple(row for row in rows if row.cells))


def _items(content: object) -> list[object] | None:
    """The list of objects of a JSON document: itself, or the longest one it holds.

    One wrong item does not hide the others: it becomes a row that the report tells of.
    """
    if isinstance(content, Mapping):
        lists = (_items(value) for value in content.values() if isinstance(value, list))
        return max((found for found in lists if found), key=len, default=None)
    if isinstance(content, list) and any(isinstance(item, Mapping) for item in content):
        return content
    return None


def _flatten(item: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """Nested objects get dotted names; lists of texts are joined with "|"; GeoJSON is undone."""
    if item.get("type") == "Feature" and isinstance(item.get("properties"), Mapping):
        properties = item["properties"]
        flat = _flatten(properties) if isinstance(properties, Mapping) else {}
        geometry = item.get("geometry")
        point = geometry.get("coordinates") if isinstance(geometry, Mapping) else None
        if isinstance(point, list) and len(point) >= 2 and isinstance(point[0], int | float):
            flat.setdefault("longitude", str(point[0]))
            flat.setdefault("latitude", str(point[1]))
        return flat
    flat = {}
    for name, value in item.items():
        if isinstance(value, Mapping):
            flat.update(_flatten(value, f"{prefix}{name}."))
        elif isinstance(value, list):
            flat[prefix + name] = "|".join(
                str(part) for part in value if isinstance(part, str | int | float)
            )
        elif isinstance(value, bool):
            flat[prefix + name] = "oui" if value else "non"
        elif value is not None:
            flat[prefix + name] = str(value)
    return flat


def _cells(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {
        column: value
        for column, raw in pairs
        if column and (value := raw.replace("\xa0", " ").replace("\u202f", " ").strip())
    }
