"""Which numbers of a line are those of a fax: the word stands before its number, or after it."""

from __future__ import annotations

import re

_WORD = r"(?:fax|t[ée]l[ée]fax|t[ée]l[ée]copie(?:ur)?)\b"
_COUNT = r"(?:\s*(?:n°|no\b|nº|num[ée]ro\b))?"
# «Fax : », «fax n° », «F : », right before the number.
_BEFORE = re.compile(rf"(?:\b{_WORD}{_COUNT}|(?<![^\W_])F\s*[:.])[^\w/;,|)\]]*$", re.IGNORECASE)
_TEL = re.compile(r"\bt[ée]l(?:[ée]phone)?\b", re.IGNORECASE)
_TEL_BEFORE = re.compile(rf"{_TEL.pattern}[^\w/;,|)\]]*$", re.IGNORECASE)
_BOTH = re.compile(rf"\bt[ée]l(?:[ée]phone)?\b\W*(?:et\W*)?{_WORD}", re.IGNORECASE)
# « (fax)», « fax / »: the word closes what is said of the number before it.
_AFTER = re.compile(rf"^\s*[(\[-]?\s*{_WORD}{_COUNT}\s*(?:[)\]/;,|]|-\s|$)", re.IGNORECASE)


def faxes_of(count: int, before: str, after: str) -> int:
    """How many of the `count` numbers of a run are those of a fax, its last ones, by the texts
    between the run and its neighbours: all of them («fax 05… / 05…»), or the last («05… (fax)»).

    «tél/fax 05…» is answered by people: it is none. `after` goes as far as the first digit of the
    next run.
    """
    if _BEFORE.search(before) and not _BOTH.search(before):
        return count
    is_last = _AFTER.search(after) and not _TEL.search(after.partition(")")[0])
    if not is_last or (count == 1 and _TEL_BEFORE.search(before)):
        return 0
    return min(count, 1)
