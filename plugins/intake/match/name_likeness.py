"""Whether the names of two rows may be those of one place."""

from __future__ import annotations

from rapidfuzz import fuzz

from plugins.intake.match.profile import Profile


def names_agree(a: Profile, b: Profile, phone: bool, spot: bool) -> str:
    """ "exact", "close", "kind" (same kind, no own word on one side), or "" when they differ. With
    the same telephone, or at one address and point (`spot`), one word in common is enough."""
    shared_kind = bool((a.kinds & b.kinds) - {"bus"})
    if a.words == b.words and (a.words or shared_kind):
        return "exact"
    if shared_kind:
        if not a.words or not b.words:
            return "kind"
        return "close" if _contained(a.words, b.words) or _initials(a, b) else ""
    if not a.words or not b.words:
        return ""
    if fuzz.token_sort_ratio(a.name, b.name) >= 88:
        return "close"
    few, many = sorted((a.words, b.words), key=len)
    if _contained(few, many) and (len(few) > 1 or phone or (spot and len(min(few)) > 4)):
        return "close"
    return "close" if _initials(a, b) else ""


def is_other_name(a: Profile, b: Profile) -> bool:
    """One establishment under two names («ORDISOL», and the words that it stands for). Not two
    services of one commune, which share its SIRET, nor two sites: «PIMMS (Rillieux)»."""
    same = bool(a.pivot) and a.pivot == b.pivot and bool(a.kinds) == bool(b.kinds)
    return same and (a.words.isdisjoint(b.words) or _contained(a.words, b.words))


def _contained(a: frozenset[str], b: frozenset[str]) -> bool:
    """Every own word of the shorter name is in the longer one, slips of the keyboard allowed, and
    the initial of a first name for it: «F. Chopin»."""
    few, many = sorted((a, b), key=len)

    def is_in(word: str, others: frozenset[str]) -> bool:
        return any(
            word == other or (len(word) > 4 and fuzz.ratio(word, other) >= 80) for other in others
        )

    left = [word for word in few if not is_in(word, many)]
    spare = {word for word in many if not is_in(word, few)}
    return not left or (
        len(few) > len(left) == 1
        and any(1 in (len(left[0]), len(other)) and left[0][0] == other[0] for other in spare)
    )


def _initials(a: Profile, b: Profile) -> bool:
    """One name is the initials of the other: «TO7» and «Toulouse Ouverture 7»."""
    for short, long in ((a, b), (b, a)):
        words = long.name.split()
        for word in short.name.split():
            if 3 <= len(word) <= 6 and len(words) >= len(word):
                letters = "".join(other[0] for other in words)
                if word in letters:
                    return True
    return False
