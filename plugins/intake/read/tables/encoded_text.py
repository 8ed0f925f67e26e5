"""The text of a file whose encoding nobody says."""

from __future__ import annotations

import re
import unicodedata

_OTHERS = ("cp1252", "mac_roman", "cp850")
"""What French spreadsheets write without Unicode: on Windows, on a Mac, and long ago."""
_FRENCH = frozenset("àâçèéêëîïôùûüœÀÂÇÈÉÊËÎÏÔÙÛÜŒ’«»°–€²")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 20_000
"""Signs that are enough to tell an encoding."""


def decode(data: bytes) -> str:
    """The text, composed (NFC), without null signs. What no encoding reads becomes U+FFFD."""
    text = _unicode(data)
    if text is None:
        text = data.decode(_likeliest(data), errors="replace")
    return unicodedata.normalize("NFC", text.replace("\0", "").removeprefix("\ufeff"))


def _unicode(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    if max(even, odd) > len(data[:2000]) / 5 and min(even, odd) == 0:  # UTF-16 without its mark
        return data.decode("utf-16-le" if odd else "utf-16-be", errors="replace")
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    # Some wrong bytes in a file that is UTF-8 elsewhere are lost alone.
    kept = len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")
    return text if lost * 3 <= kept else None


def _likeliest(data: bytes) -> str:
    """The encoding in which most signs are letters of French; the usual one when all are equal."""
    found = b"".join(_NOT_ASCII.findall(data)[:_SAMPLE])
    scores = {
        name: sum(char in _FRENCH for char in found.decode(name, errors="replace"))
        for name in _OTHERS
    }
    return max(_OTHERS, key=lambda name: scores[name])
