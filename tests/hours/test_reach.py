"""Lines of several days: how far a word reaches, and what a refusal proposes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.hours import HoursError, OpeningHours, read_hours
from tests.support.hours import calendar_of

WORDS = ("hors vacances scolaires", "sur rendez-vous", "y compris jours fériés",
         "une semaine sur deux à partir du 5 octobre 2026")  # fmt: skip
TIMES = ("9h-12h", "14h-17h")
LINKS = (" ", ", ", " ; ", " et ", ". ", " : ", " (")


def expression(text: str) -> str:
    return OpeningHours(read_hours(text), (), calendar_of()).expression


def proposals(error: HoursError) -> list[str]:
    return [text for text in re.findall(r"« ([^»]*) »", error.hint) if "…" not in text]


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Days, hours, words and links in any order."""
    pieces = st.sampled_from(
        ("lundi", "le mardi", "jeudi", "du lundi au vendredi", "le 1er samedi du mois", *TIMES,
         *WORDS, "fermé", "en août", "sauf le jeudi", "à partir du 6 octobre 2026", "rdv",
         "fermé de 10h à 11h", "sauf vacances scolaires", "pendant les vacances scolaires")
    )  # fmt: skip
    line = draw(pieces)
    for piece in draw(st.lists(pieces, max_size=6)):
        line += draw(st.sampled_from(LINKS)) + piece
    return line


@given(lines())
@settings(max_examples=400)
def test_any_line_is_read_or_refused(line):
    try:
        week = read_hours(line)
    except HoursError as error:
        assert error.message
        assert error.hint
        return
    assert OpeningHours(week, (), calendar_of()).sentences()


@pytest.mark.parametrize("word", [*WORDS, "à partir du 5 octobre 2026"])
def test_a_word_before_or_apart_after_a_list_is_of_all_its_days(word):
    alone = f"lundi 9h-12h {word} ; jeudi 14h-17h {word}".replace(
        "5 octobre 2026", "5 octobre 2026"
    )
    both = {expression(f"{word} : lundi 9h-12h, jeudi 14h-17h")} if "semaine" not in word else set()
    both.add(expression(f"lundi 9h-12h, jeudi 14h-17h, {word}"))
    assert len(both) == 1
    if "semaine" not in word:
        assert both == {expression(alone)}


@pytest.mark.parametrize("word", WORDS[:3])
@pytest.mark.parametrize(
    "line",
    [
        "lundi 9h-12h, jeudi 14h-17h {}",
        "lundi 9h-12h, jeudi 14h-17h ({})",
        "lundi 9h-12h, {}, jeudi 14h-17h",
        "lundi 9h-12h, mardi 9h-12h, {}, jeudi 14h-17h",
        "{} lundi 9h-12h, jeudi 14h-17h",
    ],
)
def test_a_word_that_may_be_of_one_day_is_refused_with_two_ways_that_differ(word, line):
    with pytest.raises(HoursError) as refused:
        read_hours(line.format(word))
    ways = proposals(refused.value)
    assert len(ways) == 2
    assert expression(ways[0]) != expression(ways[1])


@pytest.mark.parametrize("word", WORDS[:3])
def test_each_day_that_has_the_word_has_it_for_itself(word):
    each = expression(f"lundi 9h-12h ({word}), mardi 9h-12h, jeudi 14h-17h ({word})")
    assert each == expression(f"lundi 9h-12h {word} ; mardi 9h-12h ; jeudi 14h-17h {word}")
