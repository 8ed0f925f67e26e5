"""Names of communes after «à» and «de», as French joins them: «au Havre», «d'Apt»."""

from __future__ import annotations

import re

_CONTRACTED = re.compile(r"(Les?) ", re.IGNORECASE)
_AT, _OF = {"le": "au", "les": "aux"}, {"le": "du", "les": "des"}
# «Hyères» is said without its H, «Haguenau» with it; «Yvetot» and «Yerres» begin with a vowel.
_MUTE = re.compile(r"[aeiouàâäéèêëîïôöùûüœæ]|h[eéèêëiïîy]|y(?![aou])", re.IGNORECASE)


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
