"""Identifiers made of a name (RFC 9562, version 5): the same name has the same one, for ever."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha1
from uuid import UUID

_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
"""The digit that says how an identifier was made keeps half of its bits."""


def name_uuids(namespace: UUID, base: str = "") -> Callable[[str], str]:
    """What makes `str(uuid5(namespace, base + rest))` of `rest`, without the object: exports need
    some twenty a place."""
    begun = sha1(namespace.bytes + base.encode(), usedforsecurity=False)

    def named(rest: str) -> str:
        found = begun.copy()
        found.update(rest.encode())
        text = found.hexdigest()
        variant = _VARIANT[text[16]]
        return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"

    return named
