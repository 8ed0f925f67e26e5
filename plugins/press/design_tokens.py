"""The design tokens, read from `tokens.css`: name, value, and value on a dark screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_TOKEN = re.compile(r"^\s*--([\w-]+):\s*([^;]+);", re.MULTILINE)
_DARK = "prefers-color-scheme: dark"


class DesignToken(NamedTuple):
    """`--accent`, its value, and the one of a dark screen («» when it is the same)."""

    name: str
    value: str
    dark: str


def read_tokens(path: Path) -> list[DesignToken]:
    """Tokens in the order of the file."""
    light, _, dark = path.read_text("utf-8").partition(_DARK)
    night = dict(_TOKEN.findall(dark))
    first: dict[str, str] = {}
    for name, value in _TOKEN.findall(light):
        first.setdefault(name, value)
    return [DesignToken(name, value, night.get(name, "")) for name, value in first.items()]
