"""The form under which two spellings of a value are the same, and what tells opposites apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LOST = "\ufffd"
"""A letter that an earlier program lost: «Biblioth\ufffdque»."""
_TAGS = re.compile(r"<[^<>]{0,200}>")
_WORD = re.compile(rf"[a-z0-9{LOST}]+")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "€": " euro ", "’": "'"})
LITTLE = frozenset(
    "a au aux d de des du en et l la le les leur mes mon ma nos notre ou sa ses son "
    "un une vos votre".split()
)
"""Words that lists write or leave out: «accès à internet», «accès internet»."""
POLAR = frozenset(
    "aucun aucune avec hors jamais moins ni non pas plus sans sauf seulement sous "
    "uniquement".split()
)
"""Words that turn a meaning round, or narrow it, as they are folded."""
NEGATIONS = frozenset("aucun aucune hors jamais ni non pas sans sauf".split())
"""Those that deny what stands beside them."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Without accents, capitals, signs, plurals and little words: «Les Familles/Enfants» is
    "famille enfant". "" for a text without letters or digits."""
    plain = unicodedata.normalize("NFKD", _TAGS.sub(" ", text).translate(_LIGATURES)).lower()
    letters = "".join(sign for sign in plain if sign.isascii() or sign == LOST)
    words = _WORD.findall(letters)
    kept = [word for word in words if word not in LITTLE] or words
    return " ".join(map(_singular, kept))


def _singular(word: str) -> str:
    if word in POLAR or len(word) <= 3 or word[-1] not in "sx":
        return word
    return word[:-1]


def polarity(folded: str) -> frozenset[str]:
    """What two spellings must share to be the same value: their words of :data:`POLAR`, and their
    numbers."""
    words = folded.split()
    return frozenset(word for word in words if word in POLAR or word.isdigit())
