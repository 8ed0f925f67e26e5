"""What two texts of a record differ in, line by line, in French: what `annuaire format` did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from plugins.common.diagnostic import quote

_FIELD = re.compile(r"\s*(?:- )?([^\s:]+)\s*:")


class _LineAt(NamedTuple):
    number: int
    """From 1."""
    text: str


class _LinePair(NamedTuple):
    """A line of the text before, and of the text after."""

    old: _LineAt
    new: _LineAt


def say_changes(before: str, after: str) -> list[str]:
    """A sentence for each line, or for lines that moved together, in the order of the text before;
    none where both are the same. «ligne 4 : « adresse:Rue X » devient « adresse: Rue X »»."""
    olds, news = _differing(before.splitlines(), after.splitlines())
    moved, olds, news = _paired(olds, news, lambda one, other: one.text == other.text)
    changed, olds, news = _paired(olds, news, _is_rewritten)
    said = [*_say_moved(moved)]
    for old, new in changed:
        to = f" (ligne {new.number})" if new.number != old.number else ""
        said.append((old.number, f"ligne {old.number} : {_said(old)} devient {_said(new)}{to}"))
    said += ((old.number, f"ligne {old.number} : {_said(old)} retirée") for old in olds)
    said += ((new.number, f"ligne {new.number} : {_said(new)} ajoutée") for new in news)
    if not said and before != after:
        return ["fins de lignes"]
    return [sentence for _, sentence in sorted(said)]


def _differing(before: list[str], after: list[str]) -> tuple[list[_LineAt], list[_LineAt]]:
    olds: list[_LineAt] = []
    news: list[_LineAt] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            olds += (_LineAt(number, before[number - 1]) for number in range(i + 1, j + 1))
            news += (_LineAt(number, after[number - 1]) for number in range(k + 1, m + 1))
    return olds, news


def _paired(
    olds: list[_LineAt],
    news: list[_LineAt],
    is_same: Callable[[_LineAt, _LineAt], bool],
) -> tuple[list[_LinePair], list[_LineAt], list[_LineAt]]:
    """Lines that are one, and those left on both sides."""
    pairs: list[_LinePair] = []
    left = list(news)
    for old in olds:
        new = next((each for each in left if is_same(old, each)), None)
        if new is not None and old.text.strip():
            pairs.append(_LinePair(old, new))
            left.remove(new)
    told = {pair.old for pair in pairs}
    return pairs, [old for old in olds if old not in told], left


def _is_rewritten(old: _LineAt, new: _LineAt) -> bool:
    """The same field, or the same words in other signs."""
    fields = _FIELD.match(old.text), _FIELD.match(new.text)
    if fields[0] and fields[1]:
        return fields[0][1].strip("\"'") == fields[1][1].strip("\"'")
    return _words(old.text) == _words(new.text)


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _say_moved(pairs: Iterable[_LinePair]) -> Iterator[tuple[int, str]]:
    """Those that are one below the other, before and after, together."""
    ordered = enumerate(sorted(pairs))
    for _, group in groupby(ordered, lambda item: _offsets(*item)):
        together = [pair for _, pair in group]
        (old, new), (last, _) = together[0], together[-1]
        if len(together) == 1:
            lines, moved = f"ligne {old.number} : {_said(old)}", "déplacée"
        else:
            lines = f"lignes {old.number} à {last.number} : {_said(old)} et la suite,"
            moved = "déplacées"
        yield old.number, f"{lines} {moved} à la ligne {new.number}"


def _offsets(rank: int, pair: _LinePair) -> tuple[int, int]:
    return pair.old.number - rank, pair.new.number - rank


def _said(line: _LineAt) -> str:
    return quote(line.text.strip()) if line.text.strip() else "vide"
