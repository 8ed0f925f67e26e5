"""The one way to make a fingerprint: what is kept, skipped or named by its content asks here."""

from __future__ import annotations

from hashlib import blake2b

SIZE = 16


def fingerprint_of(*parts: bytes | str) -> bytes:
    """16 bytes that stand for these parts in this order: ("a", "bc") is not ("ab", "c")."""
    digest = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(6, "big"))
        digest.update(data)
    return digest.digest()


def content_name(content: bytes) -> str:
    """Eight digits that stand for a content in the name of a published file, which may then be kept
    for ever: another content has another name."""
    return blake2b(content, digest_size=4).hexdigest()
