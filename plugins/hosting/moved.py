"""What is published at former addresses: a small page that leads on, or the file itself.

What people read leads to the present address. What machines fetch (a calendar that somebody
follows, a frame on another site, a sheet to print) is there as it is at its present one: not every
program follows a redirection, and no host is needed that can redirect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from plugins.common.fingerprint import fingerprint_of
from plugins.hosting.contract import MovedContext
from plugins.hosting.moves import Move
from plugins.i18n.languages import LANGUAGES
from plugins.press import UNLISTED, Page, PageSet

Moves = Mapping[str, Sequence[Move]]
"""By present address of a record."""


class Notice(NamedTuple):
    """A page that leads on. `path`: its own, without the prefix of its `language`; `url`: where it
    leads, idem; `name`: of the record."""

    path: str
    language: str
    name: str
    url: str


class Former(NamedTuple):
    """What goes to former addresses: `copies` are pages of a page set, at other paths."""

    notices: list[Notice]
    copies: list[tuple[PageSet, list[Page]]]


def former_addresses(page_sets: Iterable[PageSet], moves: Iterable[Move]) -> Former:
    """Everything that belongs to records that have moved, at all its former addresses."""
    by_url: dict[str, list[Move]] = defaultdict(list)
    for move in moves:
        by_url[move.url].append(move)
    found = Former([], [])
    if not by_url:
        return found
    for page_set in page_sets:
        prefix = f"{LANGUAGES[page_set.language].prefix}/"[1:]
        copies = []
        for page in page_set.pages:
            path = page.path.removeprefix(prefix)
            for move, former in _former_paths(path, page.key, page_set, by_url):
                if path.endswith("index.html") and page_set.delivery.policy != "frame":
                    url = "/" + path.removesuffix("index.html")
                    found.notices.append(Notice(former, page_set.language, move.name, url))
                else:
                    copies.append(page._replace(path=prefix + former))
        if copies:
            found.copies.append((page_set, copies))
    return found


def notices_page_set(notices: Iterable[Notice], show: Callable[[MovedContext], str]) -> PageSet:
    """The pages of one language; `show` makes one in it."""

    def render(key: object) -> str:
        notice = cast(Notice, key)
        return show(MovedContext(notice.name, notice.url))

    pages = [Page(one.path, fingerprint_of(repr(one)), one) for one in notices]
    return PageSet("anciennes adresses", pages, render, delivery=UNLISTED)


def _former_paths(
    path: str, key: object, page_set: PageSet, moves: Moves
) -> Iterator[tuple[Move, str]]:
    """Where the file at `path` was, for each move of the record that it belongs to."""
    owner: Callable[[object], str] | None = page_set.owner
    for move in moves.get(owner(key), ()) if owner else ():
        before, tail, after = _around(path, _tail(move.url))
        if tail:
            yield move, f"{before}{_tail(move.was)}{after}"
    for url in _above(path):
        for move in moves.get(url, ()):
            yield move, move.was[1:-1] + path[len(url) - 2 :]


def _above(path: str) -> Iterator[str]:
    """Addresses below which, or beside which, a file is: «agenda/ateliers/31/x.ics» is beside
    «/agenda/ateliers/31/x/»."""
    folder, _, name = path.rpartition("/")
    parts = folder.split("/")
    for count in range(1, len(parts) + 1):
        yield f"/{'/'.join(parts[:count])}/"
    if name != "index.html":
        yield f"/{folder}/{name.partition('.')[0]}/"


def _tail(url: str) -> str:
    """An address without its first folder: what others that go with it have in common with it."""
    return url[1:-1].partition("/")[2]


def _around(path: str, tail: str) -> tuple[str, str, str]:
    """`path` cut around the last `tail` that is not a part of other words; empty without any."""
    at = path.rfind(f"/{tail}")
    end = at + 1 + len(tail)
    if at < 0 or path[end : end + 1] not in ("/", ".", "-"):
        return "", "", ""
    return path[: at + 1], tail, path[end:]
