"""How a name sounds, for who writes it by ear: «Labaige», «Sintes», «Angoulaime».

`SOUND_RULES` are tried in their order on each word of a folded name; js/town.js has the same, which
a test compares over all of France.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SOUND_RULES: tuple[tuple[str, str], ...] = (
    ("ph", "f"),
    ("sch|sh", "ch"),
    ("gn", "n"),
    ("gu(?=[eiy])", "g#"),
    ("g(?=[eiy])", "j"),
    ("#", ""),
    ("qu|ck|q|c(?![eiyh])", "k"),
    ("s?c(?=[eiy])|x|z", "s"),
    ("ch", "c"),
    ("h", ""),
    ("[ae][iy](?=[nm](?![aeiouymn]))", "i"),
    ("[ae][iy]", "e"),
    ("oeu|eu|oe|ae", "e"),
    ("eau|au", "o"),
    ("ou", "u"),
    ("y", "i"),
    ("m(?=[^aeiouym])", "n"),
    ("en(?=[^aeiouyn])", "an"),
    ("ni(?=[aeou])", "n"),
    (r"(.)\1+", r"\1"),
    (r"(..)(?:e[tdp]?s?|[tdp]?s|[tdp])$", r"\1"),
    (r"(.)\1+", r"\1"),
)
"""Regular expression and what takes its place: digraphs, k, s, vowels, nasals, double letters,
silent ends."""
_RULES = [(re.compile(pattern), other) for pattern, other in SOUND_RULES]


def sound(folded: str) -> str:
    """The sound of each word of a folded name: "angouleme" → "anguleme" → "angulem"."""
    return " ".join(map(_word, folded.split()))


def sound_words(folded: str) -> Iterator[str]:
    """Words by whose beginning a name is found by ear."""
    for word in folded.split():
        if not word.isdigit():
            yield _word(word)


def _word(word: str) -> str:
    for rule, other in _RULES:
        word = rule.sub(other, word)
    return word
