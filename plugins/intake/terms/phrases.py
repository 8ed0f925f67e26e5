"""Known values inside a sentence: «L'espace multimédia dispose d'une zone wifi»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from plugins.intake.terms.folding import NEGATIONS
from plugins.intake.terms.term_table import Term, TermField, known

READ_INSIDE: frozenset[TermField] = frozenset({"services", "equipements"})
"""Fields whose sentences are searched. A price or a public is never worked out of one."""
_ALONE: Mapping[str, frozenset[str]] = {
    "services": frozenset(
        "bureautique cybersecurite fablab parentalite prototypage robotique wifi".split()
    ),
    "equipements": frozenset("imprimante ordinateur scanner wifi".split()),
}
"""Single words that mean the same in any sentence; the others need their whole cell."""
_AMBIGUOUS = frozenset(("equipement informatique", "materiel informatique", "emploi formation"))
"""What is repaired, collected or sold is not lent: these need their whole cell too."""
_SHORT = 3
"""Words up to this length say nothing of their own."""
_NEUTRAL = frozenset(
    "accompagnement acce action activite aide animation atelier dan etc formation informatique "
    "ligne notamment numerique permanence pour seance service".split()
)
"""Folded words that add nothing to what stands beside them."""


class Inside(NamedTuple):
    """What was found in a sentence."""

    terms: tuple[Term, ...]
    is_whole: bool
    """Nothing else is said."""


def find_inside(field: TermField, folded: str) -> Inside | None:
    """The known values in a folded sentence, longest first at each word; None when there is none,
    or when the sentence says «sans», «pas», «sauf»…"""
    if field not in READ_INSIDE:
        return None
    words = folded.split()
    phrases = _phrases(field)
    found: dict[str, Term] = {}
    left: list[str] = []
    at = 0
    while at < len(words):
        for phrase in phrases.get(words[at], ()):
            if words[at : at + len(phrase)] == list(phrase):
                term = known(field)[" ".join(phrase)]
                if term.meanings:
                    found.setdefault(term.value, term)
                else:
                    left += phrase
                at += len(phrase)
                break
        else:
            left.append(words[at])
            at += 1
    if not found or not NEGATIONS.isdisjoint(left):
        return None
    is_whole = all(len(word) <= _SHORT or word in _NEUTRAL for word in left)
    return Inside(tuple(found.values()), is_whole)


@cache
def _phrases(field: TermField) -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases that begin with it, longest first."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for folded in known(field):
        words = tuple(folded.split())
        is_sure = len(words) > 1 or folded in _ALONE[field]
        if is_sure and folded not in _AMBIGUOUS:
            found[words[0]].append(words)
    for phrases in found.values():
        phrases.sort(key=len, reverse=True)
    return found
