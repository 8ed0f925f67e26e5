"""The texts between guillemets of a hint, as a person would paste them.

A hint that proposes begins with a verb of `_VERBS`; what follows it up to the first other word is
pasted. «par exemple» and «…» show, and propose nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Verb = Literal["replace", "add", "below", "each", "remove"]

_VERBS: tuple[tuple[str, Verb], ...] = (
    ("écrivez à la ligne suivante ", "below"),
    ("écrivez une ligne pour chacun : ", "each"),
    ("écrivez seulement ", "replace"),
    ("écrivez ", "replace"),
    ("vouliez-vous dire ", "replace"),
    ("ajoutez ", "add"),
)
_REMOVED = re.compile(r"supprimez (?:la|cette) ligne\b(?! «)")
_LINK = re.compile(r"(,? ou |,? et |, puis )(?=«)")


class HintTexts(NamedTuple):
    """`choices`: what may be pasted, one of them; each is the lines or fields that go together."""

    verb: Verb
    choices: tuple[tuple[str, ...], ...]


def hint_texts(hint: str) -> HintTexts | None:
    """What a hint proposes to paste; None when it only explains."""
    if _REMOVED.match(hint):
        return HintTexts("remove", ())
    for words, verb in _VERBS:
        if hint.startswith(words + "«"):
            return _read(hint, len(words), verb)
    return None


def _read(hint: str, at: int, verb: Verb) -> HintTexts | None:
    choices: list[list[str]] = [[]]
    for link, text in _linked(hint, at):
        if "…" in text:
            return None
        if link.endswith("ou "):
            choices.append([])
        elif link.endswith("puis ") and verb == "replace":
            verb = "each"
        choices[-1].append(text)
    return HintTexts(verb, tuple(map(tuple, choices))) if all(choices) else None


def _linked(hint: str, at: int) -> Iterator[tuple[str, str]]:
    """Each text between guillemets, and the word that links it to the one before."""
    link = ""
    while True:
        end = _closing(hint, at)
        if end is None:
            return
        yield link, hint[at + 1 : end].removeprefix(" ").removesuffix(" ")
        found = _LINK.match(hint, end + 1)
        if found is None:
            return
        link, at = found[1], found.end()


def _closing(text: str, at: int) -> int | None:
    """Where the guillemet that opens at `at` closes: a value may have guillemets of its own."""
    depth = 0
    for index in range(at, len(text)):
        depth += {"«": 1, "»": -1}.get(text[index], 0)
        if depth == 0:
            return index
    last = text.rfind("»", at)  # the value has one that does not close
    return last if last > at else None
