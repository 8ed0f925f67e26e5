"""A word with lost letters → the words that it may be.

Each sign of loss stands for one letter with an accent, or an apostrophe. A word is known with its
lost letters in place of all its accents: two words that lose the same are two readings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.intake.terms.term_table import TERM_FIELDS, known

LOST = "\ufffd"
_WORD = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(rf"^(l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|aujourd){LOST}(?=[aeiouyh{LOST}])")
_ENDINGS = ("s", "e", "es", "x")
Readings = dict[str, frozenset[str]]
"""Word without its accents, in small letters → the words that it may be."""


def readings_of(words: Iterable[str]) -> Readings:
    """The readings that these words are, in small letters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        if not word.isascii() and LOST not in word:
            found[_lossy(word)].add(word)
    return {key: frozenset(each) for key, each in found.items()}


def words_in(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


@cache
def national_readings(gazetteer: Gazetteer) -> Readings:
    """Words of everyday French, of the national lists and of all communes."""
    file = Path(__file__).with_name("accented-words.txt").read_text("utf-8")
    words = {word for line in file.splitlines() if line[:1] != "#" for word in line.split()}
    for field in TERM_FIELDS:
        words.update(word for term in known(field).values() for word in words_in(term.value))
    for departement in gazetteer.all_departements.values():
        words.update(words_in(departement.nom))
        for commune in gazetteer.communes_of(departement.code):
            words.update(words_in(commune.nom))
    return readings_of(words)


def read_word(word: str, sources: Iterable[Readings]) -> str:
    """The only word that a word with lost letters may be, by the first source that knows it; ""
    when there is none, or when there are several. Capitals are kept."""
    lower = word.lower()
    tables = list(sources)
    for table in tables:
        if found := _known(lower, table):
            return _capitals(word, next(iter(found))) if len(found) == 1 else ""
    elided = _ELIDED.match(lower)
    if elided:
        start, rest = word[: elided.end() - 1], word[elided.end() :]
        whole = read_word(rest, tables) if LOST in rest else rest
        return f"{start}’{whole}" if whole else ""
    return ""


def _known(word: str, table: Readings) -> frozenset[str]:
    if found := table.get(word):
        return found
    for ending in _ENDINGS:
        if word.endswith(ending) and (found := table.get(word[: -len(ending)])):
            return frozenset(each + ending for each in found)
    return table.get(word + "s", frozenset()) and frozenset(each[:-1] for each in table[word + "s"])


def _lossy(word: str) -> str:
    return "".join(char if char.isascii() else LOST for char in word)


def _capitals(word: str, reading: str) -> str:
    """The reading with the capitals of the word; a lost letter has those of its neighbours."""
    letters = [char for char in word if char != LOST]
    is_loud = len(letters) > 1 and all(char.isupper() for char in letters)
    if is_loud:
        return reading.upper()
    return "".join(
        right if left == LOST else left for left, right in zip(word, reading, strict=True)
    )
