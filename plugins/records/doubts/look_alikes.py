"""Two records that may be of one place, where points do not tell: at least one of them has none, or
an approximate one. Their names, addresses, telephones and SIRET are compared within a commune.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple, Protocol

from plugins.gazetteer import normalize
from plugins.records.phones import compact_number

LIKE = 88
"""Of a hundred: names that are one name, misspelt or in another order."""
_NEAR = 60
"""Addresses that have less in common are two addresses."""
_NUMBER = re.compile(r"\d+")
_SHORT = 2
"""Words of a name that do not tell it from another: «de», «la»."""
_MOST = 30
"""So many records of a commune that share a telephone: it is that of a switchboard."""


class Described(Protocol):
    """What is compared of a place: `entry.Entry` and `model.place.Place` both have it."""

    @property
    def id(self) -> str: ...
    @property
    def nom(self) -> str: ...
    @property
    def code_insee(self) -> str: ...
    @property
    def adresse(self) -> str | None: ...
    @property
    def telephone(self) -> tuple[str, ...]: ...
    @property
    def pivot(self) -> str | None: ...
    @property
    def distinct_de(self) -> tuple[str, ...]: ...
    @property
    def is_closed(self) -> bool: ...
    @property
    def is_approximate(self) -> bool: ...


class LookAlike(NamedTuple):
    """The record where it is said, the other, and what they share (French)."""

    id: str
    other: str
    shared: str


class _Traces(NamedTuple):
    """What two records can share, in the form under which it is equal."""

    id: str
    name: str
    address: str
    phones: frozenset[str]
    pivot: str
    is_sure: bool
    """Its point is exact."""
    distinct: frozenset[str]


def look_alikes(places: Iterable[Described], only: Collection[str] | None) -> Iterator[LookAlike]:
    """Pairs of open records of one commune that nobody says to be distinct. `only`: ids of those
    that are looked at, each compared with all; a pair is said of the one whose id comes last, or
    of the one that is looked at."""
    communes: dict[str, list[Described]] = defaultdict(list)
    unsure: set[str] = set()
    for place in places:
        if not place.is_closed:
            communes[place.code_insee].append(place)
            if place.is_approximate:
                unsure.add(place.code_insee)
    for code in sorted(unsure):
        here = sorted((_traces(place) for place in communes[code]), key=lambda each: each.id)
        for one, other in sorted(_pairs(here)):
            if shared := _shared(one, other):
                said, named = (other.id, one.id)
                if only is not None and said not in only:
                    said, named = named, said
                if only is None or said in only:
                    yield LookAlike(said, named, shared)


def are_distinct(one: Described, other: Described) -> bool:
    """Somebody says in one of the two records that they are two places."""
    return other.id in one.distinct_de or one.id in other.distinct_de


def is_one_name(one: str, other: str) -> bool:
    """Whether two names are one, misspelt or in another order."""
    return _is_one(normalize(one), normalize(other))


def _is_one(one: str, other: str) -> bool:
    """«Annexe 1» is not «Annexe 2»."""
    from rapidfuzz import fuzz  # imported late: few places are compared

    return set(_NUMBER.findall(one)) == set(_NUMBER.findall(other)) and (
        fuzz.token_sort_ratio(one, other) >= LIKE
    )


def _traces(place: Described) -> _Traces:
    return _Traces(
        place.id,
        normalize(place.nom),
        normalize(place.adresse or ""),
        frozenset(map(compact_number, place.telephone)),
        place.pivot or "",
        not place.is_approximate,
        frozenset(place.distinct_de),
    )


def _pairs(here: list[_Traces]) -> set[tuple[_Traces, _Traces]]:
    """Pairs that share something, so that a large commune takes no quadratic step."""
    groups: dict[str, list[_Traces]] = defaultdict(list)
    for each in here:
        words = sorted(w for w in each.name.split() if len(w) > _SHORT or w.isdigit())
        for key in {" ".join(words), each.address, each.pivot, *each.phones}:
            if key:
                groups[key].append(each)
    found: set[tuple[_Traces, _Traces]] = set()
    for group in groups.values():
        if len(group) <= _MOST:
            found.update(combinations(group, 2))
    return {(a, b) for a, b in found if not (a.is_sure and b.is_sure)}


def _shared(one: _Traces, other: _Traces) -> str:
    """What makes them one place perhaps: one name; one address with one telephone or one SIRET; a
    form of the name with both of these. "" when they are two."""
    from rapidfuzz import fuzz  # imported late: idem

    if other.id in one.distinct or one.id in other.distinct:
        return ""
    has_two_addresses = bool(one.address and other.address) and (
        fuzz.token_set_ratio(one.address, other.address) < _NEAR
    )
    if has_two_addresses or (one.pivot and other.pivot and one.pivot != other.pivot):
        return ""
    shared = [
        word
        for word, is_shared in (
            ("même nom", _is_one(one.name, other.name)),
            ("même adresse", bool(one.address) and one.address == other.address),
            ("même téléphone", bool(one.phones & other.phones)),
            ("même SIRET", bool(one.pivot) and one.pivot == other.pivot),
        )
        if is_shared
    ]
    if "même nom" in shared or (len(shared) > 1 and "même adresse" in shared):
        return ", ".join(shared)
    if len(shared) > 1 and fuzz.token_set_ratio(one.name, other.name) >= LIKE:
        return ", ".join(("nom proche", *shared))
    return ""
