"""Lines of a record as a hint writes them, so that they can be pasted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

TWO_SPACES = "remplacez-la par deux espaces"
SPACES: Mapping[str, int] = MappingProxyType({"deux": 2, "quatre": 4})
SPACES_BEFORE = re.compile(rf"mettez ({'|'.join(SPACES)}) espaces devant,.*")
PASTED = re.compile(r"écrivez « (.*) »")
"""A hint that is one line, to be pasted over the one at fault."""


def indent_as_above(number: int) -> str:
    """«mettez deux espaces devant, comme à la ligne d'avant»; "" for a number of no word."""
    word = next((name for name, count in SPACES.items() if count == number), "")
    return f"mettez {word} espaces devant, comme à la ligne d'avant" if word else ""


def write_line(line: str) -> str:
    """«écrivez « nom: … »»."""
    return f"écrivez « {line.strip()} »"


def key_and_quoted(key: str, value: str) -> str:
    """A field with its value between quotes; `key` ends with its colon."""
    return f"{key} {quoted(value)}"


def quoted(value: str) -> str:
    """The value between quotes that the parser reads back: straight, double unless it has some."""
    value = value.strip()
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
