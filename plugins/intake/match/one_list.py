"""Two rows of one list that say the same place: a list that has one row a service.

They write its name alike, in one commune, and nothing else that they say contradicts it: neither
the street, nor the point, the telephone, the SIRET, the hours. A street is not needed. What the
name alone cannot tell («La Poste», twice in a city) needs one fact in common.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from plugins.intake.match.doors import are_two_doors, read_door
from plugins.intake.match.profile import Profile
from plugins.intake.match.verdict import Verdict
from plugins.intake.where.point_ground import share_no_word

_LIKE = 85
_SAME_SPOT_KM = 0.03
_SAME_STREET_KM = 0.3
_SAME_TOWN_KM = 1.5
"""A row without a street stands where its town is thought to be."""


def are_called_alike(a: Profile, b: Profile) -> bool:
    """Whether two rows are of one list, which gives them one name."""
    return bool(a.list_name) and a.list_name == b.list_name and a.called == b.called


def is_elsewhere(a: Profile, b: Profile) -> bool:
    """Whether two rows of one list write addresses that have no word in common."""
    is_one_list = bool(a.list_name) and a.list_name == b.list_name
    return is_one_list and share_no_word(a.locality, b.locality)


def is_point_shared(a: Profile, b: Profile) -> bool:
    """Whether two rows have one point, which says nothing: that of several addresses."""
    return a.point == b.point and (a.has_shared_point or b.has_shared_point)


def said_twice(
    a: Profile, b: Profile, km: float | None, *, is_same_address: bool
) -> Verdict | None:
    """Of two rows that are called alike: one place, or perhaps one; None when this rule has nothing
    to say of them. `km`: between their points, when both have one."""
    if "bus" in a.kinds | b.kinds or are_two_doors(a.address, b.address):
        return None
    is_same_address = is_same_address or _are_written_alike(a.address, b.address)
    is_same_spot = (
        km is not None
        and km <= _SAME_SPOT_KM
        and bool(a.street or b.street)
        and not is_elsewhere(a, b)
        and not is_point_shared(a, b)
    )
    if not is_same_address and not _is_near(a, b, km):
        return None
    ground = _ground(a, b, is_same_address, is_same_spot)
    if against := _contradictions(a, b, is_same_address or is_same_spot):
        return Verdict(False, 0, f"même nom, mais {', '.join(against)}", perhaps=True)
    if not ground and not (a.stands_alone and b.stands_alone):
        return Verdict(False, 0, "même nom, sans autre fait en commun", perhaps=True)
    return Verdict(True, 10 * len(ground) + 9, ", ".join(["même nom", *ground]))


def _are_written_alike(first: str, second: str) -> bool:
    """«Rue des Sables» twice, in a commune whose name leaves no word of it to compare."""
    door = read_door(first)
    return bool(door.words) and door == read_door(second)


def _are_like(first: str, second: str) -> bool:
    return bool(fuzz.token_set_ratio(first, second) >= _LIKE)


def _ground(a: Profile, b: Profile, is_same_address: bool, is_same_spot: bool) -> list[str]:
    facts = (
        ("même adresse", is_same_address),
        ("même téléphone", bool(a.phones & b.phones)),
        ("même courriel", bool(a.mails & b.mails)),
        ("même SIRET", bool(a.pivot) and a.pivot == b.pivot),
        ("mêmes horaires", bool(a.hours) and a.hours == b.hours),
        ("même point", is_same_spot and not is_same_address),
    )
    return [told for told, holds in facts if holds]


def _contradictions(a: Profile, b: Profile, is_same_spot: bool) -> list[str]:
    said = dict(b.hours)
    is_same_phone = bool(a.phones & b.phones)
    phones = bool(a.phones and b.phones) and not is_same_phone
    pivots = bool(a.pivot and b.pivot) and a.pivot != b.pivot
    if is_same_spot:  # one door and one name: two desks, or two services of one
        return ["deux téléphones", "deux SIRET"] if phones and pivots else []
    streets = bool(a.address and b.address) and not _are_like(a.street, b.street)
    streets = streets or is_elsewhere(a, b)
    hours = not is_same_phone and any(said.get(day, told) != told for day, told in a.hours)
    facts = (
        ("deux adresses", streets),
        ("deux téléphones", phones),
        ("deux SIRET", pivots),
        ("deux horaires", hours),
    )
    return [told for told, holds in facts if holds]


def _is_near(a: Profile, b: Profile, km: float | None) -> bool:
    """Whether the points do not contradict."""
    if km is None:
        return True
    return km <= (_SAME_TOWN_KM if bool(a.street) != bool(b.street) else _SAME_STREET_KM)
