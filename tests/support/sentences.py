"""The sentences of a page, as a person reads them: block by block, line by line."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_INLINE = {
    "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "s", "small", "span", "strong", "sub",
    "sup", "time", "svg", "use", "u", "q", "img", "kbd",
}  # fmt: skip
_UNREAD = {"head", "script", "style", "svg", "template", "option", "title"}
_VOID = {"meta", "link", "br", "img", "input", "hr", "use", "wbr"}
_END = re.compile(r"(?<=[.!?…;])\s+|(?<=:)\s+(?=[A-ZÀ-Ý«])")
_WORD = re.compile(r"\w")


class _Blocks(HTMLParser):
    """Texts of blocks, without those under a tag or a class to leave out."""

    def __init__(self, left_out: frozenset[str]) -> None:
        super().__init__()
        self._left_out = left_out
        self._open: list[tuple[str, bool]] = []
        self.blocks: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.blocks.append("")
        if tag in _VOID:
            return
        given = dict(attrs)
        names = {tag, *(f".{name}" for name in (given.get("class") or "").split())}
        names.add(f"#{given.get('id')}")
        is_out = tag in _UNREAD or not names.isdisjoint(self._left_out)
        self._open.append((tag, is_out or bool(self._open and self._open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.blocks.append("")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1][1]):
            self.blocks[-1] += data


def sentences_in(html: str, left_out: frozenset[str] = frozenset()) -> list[str]:
    """All sentences; those under a tag («blockquote»), a class («.sources») or an identifier of
    `left_out` are not read."""
    parser = _Blocks(left_out)
    parser.feed(html)
    return [
        one
        for block in parser.blocks
        for one in _END.split(" ".join(block.split(" ")))
        if one.strip()
    ]


def words_in(sentence: str) -> list[str]:
    """Words as one says them: a number and its unit («8 h 30», with no-break spaces) are one."""
    return [word for word in re.split(r"[ \n\t]+", sentence) if _WORD.search(word)]
