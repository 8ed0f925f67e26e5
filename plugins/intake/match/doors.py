"""Whether two addresses are two doors: another street, or another number of one street.

Spellings of one street are not two: «32 rue des Jumeaux», «Atelier TA – 32 r. des Jumeaux». Where
an address names no street («Le Bourg», «Salle des fêtes»), nothing tells that it is another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from plugins.french.months import NORMALIZED_MONTHS
from plugins.gazetteer import normalize
from plugins.intake.read.letter_case import STREET_ABBREVIATIONS

_KINDS = frozenset(
    """allee avenue boulevard chemin cours esplanade faubourg impasse montee parvis passage place
    promenade quai route rue ruelle sentier square voie""".split()
)
_OTHER_WAYS = {
    "r": "rue", "boul": "boulevard", "placette": "place", "allees": "allee",
    "cheminement": "chemin", "venelle": "ruelle", "cote": "montee", "rond": "rond point",
}  # fmt: skip
_WAYS = {
    **{kind: kind for kind in _KINDS},
    **_OTHER_WAYS,
    **{
        short.lower(): kind
        for short, way in STREET_ABBREVIATIONS.items()
        if (kind := normalize(way)) in _KINDS
    },
}
"""Folded word of an address → the kind of street that it says."""
_ONE = r"(\d{1,4})(?: ?(bis|ter|quater|quinquies|[a-h])(?! [a-z]?\d))?\b"
_HOUSE = re.compile(
    rf"(?:^(?:n |no |numero )?|(?<= )){_ONE}(?: (?:a |et |ou )?{_ONE})?"
    rf"(?! (?:{'|'.join(NORMALIZED_MONTHS)})\b)(?= (?P<word>[a-z]+))"
)
_SMALL = frozenset("a au aux d de des du en et l la le les sur sous bis ter quater".split())
_TITLES = frozenset("cdt cne col dr gal lt mal mgr pdt pr pres".split())
_LIKE = 85


@dataclass(frozen=True)
class Door:
    """One address, read: «5-9 bis rue des Papetiers» is numbers 5 to 9 bis of a «rue»."""

    numbers: frozenset[str]
    """«5», «9 bis»; of a range, those of its side of the street too."""
    ways: frozenset[str]
    words: tuple[str, ...]
    """The street's own words, in order."""


@lru_cache(maxsize=1 << 14)
def read_door(address: str) -> Door:
    """An address as typed; a door without numbers, ways nor words when it says none."""
    folded = normalize(address)
    numbers: frozenset[str] = frozenset()
    for found in _HOUSE.finditer(folded):
        if found.start() == 0 or found["word"] in _WAYS:
            numbers = _numbers(found, found.start() == 0)
            folded = folded[: found.start()] + folded[found.end() :]
            break
    words = [word for word in folded.split() if word not in _SMALL]
    return Door(
        numbers,
        frozenset(_WAYS[word] for word in words if word in _WAYS),
        tuple(word for word in words if word not in _WAYS),
    )


def are_two_doors(first: str, second: str) -> bool:
    """Whether two addresses as typed are of two streets, or of two numbers of one."""
    a, b = read_door(first), read_door(second)
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return True
    if not (a.ways and b.ways):
        return False  # «Le Bourg»: nothing says that it is not that street
    if not _are_like(a, b):
        return True
    # «12 place du Château» and «12 rue du Château»: one door, badly copied.
    return a.ways.isdisjoint(b.ways) and not (a.numbers and b.numbers and a.words)


def _are_like(a: Door, b: Door) -> bool:
    """Whether the words of two streets may be spellings of one: «Frédéric Chopin», «F. Chopin»."""
    if not a.words or not b.words:
        return a.words == b.words
    if fuzz.token_sort_ratio(" ".join(a.words), " ".join(b.words)) >= _LIKE:
        return True
    if fuzz.ratio("".join(a.words), "".join(b.words)) >= _LIKE:
        return True
    few, many = sorted((a.words, b.words), key=len)
    left = [word for word in few if not _is_in(word, many)]
    at_one_number = bool(a.numbers and b.numbers)
    if len(left) < len(few) and all(at_one_number and len(word) <= 3 for word in left):
        return True
    return _last_agree(a, b)


def _last_agree(a: Door, b: Door) -> bool:
    """Of a street called after somebody, first names and titles may be cut: «du Gal Leclerc»."""
    cut = any(len(word) == 1 or word in _TITLES for word in (*a.words, *b.words))
    return cut and fuzz.ratio(a.words[-1], b.words[-1]) >= _LIKE


def _is_in(word: str, others: tuple[str, ...]) -> bool:
    return any(word == other or fuzz.ratio(word, other) >= _LIKE for other in others)


def _numbers(found: re.Match[str], is_first: bool) -> frozenset[str]:
    first, last = found[1], found[3] or ""
    if last and not is_first:  # «Résidence 4, 12 rue du Lac»
        return frozenset({_number(last, found[4])})
    if not int(first):
        return frozenset()
    numbers = {_number(first, found[2])}
    if last:
        numbers.add(_number(last, found[4]))
        if 0 < int(last) - int(first) <= 40:
            numbers |= {str(number) for number in range(int(first), int(last) + 1, 2)}
    return frozenset(numbers)


def _number(digits: str, letter: str | None) -> str:
    return f"{int(digits)} {letter}" if letter else str(int(digits))
