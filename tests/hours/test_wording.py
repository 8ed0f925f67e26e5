"""Hours said in plain French."""

from datetime import date

import pytest

from plugins.hours import OpeningHours, read_hours
from plugins.i18n.catalogues import CATALOGUES
from plugins.i18n.gettext_functions import gettext_functions
from plugins.i18n.languages import LANGUAGES
from plugins.i18n.locale import locale_format
from tests.support.hours import calendar_of

CALL = "jours fériés : appelez avant de venir"


def opening(value) -> OpeningHours:
    return OpeningHours(read_hours(value), (), calendar_of())


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "sentences"),
    [
        ("Mo-Fr 09:00-12:00,14:00-17:30; PH off",
         ["du lundi au vendredi de 9 h à 12 h et de 14 h à 17 h 30",
          "fermé le samedi et le dimanche", "jours fériés : fermé"]),
        ("Mo,Tu,Th 08:15-12:00; Sa[2] 09:00-12:00",
         ["le lundi, le mardi et le jeudi de 8 h 15 à 12 h",
          "fermé le mercredi, le vendredi et le dimanche",
          "le deuxième samedi du mois de 9 h à 12 h", CALL]),
        ({"mardi": "9h-12h", "mercredi": "sur rendez-vous", "jeudi": "fermé"},
         ["le mardi de 9 h à 12 h", "fermé le jeudi", "le mercredi : sur rendez-vous",
          "le lundi et du vendredi au dimanche : horaires non indiqués", CALL]),
        ({"un mardi sur deux à partir du 6 octobre 2026": "14h-17h",
          "du mercredi au lundi": "fermé"},
         ["fermé le lundi et du mercredi au dimanche",
          "un mardi sur deux à partir du 6 octobre 2026, de 14 h à 17 h", CALL]),
        ("24/7", ["tous les jours 24 heures sur 24", "jours fériés : 24 heures sur 24"]),
        ("Mo-Su 20:00-24:00; SH Mo-Fr 22:00-02:00",
         ["tous les jours de 20 h à minuit",
          "pendant les vacances scolaires : du lundi au vendredi de 22 h à 2 h", CALL]),
        ("Mo-Su 09:00-12:00; Jul-Aug off; Dec 24-Jan 01 off",
         ["tous les jours de 9 h à 12 h", "de juillet à août : fermé",
          "du 24 décembre au 1er janvier : fermé", CALL]),
        ('Mo-Su 09:00-12:00 "sur rendez-vous"',
         ["tous les jours de 9 h à 12 h (sur rendez-vous)", CALL]),
        ("", ["horaires non connus : appelez avant de venir"]),
    ],
)  # fmt: skip
def test_sentences(value, sentences):
    assert [plain(sentence) for sentence in opening(value).sentences()] == sentences


def test_what_is_stated_leaves_out_our_advice_for_holidays_and_nothing_else():
    value = "Mo-Fr 09:00-12:00; Sa 10:00-11:00"
    assert [*opening(value).stated(), "jours fériés\u00a0: appelez avant de venir"] == [
        *opening(value).sentences()
    ]
    said = "Mo-Fr 09:00-12:00; PH off"
    assert opening(said).stated() == opening(said).sentences()


def test_spaces_do_not_break():
    (first, *_) = opening("Mo-Su 09:30-12:00").sentences()
    assert first == "tous les jours de 9\u202fh\u202f30 à 12\u202fh"


def rows(value, today=date(2026, 11, 30), **how) -> list[str]:
    return [
        f"{plain(row.when)} | {' | '.join(map(plain, row.hours))}"
        for row in opening(value).rows(today, **how)
    ]


def test_the_week_to_be_looked_up():
    """One span a line, days alike together, though others stand between them."""
    split = "8h30-12h30, 13h30-17h30"
    assert rows({"lundi": split, "mardi": "13h30-17h30", "jeudi": split, "vendredi": "fermé"}) == [
        "lundi, jeudi | 8 h 30 – 12 h 30 | 13 h 30 – 17 h 30",
        "mardi | 13 h 30 – 17 h 30",
        "vendredi | fermé",
        "mercredi, samedi, dimanche | horaires non indiqués",
    ]
    assert rows("Mo-Fr 09:00-12:00; PH off") == [
        "lundi à vendredi | 9 h – 12 h", "samedi, dimanche | fermé", "jours fériés | fermé",
    ]  # fmt: skip
    assert rows("24/7")[0] == "tous les jours | 24 heures sur 24"


def test_a_condition_goes_with_its_hours():
    booked = "lundi"
    assert rows({booked: "9h-12h, 14h-17h sur rendez-vous"})[0] == (
        "lundi | 9 h – 12 h | 14 h – 17 h | sur rendez-vous"
    ), "one line for all of them"
    assert rows('Mo 09:00-12:00; Mo 14:00-16:00 "sur rendez-vous", Mo 16:00-17:00')[0] == (
        "lundi | 14 h – 16 h (sur rendez-vous) | 16 h – 17 h"
    )
    assert rows({"lundi": "sur rendez-vous"})[0] == "lundi | sur rendez-vous"


def test_what_does_not_come_every_week_has_its_row():
    week = {
        "lundi": "9h-12h", "un vendredi sur deux à partir du 9 octobre 2026": "14h-16h",
        "le premier lundi du mois": "fermé", "vacances scolaires": "mardi 14h-16h",
        "du mardi au jeudi": "fermé", "samedi": "fermé", "dimanche": "fermé", "vendredi": "fermé",
    }  # fmt: skip
    assert rows(week) == [
        "lundi | 9 h – 12 h",
        "mardi à jeudi, samedi, dimanche | fermé",
        "un vendredi sur deux | 14 h – 16 h",
        "le premier lundi du mois | fermé",
        "vacances scolaires, mardi | 14 h – 16 h",
    ]


@pytest.mark.parametrize(("said", "when"), [
    ("un lundi sur deux à partir du 25 septembre 2023", "un lundi sur deux"),
    ("lundi, une semaine sur deux à partir du 25 septembre 2023", "un lundi sur deux"),
    ("lundi et mardi, une semaine sur deux à partir du 25 septembre 2023",
     "le lundi et le mardi, une semaine sur deux"),
    ("à partir du 14 avril 2022, lundi", "le lundi"),
])  # fmt: skip
def test_a_start_that_is_past_is_not_said(said, when):
    hours = opening({said: "9h-12h"})
    today, before = date(2026, 11, 30), date(2022, 4, 13)
    assert any(row.when == when for row in hours.rows(today))
    assert all("20" not in text for text in hours.stated(today=today))
    assert any("à partir du" in row.when for row in hours.rows(before))
    assert any("à partir du" in text for text in hours.stated())
    english = locale_format(
        LANGUAGES["en"], gettext_functions(LANGUAGES["en"], CATALOGUES)["gettext"]
    )
    assert all("20" not in row.when for row in hours.rows(today, english))
    assert any("202" in row.when for row in hours.rows(before, english))
    assert all("20" not in ahead.words for ahead in hours.dates_ahead(today))


def test_what_is_over_is_not_said_any_more():
    week = 'Mo-Fr 09:00-12:00; 2026 Dec 01-2026 Dec 20 off "Travaux"'
    notice = "du 1er au 20 décembre 2026 | fermé (Travaux)"
    assert rows(week, date(2026, 12, 20), notices=True)[-1] == notice
    assert notice not in rows(week, date(2026, 12, 20)), "a page announces it with its dates"
    assert notice not in rows(week, date(2026, 12, 21), notices=True)
    assert not rows("")
