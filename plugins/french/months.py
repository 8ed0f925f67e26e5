"""Months of the year, 1 to 12."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.french.normalization import normalize

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
NORMALIZED_MONTHS = tuple(normalize(month) for month in MONTHS)
MONTH_STARTS = (
    "janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec",
)  # fmt: skip
"""The letters by which tables that cut the names of months are read, without accents."""
OSM_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read_month(normalized: str) -> int:
    """ "fevr." → 2. Raises StopIteration when it is the beginning of no month."""
    start = normalized.rstrip(".")
    return next(n for n, name in enumerate(NORMALIZED_MONTHS, 1) if name.startswith(start))


def month_that_starts(normalized: str) -> int:
    """The number of the month that a word begins like, in full or cut: "juillet", "juil"; 0 for a
    word that is none."""
    starts = enumerate(MONTH_STARTS, 1)
    return next((number for number, start in starts if normalized.startswith(start)), 0)


def of(words: str) -> str:
    """«d'août», «de mars 2026»: `words` begin with the name of a month."""
    return f"d'{words}" if words[0] in "ao" else f"de {words}"


def runs_of_months(months: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of months that follow one another, over the New Year too:
    {1, 2, 5, 12} → [(5, 5), (12, 2)]. All twelve are (1, 12)."""
    all_of_them = set(months)
    if len(all_of_them) == len(MONTHS):
        return [(1, 12)]
    runs = []
    for first in sorted(all_of_them):
        if (first - 2) % 12 + 1 in all_of_them:
            continue
        last = first
        while last % 12 + 1 in all_of_them:
            last = last % 12 + 1
        runs.append((first, last))
    return runs
