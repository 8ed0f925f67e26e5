"""One form for a text, so that capitals, accents and kinds of spaces do not count."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {ord(sign): "'" for sign in "’ʼ´`"} | {ord(sign): "-" for sign in "‐‑‒–—―−"}


def normalize(text: str) -> str:
    """Lower case, no accents, plain dashes, spaces and apostrophes; same length as `text`."""
    if not text.isascii():
        text = "".join(
            character if character.isascii() else unicodedata.normalize("NFKD", character)[:1]
            for character in text.translate(_PLAIN)
        )
    normalized = re.sub(r"\s", " ", text).lower()
    return normalized if len(normalized) == len(text) else text  # a few letters grow when lowered
