"""What `annuaire format` says that it did: no line that differs is left out."""

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.records.writing.line_changes import say_changes

LINES = st.lists(
    st.sampled_from(["nom: A", "nom:  A", "- x", '- "x"', "", "b: 1", "c:"]), max_size=8
)


@given(LINES, LINES)
def test_all_that_differs_is_said(before: list[str], after: list[str]):
    said = say_changes(*("".join(f"{line}\n" for line in lines) for lines in (before, after)))
    assert bool(said) == (before != after)
    lost = len([line for line in before if line not in after])
    named = sum(int(n[2] or n[1]) - int(n[1]) + 1 for s in said if (n := numbers(s)))
    assert named >= lost


def numbers(sentence: str) -> "re.Match[str] | None":
    return re.match(r"lignes? (\d+)(?: à (\d+))?", sentence)


def test_lines_that_move_together_are_said_together():
    said = say_changes("b: 1\nc:\n  - x\nnom: A\n", "nom: A\nb: 1\nc:\n  - x\n")
    assert said == ["ligne 4 : « nom: A » déplacée à la ligne 1"]


def test_ends_of_lines_are_said():
    assert say_changes("nom: A\r\n", "nom: A\n") == ["fins de lignes"]
