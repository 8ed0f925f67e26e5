"""Examples of fields as a volunteer types them: what docs/records.md shows can be pasted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from plugins.records.hints.closed_lists import literals_of
from plugins.records.hints.unknown_fields import part_model
from plugins.records.writing.record_layout import dump_record


def is_list(field: FieldInfo) -> bool:
    """One line an element."""
    return "tuple" in str(field.annotation)


def is_needed(field: FieldInfo) -> bool:
    """A record, or its part, cannot do without it."""
    return field.default is PydanticUndefined


def example_of(field: FieldInfo) -> Any:
    """What a record may state there, as text, lists and mappings; None when nothing is proposed.

    Of a part, its examples together, with the fields it cannot do without.
    """
    inner = part_model(field.annotation)
    if inner is not None:
        value: Any = part_example(inner) or None
    elif field.examples:
        value = field.examples[0]
    elif values := literals_of(field.annotation):
        value = values[0]
    else:
        return None
    return [value] if value is not None and is_list(field) else value


def part_example(model: type[BaseModel]) -> dict[str, Any]:
    """A part of a record, or the least that a record must say: what it needs, and of a part also
    what its fields propose."""
    found = {}
    for name, field in model.model_fields.items():
        if field.alias is None and (is_needed(field) or field.examples):
            value = example_of(field)
            if value is not None:
                found[name] = value
    return found


def least(model: type[BaseModel]) -> dict[str, Any]:
    """The smallest record of a kind."""
    fields = model.model_fields.items()
    return {n: example_of(f) for n, f in fields if f.alias is None and is_needed(f)}


def typed(name: str, value: Any) -> str:
    """The lines that state it, without the last line break."""
    tree: Mapping[str, Any] = {name: value}
    return dump_record(tree, (), "").rstrip("\n")
