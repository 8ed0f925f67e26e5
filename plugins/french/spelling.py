"""The known word that was probably meant."""

from __future__ import annotations

import re
from difflib import get_close_matches

from plugins.french.days import DAYS
from plugins.french.lexer import NUMBERS
from plugins.french.months import MONTHS, NORMALIZED_MONTHS
from plugins.french.normalization import normalize

_KNOWN = sorted(
    {*DAYS, *(f"{day}s" for day in DAYS), *NORMALIZED_MONTHS, *NUMBERS}
    | set(
        "a au aux chaque compter de depuis dernier des deuxieme du en et excepte feries ferme"
        " heures hors jour jours jusqu'au la le les midi minuit mois par partir pendant premier"
        " quatrieme sauf scolaires second semaine semaines sur tous toutes troisieme un une"
        " vacances".split()
    )
)
_NEAR = 0.8
"""«ludni» is near «lundi» (0.8); «accès» is not near «vacances», nor «nous» near «tous» (0.75)."""
_TYPED = dict(zip(NORMALIZED_MONTHS, MONTHS, strict=True)) | {
    "a": "à", "feries": "fériés", "ferme": "fermé", "excepte": "excepté",
    "deuxieme": "deuxième", "troisieme": "troisième", "quatrieme": "quatrième",
}  # fmt: skip


def nearest(word: str) -> str:
    """The known word that is nearest to a word, as it is typed; "" when none is near."""
    found = get_close_matches(normalize(word), _KNOWN, n=1, cutoff=_NEAR)
    return _TYPED.get(found[0], found[0]) if found else ""


def corrected(text: str) -> str:
    """The text with every word that we do not know replaced by the nearest that we do; unchanged
    when there is none."""

    def near(found: re.Match[str]) -> str:
        word = found.group()
        if normalize(word) in _KNOWN or len(word) < 3:
            return word
        return nearest(word) or word

    return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)?", near, text)
