"""A cell cut into values, whatever joins them, also where values contain what joins them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_STRONG = re.compile(r"[|;\n\r\t•·▪◦●►✓✔]+")
"""Never part of a value."""
_WEAK = re.compile(r"(?<!\d),|,(?!\d)|(?<![/\d])/(?!/)|(?<=\d)/(?![/\d])|\\?\"")
"""Between values, or within one: «Familles/enfants», «Santé, accès aux soins»."""
_SOFT = re.compile(
    r"(?<!\s)\s+(?:et|&|\+|puis)\s+|(?<!\s)\s+[-–—]+\s*|(?<![\s–—-])\s*[-–—]+\s+"
    r"|(?<=[A-Z]{2})-(?=[A-Z]{2})"
    r"|(?<=[a-zé…])\.(?=\s*\w)",
    re.IGNORECASE,
)
"""Within a value, unless both sides are known ones. A run of blanks is tried from its beginning."""
_ARRAY = re.compile(r"\s*[\[{]([^\[\]{}]*)[\]}]\s*")
"""A list as programs write it: «["atelier", "accompagnement"]», «{EPN,Coworking}»."""
_AROUND = " \t,;/\"'\\-–—*"
_OPEN, _CLOSE = "([«", ")]»"
_LONGEST = 8
"""No known value has more weak joints."""

IsKnown = Callable[[str], bool]


def cut(cell: str, is_known: IsKnown) -> list[str]:
    """The values of a cell, as typed. The longest known one wins. What is joined by «/», «et» or a
    dash stays whole where nothing of it is known."""
    values: list[str] = []
    array = _ARRAY.fullmatch(cell)
    for chunk in _split(_STRONG, array[1] if array else cell):
        values += _of_chunk(chunk, is_known)
    return values


def _of_chunk(chunk: str, is_known: IsKnown) -> Iterator[str]:
    if is_known(chunk):
        yield chunk
        return
    cuts = [(match.start(), match.end()) for match in _outside(_WEAK, chunk)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(chunk)]
    at = unknown = 0
    while at < len(starts):
        runs = (
            (upto, chunk[starts[at] : ends[upto - 1]].strip(_AROUND))
            for upto in range(min(len(starts), at + _LONGEST), at, -1)
        )
        upto, run = next(((upto, run) for upto, run in runs if run and is_known(run)), (at, ""))
        if run:
            if unknown < at:
                yield from _unknown(chunk[starts[unknown] : ends[at - 1]], is_known)
            yield run
            at = unknown = upto
            continue
        at += 1
        if at == len(starts) or chunk[ends[at - 1] : starts[at]] != "/":
            yield from _unknown(chunk[starts[unknown] : ends[at - 1]], is_known)
            unknown = at


def _unknown(text: str, is_known: IsKnown) -> Iterator[str]:
    """What no known value begins, cut where it joins known ones only."""
    text = text.strip(_AROUND)
    parts = _split(_SOFT, text)
    if len(parts) > 1 and all(map(is_known, parts)):
        yield from parts
    elif text:
        yield text


def _split(sign: re.Pattern[str], text: str) -> list[str]:
    parts: list[str] = []
    at = 0
    for match in _outside(sign, text):
        parts.append(text[at : match.start()])
        at = match.end()
    parts.append(text[at:])
    return [part for part in (part.strip(_AROUND) for part in parts) if part]


def _outside(sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that no bracket holds; a bracket that nothing closes holds nothing."""
    is_balanced = all(
        text.count(one) == text.count(other) for one, other in zip(_OPEN, _CLOSE, strict=True)
    )
    depth = at = 0
    for match in sign.finditer(text):
        if is_balanced:
            for letter in text[at : match.start()]:
                depth += (letter in _OPEN) - (letter in _CLOSE)
        at = match.start()
        if depth <= 0:
            yield match
