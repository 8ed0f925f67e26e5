"""Whether a word is the name of some commune of France, whole or cut at its first words."""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.gazetteer import Gazetteer, normalize
from plugins.gazetteer.names import without_article


def is_a_commune_name(gazetteer: Gazetteer, name: str) -> bool:
    """True for «Rennes», «La Rochelle», and for «Vitry», the beginning of several names."""
    return without_article(normalize(name)) in _beginnings(gazetteer)


def names_a_commune(gazetteer: Gazetteer, text: str) -> bool:
    """True for a text that is the whole name of a commune, of today or former, with or without a
    postcode: «Rennes», «31670 Labège», «Labège (31)»."""
    name = normalize(re.sub(r"\d{2,5}|\(|\)", " ", text))
    return bool(name) and without_article(name) in _whole_names(gazetteer)


@lru_cache(maxsize=1)
def _whole_names(gazetteer: Gazetteer) -> frozenset[str]:
    found = {without_article(normalize(nom)) for nom, *_ in gazetteer.former.values()}
    for departement in gazetteer.all_departements:
        communes = gazetteer.communes_of(departement)
        found |= {without_article(normalize(commune.nom)) for commune in communes}
    return frozenset(found - {""})


@lru_cache(maxsize=1)
def _beginnings(gazetteer: Gazetteer) -> frozenset[str]:
    """Every row of whole words that begins the name of a commune, its article aside; and the whole
    names of those that were communes."""
    found = set(_whole_names(gazetteer))
    for departement in gazetteer.all_departements:
        for commune in gazetteer.communes_of(departement):
            words = without_article(normalize(commune.nom)).split()
            found |= {" ".join(words[:end]) for end in range(1, len(words))}
    return frozenset(found - {""})
