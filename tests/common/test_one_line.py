"""Values in messages: one line, whatever they are, and no longer than asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.common.one_line import one_line


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Rue\n du  Lac", "Rue du Lac"),
        (["05 61 00 00 00", "3949"], "05 61 00 00 00, 3949"),
        ({"lundi": "9h-12h", "mardi": "fermé"}, "lundi 9h-12h ; mardi…"),
        (31670, "31670"),
    ],
)
def test_a_value_in_one_line(value: object, shown: str) -> None:
    assert one_line(value, 21) == shown


@given(st.text(), st.integers(1, 50))
def test_it_is_never_longer(text: str, longest: int) -> None:
    shown = one_line(text, longest)
    assert len(shown) <= longest
    assert "\n" not in shown
