"""Whether two rows are the same real place, and why.

Two rows of one commune are the same place when their names agree (same kind of place, no own word
that contradicts) *and* something of the ground does: street and number, point, telephone, SIRET.
Neither alone is enough: a town hall and its library share an address, a telephone and a SIRET; a
list geocoded to the street gives ten places the same point.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from plugins.gazetteer import distance_km
from plugins.intake.match.doors import are_two_doors
from plugins.intake.match.name_likeness import is_other_name, names_agree
from plugins.intake.match.one_list import (
    are_called_alike,
    is_elsewhere,
    is_point_shared,
    said_twice,
)
from plugins.intake.match.profile import ONE_A_TOWN, Profile
from plugins.intake.match.verdict import DIFFERENT, Verdict

_SAME_SPOT_KM = 0.1
_SAME_STREET_KM = 0.3
_SAME_AREA_KM = 0.5
_SAME_TOWN_KM = 1.5
_CROWD = 60
"""A block shared by more rows than this (a whole list geocoded to one point) says nothing."""


_HOST_KM = 0.1
_ROUND_THE_CORNER_KM = 0.15
_ACTIVITIES = frozenset({"epn", "tl", "fablab"})
"""Kinds that a house is, besides what else it is: a youth club with computers is one place."""


def compare(a: Profile, b: Profile) -> Verdict:
    """Judge two rows of the same commune."""
    verdict = _judge(a, b)
    if verdict.same and stand_apart(a, b):
        why = verdict.why.replace("même adresse", "même rue")  # «1» and «1 bis»
        return Verdict(False, 0, f"{why}, mais deux adresses", perhaps=True)
    is_by_point = is_point_shared(a, b) and not _judge(a, b, by_point=False).same
    if verdict.same and is_by_point and not moved(a, b):
        why = f"{verdict.why}, mais ce point a plusieurs adresses"
        return Verdict(False, 0, why, perhaps=True)
    return verdict


def stand_apart(a: Profile, b: Profile) -> bool:
    """Whether two rows have two doors, and nothing tells that they are one place all the same."""
    two = are_two_doors(a.address, b.address) or is_elsewhere(a, b)
    return two and not moved(a, b)


def moved(a: Profile, b: Profile) -> bool:
    """Whether two rows are one place whatever their addresses: a name of its own, or of a kind that
    a commune has once, with its telephone, its mail or its SIRET. A desk France services is known
    by its telephone and its mail, or by its telephone a few doors away."""
    phone, mail = bool(a.phones & b.phones), bool(a.mails & b.mails)
    if not (phone or mail or (a.pivot and a.pivot == b.pivot)):
        return False
    if a.kinds & b.kinds & ONE_A_TOWN:
        return True
    if a.words and b.words and names_agree(a, b, phone=True, spot=True):
        return True
    km = _distance(a, b)
    if "fs" in a.kinds & b.kinds and phone and km is not None and km <= _ROUND_THE_CORNER_KM:
        return True
    return "fs" in a.kinds | b.kinds and phone and mail


def tells_apart(a: Profile, b: Profile) -> bool:
    """Whether two rows cannot be of one place, whatever a third one has in common with each."""
    twice = are_called_alike(a, b) and compare(a, b)
    two = are_two_doors(a.address, b.address) or is_elsewhere(a, b)
    return two or bool(twice and twice.perhaps)


def _judge(a: Profile, b: Profile, *, by_point: bool = True) -> Verdict:
    """As if two addresses were no matter. `by_point`: two points that are near confirm."""
    if a.official and b.official:
        return DIFFERENT
    if ("bus" in a.kinds) != ("bus" in b.kinds):
        return DIFFERENT
    km = _distance(a, b)
    if are_called_alike(a, b):
        twice = said_twice(a, b, km, is_same_address=_same_address(a, b, km))
        if twice is not None:
            return twice
    if a.kinds and b.kinds and not (a.kinds & b.kinds) - {"bus"} and a.kinds != b.kinds:
        return _desk_and_house(a, b, km)
    address = _same_address(a, b, km)
    phone = bool(a.phones & b.phones)
    # Without any street, a point is often the middle of a street or of a town that many share.
    near = km is not None and km <= _SAME_SPOT_KM and bool(a.street or b.street)
    near = near and by_point
    ground = [
        word
        for word, holds in (
            ("même adresse", address),
            ("même téléphone", phone),
            (f"à {(km or 0) * 1000:.0f} m", near and not address),
        )
        if holds
    ]
    other_phone = bool(a.phones and b.phones) and not phone
    spot = address and km is not None and km <= _HOST_KM / 2 and not other_phone
    agree = names_agree(a, b, phone, spot)
    if not agree and address and is_other_name(a, b):
        return Verdict(True, 60, "même SIRET, même adresse")
    if not _enough(a, b, km, address, phone, near, agree):
        return _desk_and_house(a, b, km) if bool(a.kinds) != bool(b.kinds) else DIFFERENT
    if not ground:
        ground = [f"à {km * 1000:.0f} m" if km is not None else "seul de ce nom dans la commune"]
    told = {"exact": "même nom", "close": "nom proche", "kind": "même sorte de lieu"}[
        agree or "kind"
    ]
    score = 10 * len(ground) + {"exact": 9, "close": 5}.get(agree, 0)
    return Verdict(True, score, ", ".join([told, *ground]))


def _desk_and_house(a: Profile, b: Profile, km: float | None) -> Verdict:
    """Two kinds at one address: a France services desk and the house that has it. They are one
    place when a name or the address says so, or the label of the house with its telephone, or a
    common mail with it; else a person is asked, if nothing contradicts it."""
    address = _same_address(a, b, km)
    phone = bool(a.phones & b.phones)
    near = km is not None and km <= _HOST_KM
    if not (address or (near and phone)):
        return DIFFERENT
    for desk, house in ((a, b), (b, a)):
        named = len(house.words) > 1 and house.words <= desk.beside
        if "fs" in desk.kinds and address and named:
            return Verdict(True, 62, "même adresse, nommé dans le complément d'adresse")
        activity = bool(desk.kinds) and desk.kinds <= house.types & _ACTIVITIES
        if activity and address and near and desk.words <= house.words:
            return Verdict(True, 61, "même adresse, même sorte de lieu")
    fs = ("fs" in a.kinds) != ("fs" in b.kinds) and "bib" not in a.kinds | b.kinds
    if not fs:
        return DIFFERENT
    house = b if "fs" in a.kinds else a
    shared = a.words & b.words
    if phone and len(shared) > 1 and shared == house.words:
        return Verdict(True, 63, "nom proche, même téléphone, au même endroit")
    if (a.phones and b.phones and not phone) or "bus" in a.kinds:
        return DIFFERENT
    mail = bool(a.mails & b.mails)
    if address and phone and (house.has_desk or mail):
        told = "même courriel" if mail else "dit France services"
        return Verdict(True, 64, f"même adresse, même téléphone, {told}")
    door = bool(a.numbers & b.numbers) and km is not None and km <= _HOST_KM / 2
    if address and door and house.has_desk and not house.kinds:
        return Verdict(True, 59, "même adresse, dit France services et rien d'autre")
    shown = (("même adresse", address), ("même téléphone", phone))
    why = ", ".join(word for word, holds in shown if holds)
    return Verdict(False, 0, why, perhaps=True)


def _enough(
    a: Profile, b: Profile, km: float | None, address: bool, phone: bool, near: bool, agree: str
) -> bool:
    """Is there enough on the ground to believe that the names speak of one place?"""

    def within(limit: float) -> bool:
        return km is not None and km <= limit

    own = bool(a.kinds - _ACTIVITIES), bool(b.kinds - _ACTIVITIES)
    if own[0] != own[1] and not a.kinds & b.kinds:
        # A library and «Espace Jean Moulin», its neighbour.
        beside = (address or phone) and within(_SAME_AREA_KM)
        return phone if agree == "close" else agree == "exact" and beside
    other_phone = bool(a.phones and b.phones) and not phone
    # A row without an address stands where its town, or a street, is thought to be.
    one_street = bool(a.street) != bool(b.street) and "bus" not in a.kinds and not other_phone
    if agree and one_street and len(a.words & b.words) > 1 and within(_SAME_TOWN_KM):
        return True
    if a.list_name and a.list_name == b.list_name:
        # One list seldom gives one place twice: name and spot must both be the same.
        spot = address or (near and within(0.03))
        told = phone or (address and bool(a.kinds & b.kinds & _ACTIVITIES))
        return spot and (agree in ("exact", "close") or (bool(agree) and told))
    if "bus" in a.kinds & b.kinds:  # two stops in one commune are two places
        return (bool(agree) and (address or within(0.05))) or (
            agree == "exact" and bool(a.words) and within(_SAME_STREET_KM)
        )
    if "fs" in a.kinds & b.kinds:
        if address or near or (phone and within(_SAME_TOWN_KM)):
            return True
        return bool(agree) and within(_SAME_AREA_KM) and not other_phone
    if not agree:
        return False
    if address or near or (phone and within(_SAME_AREA_KM)):
        return True
    if agree != "exact":
        return False
    without_street = not (a.street and b.street)
    # «La Poste» in two streets of one quarter: a name that says only a kind that towns have twice.
    only_kind = not (a.words or without_street or a.street == b.street or a.kinds & ONE_A_TOWN)
    if within(_ROUND_THE_CORNER_KM if only_kind else _SAME_STREET_KM):
        return True
    return without_street and (km is None or (within(_SAME_TOWN_KM) and bool(a.words)))


def _distance(a: Profile, b: Profile) -> float | None:
    if a.point is None or b.point is None:
        return None
    return distance_km(*a.point, *b.point)


def _same_address(a: Profile, b: Profile, km: float | None) -> bool:
    if not (a.street and b.street) or fuzz.token_sort_ratio(a.street, b.street) < 85:
        return False
    if a.numbers and b.numbers:
        return bool(a.numbers & b.numbers)
    return not (a.numbers or b.numbers) or (km is not None and km <= _SAME_STREET_KM)


def _rank(profile: Profile) -> tuple[str, ...]:
    """What puts the rows of one place side by side."""
    return profile.list_name, profile.address.lower(), *sorted(profile.phones)


class Link(NamedTuple):
    """Members `first` and `second` (positions in the list given) are one place."""

    first: int
    second: int
    verdict: Verdict


def links(profiles: Sequence[Profile]) -> list[Link]:
    """All pairs of one commune that are the same place, surest first, then those that may be.

    Only members that share a block (word, telephone, street, point…) are compared, so a city with
    thousands of places costs little more than a village.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, profile in enumerate(profiles):
        for block in profile.blocks():
            blocks[block].append(position)
    pairs: set[tuple[int, int]] = set()
    for block, members in blocks.items():
        if len(members) <= _CROWD:
            pairs.update(combinations(members, 2))
        elif block.startswith("n:"):  # a row for each service of a large place
            alike = sorted(members, key=lambda at: (_rank(profiles[at]), at))
            pairs.update((min(pair), max(pair)) for pair in pairwise(alike))
    found = []
    for first, second in pairs:
        verdict = compare(profiles[first], profiles[second])
        if verdict.same or verdict.perhaps:
            found.append(Link(first, second, verdict))
    return sorted(found, key=lambda link: (-link.verdict.score, link.first, link.second))
