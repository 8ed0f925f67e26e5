"""Words of strangers inside Markdown of ours, of which no forge makes anything but text.

A mention, a link, a reference, a command are read in plain text too, whatever is escaped. Only code
is left alone by all forges: what is not made of plain words becomes code, behind more back-ticks
than it holds itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.common.diagnostic import printable

_QUOTED = re.compile(r"(«[^«»]*»)")
_PLAIN = re.compile(
    r"[«(“\"]*(?:(?:[^\W\d_]|[’'])+(?:[-’'.](?:[^\W\d_])+)*|\d{1,5}|–|—)?[»)”\",;:.?!…]*"
)
"""A word that is a word, or a short number, with its punctuation. Words of letters joined by a dot
may be the name of a site: `_DOTTED`."""
_DOTTED = re.compile(r"[^\W_]\.[^\W_]|www", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-fA-F]{6,}")
"""It may be the name of a commit: «facade» is one too, and costs nothing."""
_TICKS = re.compile(r"`+")


def prose(text: str, longest: int = 500) -> str:
    """A sentence of a message, in one line: its plain words, and as code what is none."""
    text = _cut(_one_line(text), longest)
    return "".join(
        _quotation(part) if index % 2 else _words(part)
        for index, part in enumerate(_QUOTED.split(text))
    )


def sentence(text: str) -> str:
    """`prose`, with a capital and an end."""
    said = prose(text)
    said = said[:1].upper() + said[1:]
    return said if said.endswith(("?", "!", ".", "…")) else f"{said}."


def code(text: str, longest: int = 300) -> str:
    """A text of a stranger, whole, in one line, as code."""
    text = _cut(_one_line(text), longest)
    if not text:
        return "(rien)"
    ticks = "`" * (_longest_run(text) + 1)
    edge = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{edge}{text}{edge}{ticks}"


def block(lines: Iterable[str], language: str = "", longest: int = 4000) -> str:
    """Lines as they are, in a block of code that nothing in them can end. `language`: ours."""
    shown = [_cut(printable(line.replace("\t", "    ")), longest) for line in lines]
    fence = "`" * max(3, _longest_run("\n".join(shown)) + 1)
    return "\n".join([f"{fence}{language}", *shown, fence])


def _quotation(part: str) -> str:
    inner = part[1:-1].strip()
    return part if not inner or _are_plain(inner.split(" ")) else f"« {code(inner)} »"


def _words(part: str) -> str:
    """Words that are not plain, those that follow one another together."""
    shown: list[str] = []
    odd: list[str] = []
    for word in part.split(" "):
        if word and not _is_plain(word):
            odd.append(word)
            continue
        if odd:
            shown.append(code(" ".join(odd)))
            odd = []
        shown.append(word)
    if odd:
        shown.append(code(" ".join(odd)))
    return " ".join(shown)


def _are_plain(words: Iterable[str]) -> bool:
    return all(not word or _is_plain(word) for word in words)


def _is_plain(word: str) -> bool:
    return bool(_PLAIN.fullmatch(word)) and not _DOTTED.search(word) and not _HEX.search(word)


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _longest_run(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)
