"""A field that does not exist: the one that is meant, or how to keep what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel

from plugins.common.diagnostic import FieldPath
from plugins.french.normalization import normalize
from plugins.records.hints.closed_lists import listed
from plugins.records.hints.meant_field import meant_field
from plugins.records.hints.written_lines import ONE_LINE, write_line, written

_FROM_PATH = ("id", "slug", "departement")
_MAX_LISTED_CHARACTERS = 160
UNDER = "écrivez-le sous"
NO_FIELD = "les champs sont dans docs/records.md"

_SHUT = re.compile(r"fermee?\b|fermeture\b")
"""As a note, it would leave the place open for those who read its page."""


def unknown_field(name: str, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong with a field that does not exist, and what to write."""
    message, fields = "ce champ n'existe pas", fields_of(model)
    if name in _FROM_PATH and name not in fields:
        return message, "supprimez la ligne : le nom du fichier suffit"
    above = [
        part
        for part, field in fields.items()
        if (inner := part_model(field.annotation)) and name in fields_of(inner)
    ]
    if len(above) == 1 and fields[above[0]].default is None:
        return "ce champ n'existe pas ici", f"{UNDER} « {above[0]}: », après deux espaces"
    if meant := meant_field(name, fields):
        return message, f"vouliez-vous dire « {meant} » ?"
    if len(names := listed(fields)) <= _MAX_LISTED_CHARACTERS:
        return message, f"les champs possibles sont {names}"
    return message, NO_FIELD


def kept_words(
    where: FieldPath, value: object, tree: Mapping[str, Any], hint: str, model: type[BaseModel]
) -> str:
    """How to keep what stands in a field that does not exist: as the end of the line above, under
    the field that has it, or as a note."""
    *within, name = where
    if within or not isinstance(value, str) or "\n" in value.strip():
        return hint
    if hint.startswith(UNDER):
        part = hint.partition("« ")[2].partition(":")[0]
        lines = (f"« {part}: »", f"«   {name}: {written(value)} »")
        return hint if part in tree else "écrivez " + ", puis ".join(lines)
    if hint != NO_FIELD:
        return hint
    if "ferme_le" in fields_of(model) and _SHUT.match(normalize(value)):
        return "écrivez « ferme_le: … » avec le jour, si le lieu a fermé pour toujours"
    names = list(tree)
    above = names[names.index(name) - 1] if name in names[1:] else ""
    text = tree.get(above)
    if " " in str(name) and isinstance(text, str) and "\n" not in text:
        return write_line(f"{above}: " + written(f"{text} {name}: {value}")) + ONE_LINE
    return f"{write_line(f'# {name}: {value}')} pour en faire une note ({NO_FIELD})"


def fields_of(model: type[BaseModel]) -> dict[str, Any]:
    """The fields that a file may have, by name."""
    return {name: field for name, field in model.model_fields.items() if field.alias is None}


def part_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside `X`, `X | None` or `tuple[X, ...]`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (part_model(argument) for argument in get_args(annotation))
    return next((model for model in inner if model is not None), None)
