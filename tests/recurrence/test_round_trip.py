"""Any dates said in French are read back equal; any text is read or refused in French."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.french.lexer import tokens
from plugins.recurrence import Dates, DatesError, read_dates
from tests.support.dates import any_dates

TODAY = date(2026, 11, 22)
OTHERS = [
    "du", "des", "à", "au", "en", "sauf", ",", "pendant 2h", "semaines paires", "2027", "jusqu'au",
    "29 février", "à partir du", "matin", "31/2/2027", "du mois", "1er", "un mardi sur deux", "0h",
]  # fmt: skip


@settings(deadline=None)
@given(any_dates)
def test_what_is_said_is_read_back(dates: Dates):
    assert read_dates(dates.to_french()) == dates


@settings(deadline=None)
@given(any_dates)
def test_what_a_page_says_is_read_back_too(dates: Dates):
    assert read_dates(dates.said()) == dates


@settings(deadline=None)
@given(any_dates)
def test_the_case_and_the_accents_do_not_matter(dates: Dates):
    plain = dates.to_french().upper().replace("É", "E").replace("È", "E").replace("Û", "U")
    assert read_dates(plain) == dates


def is_read_or_refused(text: str) -> None:
    try:
        dates = read_dates(text, today=TODAY)
    except DatesError as error:
        assert error.message
        assert error.hint
        assert 0 <= error.at <= len(text)
    else:
        assert read_dates(dates.to_french()) == dates
        assert all(0 <= start < end <= 1440 for start, end in dates.spans)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused(text: str):
    is_read_or_refused(text)


@settings(deadline=None)
@given(any_dates, any_dates, st.data())
def test_any_words_in_any_order_are_read_or_refused(one: Dates, other: Dates, data: st.DataObject):
    pieces = [word.text for dates in (one, other) for word in tokens(dates.to_french())]
    typed = data.draw(st.lists(st.sampled_from(pieces + OTHERS), max_size=14))
    is_read_or_refused(" ".join(typed))


def test_a_start_that_is_past_is_not_said():
    dates = read_dates("un lundi sur deux de 9h30 à 12h à partir du 25 septembre 2023")
    assert "2023" in dates.said(date(2023, 9, 24))
    assert "2023" not in dates.said(date(2023, 9, 25))
    season = read_dates("tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027")
    assert season.said(date(2026, 11, 30)).endswith("jusqu'au 29 juin 2027")
