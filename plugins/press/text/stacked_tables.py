"""Tables of prose that can be read one cell under the other, on a narrow screen (lists.css): each
cell carries the name of its column."""

from __future__ import annotations

import re
from itertools import zip_longest

from markupsafe import Markup, escape

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_CELL = re.compile(r"<td\b")


def label_cells(html: str) -> str:
    """HTML that Markdown made, with `data-column` on each `<td>` of a table with headings."""
    return _TABLE.sub(_labelled, html)


def _labelled(table: re.Match[str]) -> str:
    names = [escape(Markup(words).striptags()) for words in _HEADING.findall(table[0])]  # noqa: S704

    def label(row: re.Match[str]) -> str:
        first, *cells = _CELL.split(row[0])
        parts = [first]
        for name, cell in zip_longest(names, cells):
            if cell is not None:
                parts.append(f'<td data-column="{name}"{cell}' if name else f"<td{cell}")
        return "".join(parts)

    return _ROW.sub(label, table[0]) if names else table[0]
