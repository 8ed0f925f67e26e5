"""What to write where a list is expected: its lines, each with a value that is right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_origin

from plugins.common.diagnostic import quote
from plugins.records.hints.closed_lists import literals_of, values_meant
from plugins.records.hints.list_hints import BELOW, list_hint, with_field
from plugins.records.hints.meant_field import meant_field
from plugins.records.hints.part_hints import about_the_year, part_lines
from plugins.records.hints.recurring_hours import where_hours_go
from plugins.records.hints.unknown_fields import part_model
from plugins.records.model.parts import DatedHours
from plugins.records.model.types import IDENTITY, ONE_LINE, PATTERNS
from plugins.records.phones import digits_typed
from plugins.records.reading.repairs import near

_PHONE = r"^\+?[\d .()-]{8,}$"


def list_expected(
    fields: Mapping[str, Any], name: str, value: object, today: date
) -> tuple[str, str]:
    """What is wrong, and the lines to write, where `name` of `fields` has no list."""
    message = "une liste est attendue"
    field = fields[name]
    part, allowed = part_model(field.annotation), literals_of(field.annotation)
    if (part is not None or allowed) and isinstance(value, str):
        message = f"{quote(value)} : {message}"  # what is proposed has other words
    if part is not None:
        lines = part_lines(part.__name__, value, today) if isinstance(value, str) else []
        if lines:
            told = BELOW + ", puis ".join(f"« {line} »" for line in lines)
            return message, told + about_the_year(part.__name__, str(value))
        if (
            part is DatedHours
            and isinstance(value, (dict, str))
            and (hint := where_hours_go(value))
        ):
            return message, hint
        first, *others = (name for name in part.model_fields if name != IDENTITY)
        below = f", et dessous « {others[0]}: … »" if others else ""
        return message, f"{BELOW}« - {first}: … »{below} (voir docs/records.md)"
    if allowed:
        return message, list_hint(value, lambda word: values_meant(word, allowed))
    patterns = [
        pattern
        for regex, pattern in PATTERNS.items()
        if pattern is not ONE_LINE and f"pattern={regex!r}" in repr(field.annotation)
    ]
    is_phone = name == "telephone"
    regexes = [_PHONE] if is_phone else [pattern.regex for pattern in patterns]

    def mend(word: str) -> str:
        if is_phone:
            return digits_typed(word)
        return next((guess for each in patterns if (guess := near(each, word))), word)

    return message, list_hint(
        value, None, lambda word: any(re.search(each, word) for each in regexes), mend
    )


def meant_list(fields: Mapping[str, Any], name: object, value: object, today: date) -> str:
    """What to write for a text under another name than that of the list that is meant, so that
    one answer is enough: «tel: 05 61 00 00 00»."""
    meant = meant_field(str(name), fields)
    if not meant or not isinstance(value, str) or get_origin(fields[meant].annotation) is not tuple:
        return ""
    return with_field(meant, list_expected(fields, meant, value, today)[1])
