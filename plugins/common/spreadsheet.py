"""Tables for spreadsheets: CSV that a French Excel opens by itself, and that runs nothing.

A cell that begins with one of `_STARTS` would be a formula (owasp.org, «CSV Injection»): an
apostrophe before it makes it a text, in Excel, LibreOffice and Google Sheets alike.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
SEPARATOR = ";"
_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SIGNS = frozenset((*_STARTS, "'"))
_CHANGED = re.compile(r"0\d+|\d{12,}")
"""Digits that a spreadsheet would take for a number: without their zero, or rounded."""


def guarded(text: str) -> str:
    """A cell that no spreadsheet computes."""
    if text[:1] not in _SIGNS:
        return text  # nearly all are
    return f"'{text}" if text.startswith(_STARTS) or _looks_guarded(text) else text


def kept_text(text: str) -> str:
    """A cell that no spreadsheet computes, and whose digits stay as they are: «01400»."""
    if text[:1].isalpha():
        return text  # nearly all are
    return f"'{text}" if _CHANGED.fullmatch(text) else guarded(text)


def unguarded(text: str) -> str:
    """What `guarded` or `kept_text` was given."""
    return text[1:] if _looks_guarded(text) else text


def _looks_guarded(text: str) -> bool:
    """One that a person typed so is guarded once more, or it would lose its own apostrophe."""
    if not text.startswith("'"):
        return False
    rest = text.lstrip("'")
    return rest.startswith(_STARTS) or _CHANGED.fullmatch(rest) is not None


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with `;` between cells and a byte order mark, as a French Excel wants it; lines end
    as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()
