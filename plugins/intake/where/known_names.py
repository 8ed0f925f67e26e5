"""Whether a word is the name of some commune of France, whole or cut at its first words."""

from __future__ import annotations

from functools import lru_cache

from plugins.gazetteer import Gazetteer, normalize
from plugins.gazetteer.names import without_article


def is_a_commune_name(gazetteer: Gazetteer, name: str) -> bool:
    """True for «Rennes», «La Rochelle», and for «Vitry», the beginning of several names."""
    return without_article(normalize(name)) in _beginnings(gazetteer)


@lru_cache(maxsize=1)
def _beginnings(gazetteer: Gazetteer) -> frozenset[str]:
    """Every row of whole words that begins the name of a commune, its article aside; and the whole
    names of those that were communes."""
    found = {without_article(normalize(nom)) for nom, *_ in gazetteer.former.values()}
    for commune in gazetteer.within(-90, -180, 90, 180):
        words = without_article(normalize(commune.nom)).split()
        found |= {" ".join(words[:end]) for end in range(1, len(words) + 1)}
    return frozenset(found - {""})
