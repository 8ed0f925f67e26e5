"""What to write instead of a word that often stands in opening hours, and has no place there."""

from __future__ import annotations

import re

from plugins.french.hints import hint_among
from plugins.french.lexer import Lexeme

_BY_WORD = {
    "noel|toussaint|paques|rentree": "écrivez les dates de cette année dans « exceptions »",
    "hiver|printemps|ete|automne|saisons?": "écrivez les mois ou les dates, par exemple "
    "« de juillet à août: fermé »",
    "toute|annee": "pour toute l'année, n'écrivez que les jours et les heures",
    "journee|continue?|non|stop": "n'écrivez que les heures, du début à la fin",
    "conges?": "écrivez « vacances scolaires », ou les dates dans « exceptions »",
    "demain|aujourd|hui|prochaine?s?": "un seul jour va dans « exceptions »",
}
_HALF = re.compile(
    r"\b(après|apres|avant) (?:les )?(\d{1,2} ?(?:h|:) ?(?:\d\d)?|midi)", re.IGNORECASE
)
"""«après 14h»: from then on, or until then."""


def hint_for(word: Lexeme, text: str) -> str:
    """A hint, "" for the words that have none; `text` is all that was typed."""
    half = _HALF.search(text)
    if half and half.start() == word.at:
        is_start = word.normalized == "apres"
        hour = half[2].strip()
        span, end = (f"{hour}-…", "de fin") if is_start else (f"…-{hour}", "du début")
        return f"écrivez aussi l'heure {end} : « {text[: word.at]}{span} »"
    return hint_among(_BY_WORD, word.normalized, text)
