"""What the other plugins hand to the press."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plugins.i18n.languages import SOURCE_LANGUAGE
from plugins.press.delivery import PAGES, Delivery

_SAFE_PART = r"[^/\\\0-\x1f\x7f.][^/\\\0-\x1f\x7f]*"
_SAFE_PATH = re.compile(rf"(?:\.well-known/)?{_SAFE_PART}(?:/{_SAFE_PART})*")


class Page(NamedTuple):
    """One file of the site.

    `path`: in the output, POSIX, relative («lieux/31/x/index.html»). `fingerprint`: a hash of
    everything particular that the page shows, on the day of the build, at most 64 bytes; the press
    adds what all pages share (templates, settings, code). `key`: given back to `PageSet.render`.
    """

    path: str
    fingerprint: bytes
    key: object


class PageSet(NamedTuple):
    """Pages of one kind. `render` runs in a forked worker and must be pure; a large file
    comes in parts.

    `is_apart`: the pages use nothing of the theme nor of the settings, and their fingerprints hold
    all the rest (the code): the press adds nothing to them. `delivery`: how they are
    given out. `owner`: from a page's key, the address of the page of the record, or of the
    territory, to which it belongs («/lieux/31/x/» for its easy page): what leads from a record's
    former address asks it. What lies below that address, or beside it with an ending, belongs to
    it without saying so. `language`: set by the press, that of its prefix.
    """

    name: str
    pages: Sequence[Page]
    render: Callable[[object], str | bytes | Iterator[bytes]]
    is_apart: bool = False
    delivery: Delivery = PAGES
    owner: Callable[[object], str] | None = None
    language: str = SOURCE_LANGUAGE


def is_safe_path(path: str) -> bool:
    """True when `path` stays in the output: relative, no empty or climbing part; none is hidden but
    the folder that RFC 8615 names."""
    return _SAFE_PATH.fullmatch(path) is not None and len(path.encode()) < 1000


def given(key: object) -> str | bytes:
    """For `PageSet.render` of pages that are made already: they are their own keys."""
    if isinstance(key, str | bytes):
        return key
    raise TypeError(type(key))
