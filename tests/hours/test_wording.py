"""Hours said in plain French."""

import pytest

from plugins.hours import OpeningHours, State, read_hours
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


def test_the_table_of_the_week():
    days = opening(
        {"lundi": "9h-12h", "mardi": "fermé", "mercredi": "sur rendez-vous",
         "un vendredi sur deux à partir du 9 octobre 2026": "14h-16h",
         "le premier lundi du mois": "fermé"}
    ).days()  # fmt: skip
    assert [day.weekday for day in days] == list(range(7))
    assert [day.state for day in days] == [
        State.OPEN, State.CLOSED, State.UNKNOWN, State.UNKNOWN, State.OPEN, State.UNKNOWN,
        State.UNKNOWN,
    ]  # fmt: skip
    assert days[0].spans == ((540, 720),)
    assert plain(days[0].note) == "le premier lundi du mois : fermé"
    assert [plain(day.words) for day in days[1:5]] == [
        "fermé", "sur rendez-vous", "horaires non indiqués",
        "un vendredi sur deux à partir du 9 octobre 2026, de 14 h à 16 h",
    ]  # fmt: skip
