"""Tables for spreadsheets: CSV that a French Excel opens by itself, and that runs nothing.

A cell that begins with one of `_STARTS` would be a formula (owasp.org, «CSV Injection»): an
apostrophe before it makes it a text, in Excel, LibreOffice and Google Sheets alike.

LibreOffice proposes to split lines at commas, semicolons and tabs, all three at once, and most
people press «OK»: a cell that holds any of them stands in quotes, whatever separates the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
SEPARATOR = ";"
_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SIGNS = frozenset((*_STARTS, "'"))
_CHANGED = re.compile(r"0\d+|\d{12,}|\d+E\d+", re.IGNORECASE)
"""What a spreadsheet would take for a number: without its zero, rounded, or «1E5» for 100000."""
_SPLITS = re.compile(r'[",;\t\r\n]').search


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


def csv_line(cells: Iterable[str], separator: str) -> str:
    """One line, ended as RFC 4180 says, that every program splits at the same places."""
    return separator.join([_quoted(cell) if _SPLITS(cell) else cell for cell in cells]) + "\r\n"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with `;` between cells and a byte order mark, as a French Excel wants it."""
    lines = [csv_line(header, SEPARATOR)]
    lines += [csv_line([guarded(cell) for cell in row], SEPARATOR) for row in rows]
    return BYTE_ORDER_MARK + "".join(lines)


def _quoted(cell: str) -> str:
    inside = cell.replace('"', '""')
    return f'"{inside}"'
