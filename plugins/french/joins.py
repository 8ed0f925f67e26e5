"""Words joined in a sentence: lists, and the names of communes after «à» and «de»."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CONTRACTED = re.compile(r"(Les?) ", re.IGNORECASE)
_AT, _OF = {"le": "au", "les": "aux"}, {"le": "du", "les": "des"}
# «Hyères» is said without its H, «Haguenau» with it; «Yvetot» and «Yerres» begin with a vowel.
_MUTE = re.compile(r"[aeiouàâäéèêëîïôöùûüœæ]|h[eéèêëiïîy]|y(?![aou])", re.IGNORECASE)


def join(words: Sequence[str]) -> str:
    """«mardi, jeudi et samedi»."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " et " + words[-1]


def at_town(name: str) -> str:
    """«à Apt», «au Havre», «aux Angles», «à La Rochelle»."""
    article = _CONTRACTED.match(name)
    return f"{_AT[article[1].lower()]} {name[article.end() :]}" if article else f"à {name}"


def of_town(name: str) -> str:
    """«de Carpentras», «d'Apt», «du Havre», «des Angles», «de La Rochelle»."""
    article = _CONTRACTED.match(name)
    if article:
        return f"{_OF[article[1].lower()]} {name[article.end() :]}"
    return f"d'{name}" if _MUTE.match(name) else f"de {name}"
