"""Cells that spreadsheets leave as they are, and that come back as they were typed."""

from __future__ import annotations

import csv
import io
import re

from hypothesis import example, given
from hypothesis import strategies as st

from plugins.common.spreadsheet import csv_line, guarded, kept_text, unguarded

CELLS = st.text(alphabet="'=+-@\t\r 0123456789aé|;", max_size=16)


@given(CELLS)
@example("'=1+1")
@example("''0123")
@example("'")
def test_every_cell_comes_back_as_it_was_typed(text: str) -> None:
    assert unguarded(guarded(text)) == unguarded(kept_text(text)) == text


@given(CELLS)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    for cell in (guarded(text), kept_text(text)):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def split_everywhere(text: str) -> list[list[str]]:
    """Lines and cells as a spreadsheet finds them that splits at commas, semicolons and tabs."""
    quoted = r'"(?:[^"]|"")*"'
    end = r"[,;\t]|\r\n"
    found: list[list[str]] = [[]]
    for cell, sign in re.findall(rf"({quoted}|[^,;\t\r\n\"]*)({end})", text):
        found[-1].append(cell[1:-1].replace('""', '"') if cell.startswith('"') else cell)
        if sign == "\r\n":
            found.append([])
    return found[:-1]


@given(
    lines=st.lists(st.lists(st.text(alphabet='a",;\t\r\n|', max_size=6), min_size=2), max_size=4),
    separator=st.sampled_from(",;\t"),
)
def test_a_line_is_split_at_the_same_places_by_all(lines: list[list[str]], separator: str) -> None:
    text = "".join(csv_line(line, separator) for line in lines)
    assert split_everywhere(text) == lines
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)) == lines


@given(number=st.from_regex(r"0\d{2,12}|\d{12,16}|\d{1,3}[eE]\d{1,3}", fullmatch=True))
def test_what_would_become_another_number_stays_a_text(number: str) -> None:
    assert kept_text(number) == f"'{number}"
