"""Names of communes as rows have them: cut, mistyped, or inside the name of a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from plugins.gazetteer import Commune, Gazetteer, normalize
from plugins.gazetteer.names import without_article

NEAR_NAME = 84
"""Likeness (0 to 100) of two names of communes of one postcode for a slip of the keyboard."""
BETWEEN_TOWNS = re.compile(r"[/,;&+]|\s[–-]\s|\s(?:et|ou)\s", re.IGNORECASE)
"""What stands between two names of communes."""
_NEIGHBOUR_DEGREES = 0.3
_BETWEEN_PARTS = re.compile(r"\s*[,;(]\s*|\s+[–-]\s+")


def begins(short: str, long: str) -> bool:
    """Whole words at the beginning of a folded name, its article or not: «cote» of «la cote saint
    andre»."""
    return any((name + " ").startswith(short + " ") for name in (long, without_article(long)))


def is_like(typed: str, official: str) -> bool:
    """Whether a folded name as typed may mean the official one: whole, cut, longer, mistyped."""
    return (
        begins(typed, official)
        or begins(official, typed)
        or without_article(typed) == without_article(official)
        or is_slip(typed, official)
    )


def is_slip(typed: str, official: str) -> bool:
    """Whether two folded names differ by a slip of the keyboard, or two."""
    return fuzz.ratio(typed, official) >= NEAR_NAME


def cited_in(communes: Sequence[Commune], place: str, address: str) -> list[Commune]:
    """Communes whose whole name is in the name of the place; else those that end an address. A
    street is named after other towns: «route de Toulouse» tells nothing."""
    words = f" {normalize(place)} "
    names = {commune.code: normalize(commune.nom) for commune in communes}
    found = [c for c in communes if f" {names[c.code]} " in words]
    if not found:
        folded = "|".join(map(normalize, _BETWEEN_PARTS.split(address)))
        found = [c for c in communes if f"|{folded}|".find(f"|{names[c.code]}|") >= 0]
    # «Saint-Orens» is in «Saint-Orens-de-Gameville» too: the longest name is the one that is meant.
    return [
        commune
        for commune in found
        if not any(
            names[other.code] != names[commune.code]
            and f" {names[commune.code]} " in f" {names[other.code]} "
            for other in found
        )
    ]


def neighbours_called(
    gazetteer: Gazetteer, commune: Commune, name: str, *, is_whole: bool
) -> list[Commune]:
    """Communes around one that a folded name may be, some 30 km at most; `is_whole`: not cut."""
    if not name or commune.latitude is None or commune.longitude is None:
        return []
    around = gazetteer.within(
        commune.latitude - _NEIGHBOUR_DEGREES,
        commune.longitude - _NEIGHBOUR_DEGREES,
        commune.latitude + _NEIGHBOUR_DEGREES,
        commune.longitude + _NEIGHBOUR_DEGREES,
    )
    found = []
    for other in around:
        official = normalize(other.nom)
        is_it = name in (official, without_article(official))
        if other.page_code != commune.page_code and (is_it or not is_whole):
            found += [other] if is_it or begins(name, official) else []
    exact = [other for other in found if normalize(other.nom) == name]
    return exact or found
