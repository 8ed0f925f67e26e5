"""What to write instead of a word that often stands in opening hours, and has no place there."""

from __future__ import annotations

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


def hint_for(word: Lexeme, text: str) -> str:
    """A hint, "" for the words that have none; `text` is all that was typed."""
    return hint_among(_BY_WORD, word.normalized, text)
