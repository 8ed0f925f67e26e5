"""A text on the line of its field: quoted only where YAML would not give it back as it is."""

from __future__ import annotations

import re
from functools import lru_cache

# A longitude of the west, -1.15, is plain too: quoted, an editor would not take it for a number.
_PLAIN_START = re.compile(r"-\d|[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~]")
_NOT_PLAIN = re.compile(
    r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\s$|^(?:null|true|false)$", re.I
)


@lru_cache(maxsize=1 << 13)  # names of fields, words of lists
def inline(text: str) -> str:
    """The text as it is where YAML gives it back so, else between quotes."""
    return text if _PLAIN_START.match(text) and _goes_on_plain(text) else in_quotes(text)


def in_quotes(text: str) -> str:
    """Between straight quotes, double ones unless it has some."""
    # As CONTRIBUTING shows them; a text that holds one is easier to read between the others.
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _goes_on_plain(text: str) -> bool:
    # Most texts: what can be seen, longer than «false», without a sign that YAML may take for its.
    if len(text) > 5 and text.isprintable() and ":" not in text and "#" not in text:
        return text[-1] != " "
    return not _NOT_PLAIN.search(text)


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    code = ord(character)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )
