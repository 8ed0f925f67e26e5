"""One form for a text, so that capitals, accents and kinds of spaces do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


class _Folded(dict[int, str]):
    """Character → what stands for it; learnt as texts come, so that a text is folded at once."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFKD", chr(code))[:1]
        return self[code]


_FOLDED = _Folded(
    {ord(sign): "'" for sign in "’ʼ´`"} | {ord(sign): "-" for sign in "‐‑‒–—―−"}
    | {code: chr(code) for code in range(128) if chr(code) not in "´`"}
)  # fmt: skip


_SPACE = re.compile(r"\s")


@lru_cache(maxsize=1 << 13)
def normalize(text: str) -> str:
    """Lower case, no accents, plain dashes, spaces and apostrophes; same length as `text`."""
    if not text.isascii():
        text = text.translate(_FOLDED)
    # Of all kinds of spaces only the plain one is printable.
    normalized = (text if text.isprintable() else _SPACE.sub(" ", text)).lower()
    return normalized if len(normalized) == len(text) else text  # a few letters grow when lowered
