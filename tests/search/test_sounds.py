"""Names as they sound: what is written by ear sounds the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.sounds import sound
from plugins.search.word_rules import fold_name


@pytest.mark.parametrize(
    ("typed", "nom"),
    [
        ("labaige", "Labège"),
        ("labeige", "Labège"),
        ("angoulaime", "Angoulême"),
        ("toulousse", "Toulouse"),
        ("cogniac", "Cognac"),
        ("sintes", "Saintes"),
        ("rufec", "Ruffec"),
        ("blaniac", "Blagnac"),
        ("ocanville", "Aucamville"),
        ("saint godance", "Saint-Gaudance"),
        ("filibert", "Philibert"),
        ("kastane", "Castanet"),
        ("colomier", "Colomiers"),
    ],
)
def test_what_is_written_by_ear_sounds_the_same(typed: str, nom: str):
    assert sound(fold_name(typed)) == sound(fold_name(nom))


@pytest.mark.parametrize(
    ("one", "other"), [("Saint", "Saintes"), ("Muret", "Mauran"), ("Royan", "Rouen")]
)
def test_names_that_sound_otherwise_stay_apart(one: str, other: str):
    assert sound(fold_name(one)) != sound(fold_name(other))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=30))
def test_a_sound_is_never_longer_nor_empty(folded: str):
    for word in folded.split():
        assert 0 < len(sound(word)) <= len(word) or not word.strip("h")
