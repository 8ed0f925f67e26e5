"""Tables for spreadsheets: CSV that a French Excel opens by itself, and that runs nothing.

A cell that begins with one of `_STARTS` would be a formula (owasp.org, «CSV Injection»): an
apostrophe before it makes it a text, in Excel, LibreOffice and Google Sheets alike.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """A cell that no spreadsheet computes."""
    return f"'{text}" if text.startswith(_STARTS) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_STARTS) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with `;` between cells and a byte order mark, as a French Excel wants it; lines end
    as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()
