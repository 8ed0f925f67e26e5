"""The one way a record is written: fields in the order of the model, one list item a line.

Text is quoted only where YAML would not give it back as it is, so that a volunteer sees plain words
and two edits of one file merge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from plugins.records.hints.unknown_fields import part_model
from plugins.records.kinds import KINDS
from plugins.records.model.fields import PlaceFields
from plugins.records.reading.paths import RecordPath
from plugins.records.writing.inline_text import inline

MODELINE = "# yaml-language-server: $schema=../schema/place.json\n"
"""First line of a place: tells the editor which fields exist and what each one means."""

FIELD_ORDER = tuple(name for name in PlaceFields.model_fields if name != "id")
"""Fields of a place, in the order in which they are written."""

_BLOCK_TEXT = re.compile(r"[^\s\x00-\x1f][^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")


def modeline(path: RecordPath) -> str:
    """The first line of a record of any kind."""
    up = "../" * KINDS[path.kind].file(path.id).count("/")
    return f"# yaml-language-server: $schema={up}schema/{path.kind}.json\n"


def in_order(tree: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The same record, its fields and those of its parts in the order of the model.

    Unknown fields come last, in their own order; so does what is free, like the days of a week.
    """
    fields = [name for name in model.model_fields if name in tree]
    ordered: dict[str, Any] = {}
    for name in [*fields, *(name for name in tree if name not in fields)]:
        value = tree[name]
        field = model.model_fields.get(name)
        inner = part_model(field.annotation) if field else None
        if inner is not None and isinstance(value, Mapping):
            value = in_order(value, inner)
        elif inner is not None and isinstance(value, list):
            value = [in_order(i, inner) if isinstance(i, Mapping) else i for i in value]
        ordered[name] = value
    return ordered


def dump_record(
    record: Mapping[str, Any],
    order: tuple[str, ...] = FIELD_ORDER,
    first_line: str = MODELINE,
) -> str:
    """The text of a record file. `record` holds text, lists and mappings of text.

    Unknown fields come last, in their own order: nothing a person wrote is lost.
    """
    rank = _rank(order)
    names = sorted(record, key=lambda name: rank.get(name, len(order)))
    lines = [line for name in names for line in _pair(name, record[name], "")]
    return first_line + "".join(f"{line}\n" for line in lines)


@lru_cache(maxsize=64)
def _rank(order: tuple[str, ...]) -> Mapping[str, int]:
    return {name: position for position, name in enumerate(order)}


def _pair(name: str, value: Any, indent: str) -> Iterator[str]:
    key = f"{indent}{inline(name)}:"
    if isinstance(value, str):
        yield from _text(key, value, indent)
    elif isinstance(value, list | tuple) and value:
        yield key
        for item in value:
            yield from _item(item, indent + "  ")
    elif isinstance(value, Mapping) and value:
        yield key
        for inner, content in value.items():
            yield from _pair(str(inner), content, indent + "  ")
    elif isinstance(value, Mapping | list | tuple):
        yield f"{key} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield from _text(key, str(value), indent)


def _text(key: str, text: str, indent: str) -> Iterator[str]:
    if "\n" in text and _BLOCK_TEXT.fullmatch(text):
        yield from _block(key, text, indent + "  ")
    else:
        yield f"{key} {inline(text)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, str) or not isinstance(item, Mapping) or not item:
        yield f"{indent}- {inline(str(item))}"
        return
    lines = [
        line for name, value in item.items() for line in _pair(str(name), value, indent + "  ")
    ]
    yield f"{indent}- {lines[0][len(indent) + 2 :]}"
    yield from lines[1:]


def _block(key: str, text: str, indent: str) -> Iterator[str]:
    body = text.rstrip("\n")
    ending = len(text) - len(body)
    yield f"{key} {('|-', '|')[ending] if ending < 2 else '|+'}"
    for line in text.split("\n")[: -1 if ending else None]:
        yield f"{indent}{line}" if line else ""
