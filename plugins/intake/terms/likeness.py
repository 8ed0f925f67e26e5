"""A value that is nearly a known one: cut short, misspelt, or without its accented letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from rapidfuzz import fuzz, process

from plugins.intake.terms.folding import LITTLE, LOST, fold, polarity
from plugins.intake.terms.term_table import Term, TermField, known

NEVER_GUESSED: frozenset[TermField] = frozenset(
    {"frais_a_charge", "publics_specifiquement_adresses", "accessibilite"}
)
"""A price, a public, an entrance must be spelt nearly whole."""
_CUT_SHORT = 16
"""Letters from which the beginning of a value may stand for it: forms cut at 32 signs."""
_CUT_BY_FORMS = range(28, 33)
"""Letters at which forms cut the names of choices: a public or a price is told by such a beginning
only, as a shorter one may be a value of its own."""
_LIKE, _VERY_LIKE = 90, 94
"""Shares of letters, in percent."""
_APART = 4
"""What means otherwise must be less like by this much."""


def nearly(field: TermField, text: str) -> Term | None:
    """The one known value that a text must be; None when two could be, or when one of «sans»,
    «non», «16»… stands in one of them only."""
    wanted = fold(text)
    if LOST in wanted:
        return _one(_with_lost_letters(field, wanted))
    if len(wanted) < 8:
        return None
    is_strict = field in NEVER_GUESSED
    is_form = field != "accessibilite" and len(text.strip()) in _CUT_BY_FORMS
    is_cut = is_form or not is_strict
    begun = _without_rest(wanted) if is_form else wanted
    if len(begun) >= _CUT_SHORT and is_cut and (found := _one(_begun(field, begun))):
        return found
    if is_strict and len(wanted) < 12:
        return None
    return _alike(field, wanted, _VERY_LIKE if is_strict else _LIKE)


def with_letters(field: TermField, folded: str) -> str:
    """A folded text whose lost letters are found again, where one word of the tables fits."""
    if LOST not in folded:
        return folded
    words = [word for word in folded.split() if word != LOST]
    return " ".join(_one_word(field, word) if LOST in word else word for word in words)


def _without_rest(wanted: str) -> str:
    """«prendre main smartphone» of «… o»: what a cut leaves of «ou» is no word, and none is told
    with it."""
    words, _, last = wanted.rpartition(" ")
    return words if any(little.startswith(last) for little in LITTLE) else wanted


def _one_word(field: TermField, word: str) -> str:
    pattern = re.compile(re.escape(word).replace(re.escape(LOST), "[a-z]?"))
    found = [each for each in _words(field) if pattern.fullmatch(each)]
    return found[0] if len(found) == 1 else word


@cache
def _words(field: TermField) -> frozenset[str]:
    return frozenset(word for key in known(field) for word in key.split())


def _alike(field: TermField, wanted: str, cutoff: int) -> Term | None:
    signs = polarity(wanted)
    near = process.extract(wanted, _keys(field), scorer=fuzz.ratio, score_cutoff=cutoff - _APART)
    like = [(score, key) for key, score, _ in near]
    if not like or like[0][0] < cutoff:
        return None
    close = [known(field)[key] for score, key in like if score > like[0][0] - _APART]
    best = known(field)[like[0][1]]
    if polarity(like[0][1]) != signs or _one(close) is None:
        return None
    return best


def _with_lost_letters(field: TermField, wanted: str) -> list[Term]:
    """Each lost letter may have been any, or the end of a plural."""
    pattern = re.compile(re.escape(wanted).replace(re.escape(LOST), "[a-z]?"))
    return [each for key, each in known(field).items() if pattern.fullmatch(key)]


def _one(found: Iterable[Term]) -> Term | None:
    """The first of several when all of them mean the same."""
    listed = list(found)
    meant = {(each.meanings, each.is_understood) for each in listed}
    return listed[0] if len(meant) == 1 else None


def _begun(field: TermField, wanted: str) -> Iterator[Term]:
    """The known values that begin so."""
    keys = _keys(field)
    for key in islice(keys, bisect_left(keys, wanted), None):
        if not key.startswith(wanted):
            return
        yield known(field)[key]


@cache
def _keys(field: TermField) -> list[str]:
    return sorted(known(field))
