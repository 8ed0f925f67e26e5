"""What a sheet says."""

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.paper import sheet_texts
from tests.support.sheets import place
from tests.support.theme import environment

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize("approximate", [False, True])
def test_distances_are_said_as_on_the_pages(approximate: bool):
    macro = environment().get_template("components/distance.html").module.distance  # type: ignore[attr-defined]
    for metres in (0, 99, 100, 349, 350, 949, 950, 999, 1000, 2460, 9949, 9950, 14_200, 120_500):
        on_page = str(macro(metres / 1000, approximate)).replace("&nbsp;", "\u00a0")
        on_paper = sheet_texts.distance(metres / 1000, approximate=approximate)
        assert on_paper.replace("\u00a0", " ") == on_page.replace("\u00a0", " ")
    assert sheet_texts.distance(None, approximate=False) == ""


def test_hours_are_sentences_and_the_rest_is_asked():
    week = {
        "lundi": "9h-12h",
        "mardi": "10h-12h",
        "mercredi": "14h-17h30",
        "du jeudi au dimanche": "fermé",
    }
    said = sheet_texts.hours(place("a", horaires=week, telephone=["05 61 00 00 00"]), 2, TODAY)
    assert said == [
        "Le lundi de 9\u202fh à 12\u202fh.",
        "Le mardi de 10\u202fh à 12\u202fh.",
        "Demandez les autres horaires.",
    ]
    assert len(sheet_texts.hours(place("a", horaires=week), 9, TODAY)) == 4


def test_unknown_hours_send_to_the_telephone_only_where_there_is_one():
    assert sheet_texts.hours(place("a", telephone=["3949"]), 2, TODAY) == [
        "Horaires inconnus. Appelez avant de venir."
    ]
    assert sheet_texts.hours(place("a"), 2, TODAY) == [
        "Horaires inconnus. Renseignez-vous avant de venir."
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"verifie_le": "2026-03-03"}, ""),
        ({"date_maj": "2025-06-01"}, ""),
        ({"date_maj": "2020-08-01"}, "Informations d'août 2020."),  # unknown hours say the rest
        (
            {"date_maj": "2020-03-01", "horaires": "Mo-Su 09:00-12:00"},
            "Informations de mars 2020. Renseignez-vous avant de venir.",
        ),
        (
            {"telephone": ["05 61 00 00 00"], "horaires": "Mo-Su 09:00-12:00"},
            "Appelez avant de venir.",
        ),
    ],
)
def test_only_old_facts_are_doubted(fields: dict[str, Any], said: str):
    assert sheet_texts.doubt(place("a", **fields), TODAY) == said


@given(st.text())
def test_printable_text_stays_printable_and_loses_no_letter_of_french(text: str):
    once = sheet_texts.printable(text)
    assert sheet_texts.printable(once) == once
    assert not any(unicodedata.category(letter)[0] == "C" for letter in once)


def test_french_is_kept_as_it_is_and_the_rest_left_out():
    french = "À l’Œuvre, «Noël» : 12 € – L'Haÿ-les-Roses… Plœuc, Aÿ, Ǎ"
    assert sheet_texts.printable(french) == french.replace("Ǎ", "")
    assert sheet_texts.printable("e\u0301té\u202f\u200b🙂\x07\ufeff中") == "été\u00a0"
