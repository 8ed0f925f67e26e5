"""Lines of a record as a hint writes them, so that they can be pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

TWO_SPACES = "remplacez-la par deux espaces"
COLON_INSIDE = "des deux-points se trouvent dans la valeur"
AT_EDGE = "ôtez les espaces du début de la ligne"
ONE_LINE = " sur une seule ligne"
"""How a hint ends that makes one line of this one and of the line before it."""
SPACES: Mapping[str, int] = MappingProxyType({"deux": 2, "quatre": 4})
SPACES_BEFORE = re.compile(rf"mettez ({'|'.join(SPACES)}) espaces devant,.*")
_NOT_PLAIN = re.compile(
    r"^[-?:](?:\s|$)|^[,\[\]{}#&*!|>'\"%@`]|:(?:\s|$)|\s#|^(?:null|true|false|~)$", re.IGNORECASE
)


def indent_as_above(number: int, like: str = "comme à la ligne d'avant") -> str:
    """«mettez deux espaces devant, comme à la ligne d'avant»; "" for a number of no word."""
    word = next((name for name, count in SPACES.items() if count == number), "")
    return f"mettez {word} espaces devant, {like}" if word else ""


def write_line(line: str) -> str:
    """«écrivez « nom: … »»."""
    return f"écrivez « {line.strip()} »"


def quoted(value: str) -> str:
    """The value between quotes that the parser reads back: straight, double unless it has some."""
    value = value.strip()
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def written(value: str) -> str:
    """A value as it can be pasted: between quotes where YAML would not read it back."""
    value = " ".join(value.split())
    return quoted(value) if not value or _NOT_PLAIN.search(value) else value


def write_value(value: str) -> str:
    """«écrivez « … »», whole: a value that is cut cannot be pasted."""
    return f"écrivez « {written(value)} »"


def write_lines(lines: Iterable[str]) -> str:
    """«écrivez « - du: … », puis «   horaires: … »»: lines in the place of one."""
    return "écrivez " + ", puis ".join(f"« {line} »" for line in lines)
