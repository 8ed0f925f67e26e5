"""Names of communes as somebody writes them who has only heard them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

_WAYS = [
    ("[eéèê](?=[^aeiouéèêy]e?s?$)", "ai"),
    ("[éèê]", "ai"),
    ("[éèê]", "ei"),
    ("ai(?=[^nm])", "é"),
    ("eau|au", "o"),
    ("o(?=[^uinme])", "au"),
    ("y", "i"),
    ("i(?=[^nmlea])", "y"),
    ("ph", "f"),
    ("f", "ph"),
    ("c(?=[aou])", "k"),
    ("qu", "k"),
    ("c(?=[ei])", "ss"),
    ("ss", "c"),
    ("(?<=[aeiou])s(?=[aeiou])", "ss"),
    (r"([lnmrtfp])\1", r"\1"),
    ("(?<=[aeiou])([lnmrt])(?=[aeiou])", r"\1\1"),
    ("(?<=[^e ])[tsdx]$", ""),
    ("(?<=[^aeiou])e$", ""),
    ("es$", "e"),
    ("gn", "ni"),
    ("h", ""),
]


def misheard(noms: Iterable[str], each: int, seed: int) -> list[tuple[str, str]]:
    """`each` ways to write every name, at most: (written, name); some of its sounds are changed."""
    chance = random.Random(seed)
    found = []
    for nom in noms:
        written: dict[str, None] = {}
        for _ in range(each * 8):
            text = nom.lower()
            for pattern, other in chance.sample(_WAYS, len(_WAYS))[: chance.choice((8, 16))]:
                spots = list(re.finditer(pattern, text))
                if spots and chance.random() < 0.5:
                    spot = chance.choice(spots)
                    changed = re.sub(pattern, other, text[spot.start() :], count=1)
                    text = text[: spot.start()] + changed
            if text != nom.lower():
                written[text] = None
        found += [(text, nom) for text in list(written)[:each]]
    return found
