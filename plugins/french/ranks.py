"""Ranks of a weekday in a month: 1 is the first, -1 the last."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.french.joins import join

_RANKS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième",
          -1: "dernier", -2: "avant-dernier"}  # fmt: skip
_STARTS = ("pre", "deu", "tro", "qua", "cin")


def rank(normalized: str) -> int:
    """ "premier", "1er" → 1, "second" → 2, "dernier" → -1, "avant-dernier" → -2."""
    if normalized[0].isdigit():
        return int(normalized[0])
    if normalized.startswith("second"):
        return 2
    if "avant" in normalized:
        return -2
    return _STARTS.index(normalized[:3]) + 1 if normalized[:3] in _STARTS else -1


def sort_ranks(ranks: Sequence[int]) -> tuple[int, ...]:
    """From the first to the last of a month, each once."""
    return tuple(sorted(set(ranks), key=lambda number: number % 10))


def say_ranks(ranks: Sequence[int]) -> str:
    """«le premier et le dernier»."""
    words = [_RANKS.get(number, f"{number}e") for number in ranks]
    return join([f"l'{word}" if word[0] == "a" else f"le {word}" for word in words])
