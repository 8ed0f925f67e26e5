"""What is told of a proposed change, as data: made near a stranger's text, read back without trust.

Facts travel, not Markdown: whoever posts writes the sentences, so that a change to this very code
cannot say anything in the name of the directory. What is read back has a size and a shape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

MAX_BYTES = 200_000
MOST_FAULTS, MOST_PAGES = 10, 30
_LONGEST = 2000
_FILE = re.compile(r"[A-Za-z0-9_-]+(?:[/.][A-Za-z0-9_-]+){0,6}\.ya?ml")
_PAGE = re.compile(r"/(?:[a-z0-9A-Z-]+/){1,6}")
_SEVERITIES = ("error", "warning", "remark")
CHANGES = ("nouvelle", "changée", "retirée")
ReadFact = TypeVar("ReadFact")


class BadPropositionError(ValueError):
    """What was read is no proposition; the message is French."""


class ProposedLines(NamedTuple):
    """Lines `first` to `last` of a file, from 1, become `lines`."""

    first: int
    last: int
    lines: tuple[str, ...]


class ProposedFault(NamedTuple):
    """`file`: within the repository; `is_elsewhere`: the change does not touch it; `lines`: what to
    write, where that is one thing."""

    file: str
    line: int
    severity: str
    message: str
    hint: str
    is_elsewhere: bool = False
    lines: ProposedLines | None = None

    @property
    def is_linkable(self) -> bool:
        """Whether its file is called as records are: an address can hold it as it is."""
        return bool(_FILE.fullmatch(self.file))


class Proposition(NamedTuple):
    """`faults`: the worst, first; `errors`, `doubts`: how many there are of each; `older`: errors
    that were there before; `alike`: a record and the one that it looks like, by the addresses of
    their pages; `pages`: address and what becomes of it (`CHANGES`); `records`: how many records
    the change touches; `is_cut`: there are more pages."""

    faults: tuple[ProposedFault, ...] = ()
    errors: int = 0
    doubts: int = 0
    older: int = 0
    alike: tuple[tuple[str, str], ...] = ()
    pages: tuple[tuple[str, str], ...] = ()
    records: int = 0
    is_cut: bool = False


def dump_proposition(proposition: Proposition) -> str:
    """As JSON, one line a fact."""
    return json.dumps(_plain(proposition), ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _plain(inner) for name, inner in value._asdict().items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def read_proposition(data: bytes) -> Proposition:
    """Read it back.

    Raises:
        BadPropositionError: it is too long, or anything in it has not the shape that we give it.
    """
    if len(data) > MAX_BYTES:
        raise BadPropositionError("ce fichier est trop long pour être le nôtre")
    try:
        found = json.loads(data.decode("utf-8"))
        return _proposition(found)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadPropositionError("ce fichier n'a pas la forme attendue") from error


def _proposition(found: Any) -> Proposition:
    return Proposition(
        _items(found["faults"], MOST_FAULTS, _fault),
        _count(found["errors"]),
        _count(found["doubts"]),
        _count(found["older"]),
        _items(found["alike"], MOST_FAULTS, _pages_alike),
        _items(found["pages"], MOST_PAGES, _page),
        _count(found["records"]),
        found["is_cut"] is True,
    )


def _fault(found: Any) -> ProposedFault:
    if found["severity"] not in _SEVERITIES:
        raise ValueError
    lines = found["lines"]
    return ProposedFault(
        _text(found["file"]),
        _count(found["line"]),
        found["severity"],
        _text(found["message"]),
        _text(found["hint"]),
        found["is_elsewhere"] is True,
        None if lines is None else _lines(lines),
    )


def _lines(found: Any) -> ProposedLines:
    first, last = _count(found["first"]), _count(found["last"])
    if not 0 < first <= last <= first + 100:
        raise ValueError
    return ProposedLines(first, last, _items(found["lines"], 100, _text))


def _pages_alike(found: Any) -> tuple[str, str]:
    one, other = found
    return _matching(_PAGE, one), _matching(_PAGE, other)


def _page(found: Any) -> tuple[str, str]:
    page, change = found
    if change not in CHANGES:
        raise ValueError
    return _matching(_PAGE, page), change


def _items(found: Any, most: int, read: Callable[[Any], ReadFact]) -> tuple[ReadFact, ...]:
    if not isinstance(found, Sequence) or isinstance(found, str) or len(found) > most:
        raise ValueError
    return tuple(read(item) for item in found)


def _text(found: Any) -> str:
    if not isinstance(found, str) or len(found) > _LONGEST:
        raise ValueError
    return found


def _matching(pattern: re.Pattern[str], found: Any) -> str:
    if not pattern.fullmatch(text := _text(found)) or len(text) > 250:
        raise ValueError
    return text


def _count(found: Any) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found < 1_000_000:
        raise ValueError
    return found
