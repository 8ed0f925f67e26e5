"""The one way to make a fingerprint: what is kept, skipped or named by its content asks here."""

from __future__ import annotations

from hashlib import blake2b

SIZE = 16


def fingerprint(*parts: bytes | str) -> bytes:
    """16 bytes that stand for these parts in this order: ("a", "bc") is not ("ab", "c")."""
    digest = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(6, "big"))
        digest.update(data)
    return digest.digest()
