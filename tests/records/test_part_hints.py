"""Sentences in the place of fields, and the lines that they surely mean: none where one may not."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.records.hints.day_hint import day_hint
from plugins.records.hints.part_hints import about_the_year, part_lines

TODAY = date(2026, 11, 22)
GUESSED = " si c'est cette année-là"

EXCEPTIONS = {
    "ouvert le 24 décembre de 14h à 17h": ["2026-12-24 14h à 17h"],
    "24 décembre : 9h-12h": ["2026-12-24 9h-12h"],
    "24/12 9h à 12h et de 14h à 17h": ["2026-12-24 9h à 12h et de 14h à 17h"],
    "fermé les 24 et 25 décembre": ["2026-12-24 fermé", "2026-12-25 fermé"],
    "fermé le 31 et le 1er janvier": ["2026-12-31 fermé", "2027-01-01 fermé"],
    "fermé du 28 au 3 janvier": ["2026-12-28/2027-01-03 fermé"],
    "fermé du 1er au 31 août": ["2027-08-01/2027-08-31 fermé"],
    "du 3 au 5 mars fermé pour congés": ["2027-03-03/2027-03-05 fermé (congés)"],
    "fermé du 20 décembre 2026 au 4 janvier": ["2026-12-20/2027-01-04 fermé"],
    "fermé du 10 au 30 novembre": ["2026-11-10/2026-11-30 fermé"],
    "fermé du 10 novembre au 5 décembre": ["2026-11-10/2026-12-05 fermé"],
    "fermé du 10 novembre au 5 décembre 2026": ["2026-11-10/2026-12-05 fermé"],
    "fermé du 24 décembre au 2 janvier 2027": ["2026-12-24/2027-01-02 fermé"],
    "fermé le 24/12/26": ["2026-12-24 fermé"],
    # one day of three, or hours that are only in part understood, would be lost
    "fermé les 24, 25 et 26 décembre": [],
    "le 24 décembre 9hà12h": [],
    "fermé le 31 février": [],
    "fermé du 31 au 3 mars": [],
    "fermé le 24 décembre, ouvert 9h-12h": [],
    "fermé quelquefois": [],
}


def exceptions(text: str) -> list[str]:
    """`part_lines` on one line each: the days, the hours, the reason."""
    joined = "\n".join(part_lines("DatedHours", text, TODAY)).replace("\n  au: ", "/")
    joined = joined.replace("\n  horaires: ", " ")
    for line in (lines := joined.replace("\n  motif: ", " (").split("\n")):
        assert line.startswith("- du: ") or lines == [""]
    return [line[6:] + (")" if "(" in line else "") for line in lines if line]


@pytest.mark.parametrize("text", EXCEPTIONS)
def test_a_sentence_is_an_exception_only_if_all_of_it_is_read(text: str) -> None:
    assert exceptions(text) == EXCEPTIONS[text]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("accessible aux fauteuils roulants", "fauteuil: oui"),
        ("Non accessible", "fauteuil: non"),
        ("boucle magnétique", "boucle_magnetique: oui"),
        ("boucle magnétique en panne", None),
        ("fauteuil, sans ascenseur", None),
        ("pas de marche, accessible", None),
        ("accessible avec aide", None),
        ("fauteuil " + "a" * 20_000 + " b c d e f", None),
    ],
)
def test_an_answer_is_proposed_only_for_words_that_say_no_more(text: str, line: str | None) -> None:
    assert part_lines("Accessibility", text, TODAY) == ([line] if line else [])


@pytest.mark.parametrize(
    ("model", "text", "told"),
    [
        ("DatedHours", "fermé le 24/12", GUESSED),
        ("DatedHours", "fermé le 24 décembre", GUESSED),
        ("DatedHours", "fermé le 24/12/26", ""),
        ("DatedHours", "fermé du 20 décembre 2026 au 4 janvier", ""),
        ("Cancellation", "le 1er décembre", GUESSED),
        ("Source", "Guide 2", ""),
        ("Announcement", "Fermé le 24 décembre", ""),
    ],
)
def test_a_year_is_a_guess_where_no_day_says_its_own(model: str, text: str, told: str) -> None:
    assert about_the_year(model, text) == told


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("24/12/2026 au 02/01/2027", "du", "écrivez « du: 2026-12-24 » et « au: 2027-01-02 »"),
        ("24 décembre au 2 janvier 2027", "du", "écrivez « du: 2026-12-24 » et « au: 2027-01-02 »"),
        (
            "du 24 décembre au 2 janvier",
            "du",
            "écrivez « du: 2026-12-24 » et « au: 2027-01-02 »" + GUESSED,
        ),
        (
            "le 24 et le 31 décembre 2026",
            "du",
            "écrivez un seul jour ici, et les autres après un autre tiret (« - du: … »)",
        ),
        (
            "du 3 au 5 mars 2027",
            "date",
            "écrivez « date: 2027-03-03 » et « jusqu_au: 2027-03-05 »",
        ),
        ("2026-03-03 et 2026-04-05", "verifie_le", "écrivez « 2026-03-03 » ou « 2026-04-05 »"),
        ("3 mars 2026", "verifie_le", ""),
    ],
)
def test_two_days_in_the_place_of_one_are_both_told(text: str, name: str, hint: str) -> None:
    assert day_hint(text, name, TODAY) == hint


def test_the_end_that_stands_in_its_field_stays() -> None:
    told = day_hint("24/12/2026 au 2/1/2027", "du", TODAY, beside={"du": "…", "au": "2027-01-03"})
    assert told == "écrivez « 2026-12-24 »"
