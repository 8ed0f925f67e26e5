"""Characters that nobody sees: some carry nothing and go, the others have no place in a text.

Control characters make JSON and XML that no program reads; marks of direction make a line read
another way than it is; tags and private characters hide text. Joiners stay: scripts need them.
"""

from __future__ import annotations

import html
import re

DROPPED = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0]"
)
"""What copying from a web page or a word processor leaves behind."""

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufff9-\ufffb\ufdd0-\ufdef"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(15))
    + "]"
)
"""Control characters but the tabulation and the end of line, separators of lines, marks of
direction, surrogates, private characters, tags, and what is no character."""

_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});?")


def refused_in(text: str) -> str:
    """The first refused character of a text, as it is or as an entity of HTML; "" for none."""
    if not text.isprintable() and (found := REFUSED.search(text)):
        return found[0]
    for entity in _ENTITY.finditer(text) if "&" in text else ():
        if character := _control_of(entity[0]):
            return character
    return ""


def invisible(character: str) -> str:
    """What is wrong with a character that nobody sees."""
    return f"un caractère invisible interdit se trouve ici (U+{ord(character):04X})"


def without_hidden(text: str) -> str:
    """The text without any of them, entities included."""
    if "&" in text:
        text = _ENTITY.sub(lambda entity: "" if _control_of(entity[0]) else entity[0], text)
    return text if text.isprintable() else REFUSED.sub("", DROPPED.sub("", text))


def _control_of(entity: str) -> str:
    """The refused character that an entity stands for; HTML replaces some by others, or by none."""
    number = re.fullmatch(r"&#(?:[xX]([0-9a-fA-F]+)|(\d+));?", entity)
    if number:
        code = int(number[1], 16) if number[1] else int(number[2])
        character = chr(code) if code < 0x110000 else "\uffff"
    else:
        character = html.unescape(entity)
    found = REFUSED.search(character)
    return found[0] if found else ""
