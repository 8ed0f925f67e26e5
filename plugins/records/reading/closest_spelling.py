"""The valid word nearest to what somebody typed: «Gratuits» → «Gratuit»."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

MIN_LIKENESS = 72


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like `word`, accents and case aside; None when none comes near."""
    from rapidfuzz import fuzz, process  # imported late: a record without fault needs no neighbour

    found = process.extractOne(
        word, list(choices), scorer=fuzz.ratio, processor=_plain, score_cutoff=MIN_LIKENESS
    )
    return found[0] if found else None


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if c.isalnum())
