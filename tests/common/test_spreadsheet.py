"""Cells that spreadsheets leave as they are, and that come back as they were typed."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from plugins.common.spreadsheet import guarded, kept_text, unguarded

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
