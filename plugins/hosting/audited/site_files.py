"""The files of a folder as a host serves them: which address leads to which file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

_INDEX = "index.html"
_HERE = "http://audit.invalid"
"""A host that is nobody's: that of the folder."""


class PageTarget(NamedTuple):
    """Where an address leads within the folder: a file, and a place in it ("" for its top)."""

    path: str
    anchor: str


class SiteFiles:
    """All files of a folder, by path (POSIX), with their sizes; links are not followed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sizes = dict(sorted(_walk(str(folder), "")))
        self._moved = tuple(_moved_in(folder))

    def find(self, path: str) -> str | None:
        """The file that a host gives for an address path («lieux/», «lieux», «a.css»)."""
        clean = unquote(path).lstrip("/")
        for name in (clean, f"{clean.rstrip('/')}/{_INDEX}".lstrip("/"), f"{clean}.html"):
            if name in self.sizes:
                return name
        return None

    def is_moved(self, path: str) -> bool:
        """Whether `_redirects` answers there."""
        address = "/" + unquote(path).lstrip("/")
        return any(
            address.startswith(start.removesuffix("*")) if start.endswith("*") else start == address
            for start in self._moved
        )


def address_of(path: str) -> str:
    """«lieux/index.html» → «/lieux/»."""
    return "/" + path.removesuffix(_INDEX)


class Addresses:
    """Addresses as one page writes them, resolved. `canonical`: its public address, which tells the
    host of the site and the folder where it lies; `base`: as its `<base>` says."""

    def __init__(self, path: str, base: str, canonical: str) -> None:
        own, public = address_of(path), urlsplit(canonical if _is_address(canonical) else "")
        self.host = public.netloc
        known = public.path.endswith(own)
        self._root = public.path.removesuffix(own) if self.host and known else ""
        here = _HERE + self._root + quote(own)
        self._here = urljoin(here, base) if _is_address(base) else here

    def resolve(self, url: str) -> PageTarget | str | None:
        """Within the site: the target; elsewhere: the host; None for no page (`mailto:`)."""
        try:
            parts = urlsplit(_joined(self._here, url))
        except ValueError:
            return None
        if parts.scheme not in ("http", "https"):
            return None
        if parts.netloc and parts.netloc not in (urlsplit(_HERE).netloc, self.host):
            return parts.netloc
        path = parts.path
        if self._root:
            if not f"{path}/".startswith(f"{self._root}/"):
                return parts.netloc or self.host  # another site of the same host
            path = path[len(self._root) :]
        return PageTarget(path, unquote(parts.fragment))


def _is_address(text: str) -> bool:
    """Whether it can be taken apart: «http://[» cannot."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1 << 12)
def _joined(base: str, url: str) -> str:
    return urljoin(base, url)


def _walk(root: str, within: str) -> Iterator[tuple[str, int]]:
    with os.scandir(f"{root}/{within}") as items:
        for item in items:
            path = f"{within}{item.name}"
            if item.is_dir(follow_symlinks=False):
                yield from _walk(root, f"{path}/")
            elif item.is_file(follow_symlinks=False):
                yield path, item.stat().st_size


def _moved_in(folder: Path) -> Iterator[str]:
    file = folder / "_redirects"
    if file.is_file():
        for line in file.read_text("utf-8", "replace").splitlines():
            words = line.split()
            if len(words) > 1 and words[0].startswith("/"):
                yield words[0]
