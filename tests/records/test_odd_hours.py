"""Hours that no place of help keeps are asked about, with what to write; usual ones never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.french.days import DAYS
from plugins.hours import Span, read_hours
from plugins.hours.read.spans import typed_spans
from plugins.records.doubts.odd_hours import odd_hours

ALWAYS = dict.fromkeys(DAYS, "24h/24")


def said(typed: str | dict[str, str]) -> list[tuple[str, str, str]]:
    """Entry, message and advice of each doubt."""
    return [(str(*one.where), one.message, one.hint) for one in odd_hours(typed, read_hours(typed))]


@pytest.mark.parametrize(
    ("typed", "entry", "message", "advice"),
    [
        ("24/7", "", "jour et nuit", "« lundi: 9h-12h »"),
        (ALWAYS, "", "jour et nuit", "« lundi: 9h-12h »"),
        ("Mo-Su 00:00-24:00", "", "jour et nuit", "« lundi: 9h-12h »"),
        ({"lundi": "24h/24"}, "lundi", "la nuit ?", "« 9h-12h »"),
        ({"lundi": "9h-12h", "mardi": "2h-5h"}, "mardi", "« 2h-5h » : ouvert", "« 14h-17h »"),
        ({"mardi": "3h-11h"}, "mardi", "« 3h-11h » : ouvert la nuit", "vraies heures"),
        ({"mardi": "2h-17h30"}, "mardi", "ouvert la nuit", "« 14h-17h30 »"),
        ({"mardi": "9h-9h10"}, "mardi", "dure 10 minutes", "« 9h-12h »"),
        ({"mardi": "8h-22h"}, "mardi", "14 heures de suite", "vérifiez"),
        ({"mardi": "7h-12h, 12h30-22h"}, "mardi", "fait 14 heures dans la journée", "vérifiez"),
        ({"dimanche": "9h-12h"}, "", "que le dimanche", "« samedi: fermé »"),
        ("Su 09:00-12:00", "", "que le dimanche", "« ; Sa off »"),
        ("dimanche 9h-12h", "", "que le dimanche", "« , samedi fermé »"),
    ],
)  # fmt: skip
def test_odd_hours_are_asked_about(
    typed: str | dict[str, str], entry: str, message: str, advice: str
) -> None:
    found = said(typed)
    assert [one for one in found if one[0] == entry and message in one[1] and advice in one[2]]


@pytest.mark.parametrize(
    "typed",
    [
        {"lundi": "9h-19h", "samedi": "8h30-12h30"},
        {"lundi": "6h-19h"},
        {"vendredi": "18h-23h"},
        {"lundi": "8h-12h30, 13h30-19h30"},
        {"dimanche": "9h-12h", "samedi": "fermé"},
        "Su 09:00-12:00; Sa off",
        "dimanche 9h-12h, samedi fermé",
        {"dimanche": "9h-12h", "lundi": "9h-12h"},
        {"dimanche": "9h-12h", "juillet-août, lundi": "9h-12h"},
        "Mo-Fr 09:00-12:00,14:00-17:30; PH off",
        "sur rendez-vous",
        "Mo-Fr 08:30-12:30,13:30-17:00; Sa 09:00-09:15",
    ],
)
def test_usual_hours_are_not(typed: str | dict[str, str]) -> None:
    assert said(typed) == []


def test_one_slip_has_one_message() -> None:
    [(entry, message, advice)] = said({"jeudi": "4h30-18h30", "samedi": "fermé"})
    assert (entry, message) == ("jeudi", "« 4h30-18h30 » : ouvert la nuit ?")
    assert "« 16h30-18h30 »" in advice


@pytest.mark.parametrize("typed", ["2h-5h", "9h-9h05", "1h-4h30", "5h-6h"])
def test_the_hours_proposed_pass(typed: str) -> None:
    [(_, _, advice)] = said({"mardi": typed, "samedi": "fermé"})
    proposed = advice.split("« ")[1].split(" »")[0]
    assert said({"mardi": proposed, "samedi": "fermé"}) == []


@given(st.integers(6 * 60, 12 * 60), st.integers(15, 8 * 60))
def test_a_morning_and_an_afternoon_are_never_odd(start: int, length: int) -> None:
    assert said({"mardi": typed_spans([Span(start, start + length)])}) == []
