"""Whether a file is one of our exports (`plugins.opendata`), and what its records say."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common.plain_number import plain_number
from plugins.common.spreadsheet import BYTE_ORDER_MARK, SEPARATOR
from plugins.hours import HoursError, read_hours, to_french
from plugins.intake.own.as_written import as_written
from plugins.intake.read.tables.rows import MAX_BYTES
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.phones import read_phone
from plugins.records.writing.one_row import COLUMNS, COMPUTED_PART, OWN_FORMAT, tree_of
from plugins.vocabulary import national

OWN_ID = re.compile(r"(?:\d{2,3}|2[AB])/[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADS = (f'{{"format":"{OWN_FORMAT}"'.encode(), b'{"type":"FeatureCollection"')
_LABEL_COLUMNS = (
    "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels",
)  # fmt: skip
_FROM_LABELS = ("services", "frais_a_charge")


class OwnRow(NamedTuple):
    """A record of an export: `id` is "" where its line has none; `tree` as its file says it, all
    texts."""

    number: int
    id: str
    tree: dict[str, Any]


def own_rows(source: Path, labels: Mapping[str, Label]) -> list[OwnRow] | None:
    """The records of a file that is an export of ours, None for any other. `labels`: those of the
    folder of records, which say what places have from them and by what name."""
    try:
        data = source.read_bytes() if source.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return None  # told by those who read any file
    if data.startswith(_HEADS):
        return _of_json(data, labels)
    for header, delimiter, read in (
        (COLUMNS, SEPARATOR, of_table),
        (national.COLUMNS, ",", of_national),
    ):
        if data.removeprefix(BYTE_ORDER_MARK.encode()).startswith(_line(header, delimiter)):
            return _of_csv(data, delimiter, read, labels)
    return None


def _line(header: Sequence[str], delimiter: str) -> bytes:
    return f"{delimiter.join(header)}\r\n".encode()


def _of_json(data: bytes, labels: Mapping[str, Label]) -> list[OwnRow] | None:
    try:
        return _records(json.loads(data), labels)
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError):
        return None  # it begins as ours do, and is another's, or was edited


def _records(content: Any, labels: Mapping[str, Label]) -> list[OwnRow] | None:
    if content.get("format") == OWN_FORMAT:
        items = list(_items(content))
        return _numbered([(item.get("id"), _of_record(item)) for item in items])
    rows = [feature.get("properties") or {} for feature in content.get("features", ())]
    if not rows or not all(row.get("url") and row.keys() <= set(COLUMNS) for row in rows):
        return None
    rows = [_texts(row) for row in rows]
    if not all(isinstance(cell, str) for row in rows for cell in row.values()):
        return None
    points = [(feature.get("geometry") or {}).get("coordinates") for feature in content["features"]]
    for row, point in zip(rows, points, strict=True):
        if point:
            row["longitude"], row["latitude"] = _texts(point[0]), _texts(point[1])
    return _numbered([(row.get("id"), without_labels(tree_of(row), labels)) for row in rows])


def _items(content: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from content.get("lieux", ())
    for commune in content.get("communes", {}).values():
        yield from commune["lieux"]


def _of_record(item: Mapping[str, Any]) -> dict[str, Any]:
    return {n: _texts(v) for n, v in item.items() if n not in ("id", COMPUTED_PART)}


def _texts(value: Any) -> Any:
    """The same with every scalar as text: so does the reader of records have them."""
    if isinstance(value, list):
        return [_texts(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _texts(each) for name, each in value.items()}
    text = plain_number(value)
    return text.encode("utf-8", "replace").decode()  # half a letter can be in no file


def _of_csv(
    data: bytes,
    delimiter: str,
    read: Callable[[Mapping[str, str]], dict[str, Any]],
    labels: Mapping[str, Label],
) -> list[OwnRow] | None:
    try:
        text = io.StringIO(data.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError:
        return None  # a spreadsheet saved it
    cells = [
        {name: as_written(name, cell or "") for name, cell in row.items() if name}
        for row in csv.DictReader(text, delimiter=delimiter)
    ]
    return _numbered([(row["id"], without_labels(read(row), labels)) for row in cells], first=2)


def of_table(row: Mapping[str, str]) -> dict[str, Any]:
    """What a line of the table for spreadsheets says."""
    degrees = {name: row.get(name, "").replace(",", ".") for name in ("latitude", "longitude")}
    return tree_of({**row, **degrees})


def of_national(row: Mapping[str, str]) -> dict[str, Any]:
    """What the 32 columns say; labels stay as they are written, for `without_labels`."""
    lists = {name: [{"nom": each} for each in _split(row["source"])] for name in ("source",)}
    tree: dict[str, Any] = {}
    for name in Place.model_fields:
        text = row.get(name, "")
        if not text or name == "id" or text == national.NO_PIVOT:
            continue
        is_list = Place.model_fields[name].default == ()
        tree[name] = lists.get(name) or (_split(text) if is_list else text)
    if "horaires" in tree:
        tree["horaires"] = _typed(tree["horaires"])
    if "telephone" in tree:
        departement = row["id"].partition("/")[0]
        found = read_phone(row["telephone"], departement)
        tree["telephone"] = [found.display if found else row["telephone"]]
    for name in _LABEL_COLUMNS:
        if row[name]:
            tree[name] = _split(row[name])
    return tree


def _split(text: str) -> list[str]:
    return text.split("|") if text else []


def _typed(osm: str) -> str | dict[str, str]:
    """The week that a volunteer edits, where French typing says the same."""
    try:
        return to_french(read_hours(osm)) or osm
    except HoursError:
        return osm


def without_labels(tree: dict[str, Any], labels: Mapping[str, Label]) -> dict[str, Any]:
    """The record without what it has from its labels, which rows repeat for their readers."""
    names: dict[tuple[str, str], str] = {}
    for slug, label in labels.items():
        names["autres_formations_labels", label.nom] = slug
        if label.exporte:
            names[label.exporte.champ, label.exporte.valeur] = slug
    own: list[str] = list(tree.pop("labels", ()))
    for column in _LABEL_COLUMNS:
        said = tree.pop(column, [])
        own += (names[column, each] for each in said if (column, each) in names)
        if left := [each for each in said if (column, each) not in names]:
            tree.setdefault("autres_formations_labels", []).extend(left)
    if own:
        tree["labels"] = list(dict.fromkeys(own))
    gains = [gain for slug in own if slug in labels and (gain := labels[slug].gain)]
    brought = {
        "services": {each for gain in gains for each in gain.services},
        "frais_a_charge": {each for gain in gains for each in gain.prices},
    }
    for name in _FROM_LABELS:
        left = [each for each in tree.get(name, ()) if each not in brought[name]]
        if name == "frais_a_charge" and left:
            continue  # its own price, whatever its labels say
        if left or name not in tree:
            tree |= {name: left} if left else {}
        else:
            del tree[name]
    return tree


def _numbered(found: Sequence[tuple[Any, dict[str, Any]]], first: int = 1) -> list[OwnRow] | None:
    """None where a row has no name of a record: somebody else's list, of the same columns."""
    if not all(isinstance(id_, str) and OWN_ID.fullmatch(id_) for id_, _ in found):
        return None
    return [OwnRow(number, id_, tree) for number, (id_, tree) in enumerate(found, first)]
