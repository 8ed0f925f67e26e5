"""Numbers as texts of digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.common.plain_number import plain_number


@pytest.mark.parametrize(
    ("number", "text"),
    [(43.53, "43.53"), (-0.5, "-0.5"), (3e-05, "0.00003"), (-1e-07, "-0.0000001"), (0.0, "0.0")],
)
def test_digits_alone(number: float, text: str):
    assert plain_number(number) == text


@given(st.floats(-180, 180))
def test_it_is_the_same_number(number: float):
    text = plain_number(number)
    assert float(text) == number
    assert "e" not in text
