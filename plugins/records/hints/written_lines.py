"""Lines of a record as a hint writes them, so that they can be pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from plugins.records.writing.inline_text import in_quotes, inline

TWO_SPACES = "remplacez-la par deux espaces"
NO_LIST = "une seule valeur est attendue ici"
COLON_INSIDE = "des deux-points se trouvent dans la valeur"
NOTHING_BEFORE = "rien ne va devant le nom d'un champ"
AT_EDGE = "ôtez les espaces du début de la ligne"
ONE_LINE = " sur une seule ligne"
"""How a hint ends that makes one line of this one and of the line before it."""
SPACES: Mapping[str, int] = MappingProxyType({"deux": 2, "quatre": 4})
SPACES_BEFORE = re.compile(rf"mettez ({'|'.join(SPACES)}) espaces devant,.*")


def indent_as_above(number: int, like: str = "comme à la ligne d'avant") -> str:
    """«mettez deux espaces devant, comme à la ligne d'avant»; "" for a number of no word."""
    word = next((name for name, count in SPACES.items() if count == number), "")
    return f"mettez {word} espaces devant, {like}" if word else ""


def write_line(line: str) -> str:
    """«écrivez « nom: … »»."""
    return f"écrivez « {line.strip()} »"


def quoted(value: str) -> str:
    """The value between quotes, as YAML reads it back; any space in it is a plain one."""
    return in_quotes(" ".join(value.split()))


def written(value: str) -> str:
    """A value as it can be pasted: between quotes where YAML would not read it back."""
    return inline(" ".join(value.split()))


def write_value(value: str) -> str:
    """«écrivez « … »», whole: a value that is cut cannot be pasted."""
    return f"écrivez « {written(value)} »"


def write_lines(lines: Iterable[str]) -> str:
    """«écrivez « - du: … », puis «   horaires: … »»: lines in the place of one."""
    return "écrivez " + ", puis ".join(f"« {line} »" for line in lines)
