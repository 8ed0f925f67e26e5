"""What the other plugins hand to the press."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_SAFE_PART = r"[^/\\\0-\x1f\x7f.][^/\\\0-\x1f\x7f]*"
_SAFE_PATH = re.compile(rf"{_SAFE_PART}(?:/{_SAFE_PART})*")


class Page(NamedTuple):
    """One file of the site.

    `path`: in the output, POSIX, relative («lieux/31/x/index.html»). `fingerprint`: a hash of
    everything particular that the page shows, at most 64 bytes; the press adds what all pages share
    (templates, settings, code, date). `key`: given back to `PageSet.render`.
    """

    path: str
    fingerprint: bytes
    key: object


class PageSet(NamedTuple):
    """Pages of one kind. `render` runs in a forked worker and must be pure.

    `is_apart`: the pages use nothing of the theme nor of the settings, and their fingerprints hold
    all the rest (the code, the date): the press adds nothing to them.
    """

    name: str
    pages: Sequence[Page]
    render: Callable[[object], str | bytes]
    is_apart: bool = False


def is_safe_path(path: str) -> bool:
    """True when `path` stays in the output: relative, no hidden, empty or climbing part."""
    return _SAFE_PATH.fullmatch(path) is not None and len(path.encode()) < 1000
