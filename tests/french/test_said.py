"""What French says of time and distance, each said in one place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.french.dates import read_date, say_date, say_full_day, say_period
from plugins.french.days import say_days
from plugins.french.distances import say_distance
from plugins.french.joins import join
from plugins.french.lexer import tokens
from plugins.french.months import of, runs_of_months
from plugins.french.normalization import normalize
from plugins.french.ranks import rank, say_ranks
from plugins.french.spelling import corrected


def test_dates():
    assert say_date(date(2026, 11, 1)) == "1er novembre 2026"
    assert say_full_day(date(2026, 12, 1)) == "mardi 1er décembre 2026"
    assert say_full_day(date(2026, 12, 1), year=False) == "mardi 1er décembre"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 7, 6), date(2026, 7, 10), "du 6 au 10 juillet 2026"),
        (date(2026, 7, 1), date(2026, 8, 31), "du 1er juillet au 31 août 2026"),
        (date(2026, 12, 19), date(2027, 1, 3), "du 19 décembre 2026 au 3 janvier 2027"),
    ],
)
def test_a_period_says_once_what_its_ends_share(first, last, said):
    assert say_period(first, last) == said


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_date_that_is_said_is_read(day):
    assert read_date(say_date(day)) == day
    assert read_date(say_full_day(day).upper()) == day


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((0, 1, 2, 3, 4), "du lundi au vendredi"),
        ((0, 1, 3), "le lundi, le mardi et le jeudi"),
        (tuple(range(7)), "tous les jours"),
    ],
)
def test_days(days, said):
    assert say_days(days) == said


def test_months():
    assert (of("août"), of("octobre 2026"), of("mars")) == ("d'août", "d'octobre 2026", "de mars")
    assert runs_of_months([1, 2, 5, 12]) == [(5, 5), (12, 2)]
    assert runs_of_months(range(1, 13)) == [(1, 12)]


def test_ranks_lists_and_distances():
    assert say_ranks((1, -2)) == "le premier et l'avant-dernier"
    assert [rank(text) for text in ("1er", "second", "avant-dernier", "dernier")] == [1, 2, -2, -1]
    assert [join(words) for words in ((), ("a",), ("a", "b", "c"))] == ["", "a", "a, b et c"]
    said = [say_distance(km) for km in (0.34, 0.94, 0.96, 2.46, 9.96, 14.2)]
    assert [text.replace("\u00a0", " ") for text in said] == [
        "300 m", "900 m", "1 km", "2,5 km", "10 km", "14 km",
    ]  # fmt: skip


@given(st.text())
def test_a_text_keeps_its_length_and_no_word_is_lost(text):
    assert len(normalize(text)) == len(text)
    assert all(text[word.at :].startswith(word.text) for word in tokens(text))


def test_the_nearest_words_are_proposed():
    assert corrected("tou les mardi en juillé") == "tous les mardi en juillet"
    assert corrected("mardi 9h-12h") == "mardi 9h-12h"
