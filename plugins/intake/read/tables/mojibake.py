"""«BibliothÃ¨que» is «Bibliothèque» that some program read in the wrong encoding, then wrote."""

from __future__ import annotations

import re

_BROKEN = re.compile(
    "[ÃÂ][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]|â€.|Å“|Å’"
)
_WINDOWS = {
    char: bytes([number])
    for number in range(128, 256)
    for char in [bytes([number]).decode("cp1252", errors="replace")]
    if char != "\ufffd"
}


def unbroken(text: str) -> str:
    """The text before it was read in the wrong encoding; itself when it was not."""
    if not _BROKEN.search(text):
        return text
    whole = _read_again(text)
    if whole is not None:
        return whole
    # A cell that also has sound letters: each broken piece alone.
    return re.sub(r"[\x80-\uffff]{2,}", lambda found: _read_again(found[0]) or found[0], text)


def _read_again(text: str) -> str | None:
    data = bytearray()
    for char in text:
        if ord(char) < 128:
            data += char.encode()
        elif char in _WINDOWS:
            data += _WINDOWS[char]
        elif ord(char) < 256:
            data.append(ord(char))
        else:
            return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
