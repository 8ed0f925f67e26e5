"""Why a row is in the record that it is in: what it has in common with one other row, or with the
record itself; never what two others have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plugins.french.distances import say_kilometres
from plugins.gazetteer import distance_km
from plugins.intake.match.candidate import Candidate
from plugins.intake.match.profile import Profile
from plugins.intake.match.same_place import compare


class Reason(NamedTuple):
    """`why` is French, "" for the row that makes the record; `with_row` is the row that it speaks
    of, None for a record."""

    why: str = ""
    with_row: int | None = None


class Member(NamedTuple):
    """A row of a place, or what its record says (`candidate` is None)."""

    profile: Profile
    candidate: Candidate | None
    nom: str


def reason_of(member: Member, others: Sequence[Member], place: str | None) -> Reason:
    """Why `member` is of the place of `others`, which are in the order of authority: the first one
    if they agree, else the one that agrees best."""
    best: tuple[int, Member, str] | None = None
    for other in others:
        verdict = compare(member.profile, other.profile)
        if verdict.same and (best is None or verdict.score > best[0]):
            best = verdict.score, other, verdict.why
            if other is others[0]:
                break
    if best is None:
        return Reason()
    _, other, why = best
    if other.candidate is None:
        with_row, named = None, f"la fiche {place} (« {other.nom} »)"
    else:
        with_row = other.candidate.row
        named = f"« {other.nom} » (ligne {with_row})"
    return Reason(f"{why}{_far(member, other, why)} : « {member.nom} » et {named}", with_row)


def _far(member: Member, other: Member, why: str) -> str:
    a, b = member.profile.point, other.profile.point
    if a is None or b is None or " à " in why:
        return ""
    km = distance_km(*a, *b)
    if km < 0.01:
        return "" if "même point" in why else ", au même point"
    return f", à {km * 1000:.0f} m" if km < 1 else f", à {say_kilometres(km)}"
