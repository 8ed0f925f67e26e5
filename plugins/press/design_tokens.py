"""The design tokens, read from `tokens.css`: name, value, and value on a dark screen.

A directory says in a `tokens.css` of its own those that it changes, and no other.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from plugins.common.errors import BuildError

_TOKEN = re.compile(r"^\s*--([\w-]+):\s*([^;]+);", re.MULTILINE)
_VALUE = re.compile(r"[#\w ,.%()\"'/-]+")
_DARK = "prefers-color-scheme: dark"


class DesignToken(NamedTuple):
    """`--accent`, its value, and the one of a dark screen («» when it is the same)."""

    name: str
    value: str
    dark: str


def read_tokens(path: Path) -> list[DesignToken]:
    """Tokens in the order of the file."""
    return tokens_in(path.read_text("utf-8"))


def tokens_in(text: str) -> list[DesignToken]:
    """Tokens in the order of a text."""
    light, _, dark = text.partition(_DARK)
    night = dict(_TOKEN.findall(dark))
    first: dict[str, str] = {}
    for name, value in _TOKEN.findall(light):
        first.setdefault(name, value)
    return [DesignToken(name, value, night.get(name, "")) for name, value in first.items()]


def merged_tokens(given: str, own: str) -> str:
    """The text `given`, with the values of `own`. BuildError when `own` has a token that `given`
    has not, or a value that is more than a value."""
    changed = {token.name: token for token in tokens_in(own)}
    known = {token.name for token in tokens_in(given)}
    for name, token in changed.items():
        if name not in known:
            raise BuildError(f"theme/static/tokens.css : la couleur « --{name} » n'existe pas.")
        if not (_VALUE.fullmatch(token.value) and _VALUE.fullmatch(token.dark or "0")):
            raise BuildError(f"theme/static/tokens.css : la valeur de « --{name} » ne se lit pas.")
    light, mark, dark = given.partition(_DARK)

    def insert(text: str, values: dict[str, str]) -> str:
        return _TOKEN.sub(
            lambda found: found[0].replace(found[2], values.get(found[1]) or found[2]), text
        )

    day = {name: token.value for name, token in changed.items()}
    night = {name: token.dark for name, token in changed.items()}
    return insert(light, day) + mark + insert(dark, night)
