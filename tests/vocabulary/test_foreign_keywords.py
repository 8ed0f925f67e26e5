"""Words of the pages in other languages: as the page compares them, and for needs that exist."""

import pytest

from plugins.i18n.languages import LANGUAGES
from plugins.vocabulary.foreign_keywords import keywords_of, small_words_of
from plugins.vocabulary.keywords import KEYWORDS, UNSAID
from plugins.vocabulary.needs import NEEDS


def test_needs_and_what_is_not_said_have_words():
    assert set(KEYWORDS) == {*(need.slug for need in NEEDS), UNSAID}


@pytest.mark.parametrize("code", ["ar", "en", "pt", "tr", "uk"])
def test_a_language_adds_words_to_each_need(code):
    words = keywords_of(code)
    assert set(words) == set(KEYWORDS)
    for need, said in KEYWORDS.items():
        assert words[need].startswith(f"{said},")
        assert all(words[need].split(","))
        assert words[need] == words[need].lower()
    assert small_words_of(code)
    assert code in LANGUAGES


def test_marks_are_taken_away_as_the_page_does():
    assert "украінськ" in keywords_of("uk")[UNSAID]  # «ї» without its marks


def test_french_has_its_own_words_alone():
    assert keywords_of("fr") == KEYWORDS
    assert not small_words_of("fr")
