"""Lists of phrases in the code: several words each, so that spaces do not tell them apart."""

from __future__ import annotations

import re


def phrase_list(text: str) -> frozenset[str]:
    """The phrases of a text, set apart by bars and ends of lines."""
    return frozenset(filter(None, map(str.strip, re.split(r"[|\n]", text))))
