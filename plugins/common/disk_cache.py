"""Files of the cache: Python values that are read back only when they are whole and ours."""

from __future__ import annotations

import contextlib
import marshal
import os
from hashlib import sha1
from pathlib import Path
from typing import Any

_DIGEST = 20


def load(file: Path, version: str) -> Any:
    """What `save` wrote with the same `version`; None when it is absent, cut, old or foreign."""
    try:
        with open(file, "rb") as stream:
            digest, data = stream.read(_DIGEST), stream.read()
    except OSError:
        return None
    if digest != _digest(data, version):
        return None
    return marshal.loads(data)  # noqa: S302 (our own bytes: the digest says so)


def save(file: Path, version: str, value: Any) -> None:
    """Write `value` (dicts, lists, tuples, texts, numbers, bytes) at once; a cache that cannot be
    written is done without."""
    data = marshal.dumps(value)
    beside = f"{file}.{os.getpid()}"
    with contextlib.suppress(OSError):
        os.makedirs(file.parent, exist_ok=True)
        try:
            with open(beside, "wb") as stream:
                stream.writelines((_digest(data, version), data))
            os.replace(beside, file)
        except OSError:
            os.unlink(beside)


def _digest(data: bytes, version: str) -> bytes:
    # Twice as quick as what `fingerprint` takes, on processors that have it: caches are large.
    digest = sha1(version.encode(), usedforsecurity=False)
    digest.update(data)
    return digest.digest()
