"""«jours ouvrables», «jours ouvrés»: five days for some, six for others."""

from __future__ import annotations

import re

_WORDS = re.compile(r"(?:tous )?(?:les )?jours? ouvr(?:able|é|e)s?", re.I)
_EXAMPLE = "écrivez les jours, par exemple « du lundi au vendredi 9h-12h »"


def working_days(word: str, text: str) -> str:
    """What to write instead of the text, "" when a word, normalized, says nothing of them."""
    if not re.fullmatch("jours?|ouvrables?|ouvres?", word):
        return ""
    ways = [_WORDS.sub(days, text) for days in ("du lundi au vendredi", "du lundi au samedi")]
    return _EXAMPLE if ways[0] == text else f"écrivez « {ways[0]} » ou « {ways[1]} »"
