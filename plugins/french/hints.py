"""What to write instead of a word that a grammar of time does not take.

Each grammar has its own hints; «jours ouvrables», «jours ouvrés» have theirs in all of them: five
days for some, six for others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS = re.compile(r"(?:tous )?(?:les )?jours? ouvr(?:able|é|e)s?", re.I)
_EXAMPLE = "écrivez les jours, par exemple « du lundi au vendredi 9h-12h »"


def hint_among(hints: Mapping[str, str], word: str, text: str) -> str:
    """The hint for a word, normalized, "" when it has none. `hints`: pattern of whole words → what
    to write; `text` is all that was typed."""
    if hint := _working_days(word, text):
        return hint
    by_word = (hint for known, hint in hints.items() if re.fullmatch(known, word))
    return next(by_word, "")


def _working_days(word: str, text: str) -> str:
    """What to write instead of the text, "" when a word, normalized, says nothing of them."""
    if not re.fullmatch("jours?|ouvrables?|ouvres?", word):
        return ""
    ways = [_WORDS.sub(days, text) for days in ("du lundi au vendredi", "du lundi au samedi")]
    return _EXAMPLE if ways[0] == text else f"écrivez « {ways[0]} » ou « {ways[1]} »"
