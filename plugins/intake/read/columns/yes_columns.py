"""Columns of «oui» and «non», or of crosses, whose header is the value: «Wifi», «Scanner».

«Souvent» says yes too; «Rarement» does not, as nobody should travel for what is hardly ever done.
«Oui, pour les adhérents» says yes and more, which is kept beside.
"""

from __future__ import annotations

import re

from plugins.common.phrase_list import phrase_list
from plugins.gazetteer import normalize

_YES = phrase_list(
    """1|1 0|checked|coche|de temps en temps|disponible|o|ok|oui|parfois|propose|regulierement
    |souvent|toujours|true|v|vrai|x|xx|y|yes"""
)
_NO = phrase_list(
    """0|0 0|aucun|aucune|exceptionnellement|false|faux|jamais|n|no|non|non disponible|nsp
    |ne sait pas|pas du tout|rarement|unchecked"""
)
_TICKS, _EMPTY = frozenset("✓✔☑🗸✅✗×"), frozenset("✘☐❌-–—")
_YES_AND = re.compile(r"\s*oui(?:\s*[,;:(]|\s+[–-])\s*(.*?)\)?\s*", re.IGNORECASE | re.DOTALL)


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    is_tick = text.strip() in _TICKS
    return is_tick or normalize(text) in _YES or _YES_AND.fullmatch(text) is not None


def is_yes_or_no(text: str) -> bool:
    """Whether a cell says yes, or no."""
    return is_yes(text) or normalize(text) in _NO or text.strip() in _EMPTY


def after_yes(text: str) -> str:
    """«en libre accès» of «Oui, en libre accès»; "" when nothing follows."""
    found = _YES_AND.fullmatch(text)
    return found[1] if found else ""
