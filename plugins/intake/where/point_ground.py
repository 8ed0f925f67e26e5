"""Which points are those of one place: not the middle of a town, where a list puts all its hamlets.

A point that a list gives to addresses that contradict each other confirms nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from plugins.gazetteer import Commune, normalize
from plugins.intake.match.candidate import Candidate, text_of
from plugins.intake.match.doors import are_two_doors, read_door

_LIKE = 85
_MOST_COMPARED = 20
"""Addresses of one point: more are compared no further, so that a whole list costs little."""


def locality(address: str, commune: Commune, nom: str) -> frozenset[str]:
    """The own words of an address: without numbers, kinds of streets, the commune's name; nor the
    words that lost a letter («?»). None of one that only says again the name of the place."""
    return _own_words(address, commune.nom, nom)


@lru_cache(maxsize=1 << 15)  # of a row, then of what it is compared by
def _own_words(address: str, town: str, nom: str) -> frozenset[str]:
    left = " ".join(word for word in address.split() if "?" not in word)
    own = set(normalize(town).split())
    words = frozenset(word for word in read_door(left).words if word not in own)
    return frozenset() if words <= set(normalize(nom).split()) else words


def share_no_word(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether two localities are both said, and no word of one may be a spelling of the other's."""
    first, second = tuple(first), tuple(second)
    return (
        bool(first and second)
        and not any(fuzz.ratio(a, b) >= _LIKE for a in first for b in second)
        and fuzz.ratio("".join(first), "".join(second)) < _LIKE
    )


def shared_points(candidates: Iterable[Candidate]) -> frozenset[str]:
    """Points, as `point_key` says them, that one list gives to addresses of several places."""
    found: defaultdict[tuple[str, str], dict[str, frozenset[str]]] = defaultdict(dict)
    for candidate in candidates:
        fields = candidate.fields
        point = point_key(text_of(fields, "latitude"), text_of(fields, "longitude"))
        address = text_of(fields, "adresse")
        if point and address:
            words = locality(address, candidate.commune, text_of(fields, "nom"))
            found[candidate.origin.stem, point].setdefault(address, words)
    return frozenset(point for (_, point), addresses in found.items() if _are_several(addresses))


def point_key(latitude: str, longitude: str) -> str:
    """One text a point, however many zeros end it; "" for none."""
    try:
        return f"{float(latitude)},{float(longitude)}"
    except ValueError:
        return ""


def _are_several(addresses: dict[str, frozenset[str]]) -> bool:
    compared = combinations(sorted(addresses)[:_MOST_COMPARED], 2)
    return any(
        are_two_doors(a, b) or share_no_word(addresses[a], addresses[b]) for a, b in compared
    )
