"""What is over, or soon will be, is said once, with the lines that may go."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.records.doubts.ended import last_day
from tests.support.records import EPCI, GOOD, LABEL, NETWORK, ROUTE, WORKSHOP, lines

LABELS, NETWORKS = "labels/x.yaml", "reseaux/x.yaml"
LIVING = ((LABELS, LABEL), (NETWORKS, NETWORK), ("territoires/epci/243100633.yaml", EPCI))


def said(name: str, text: str) -> list[str]:
    """Messages without their position (today is 22 November 2026)."""
    return [line.split(": attention: ", 1)[1] for line in lines(text, name)]


def ending(name: str, text: str, end: str) -> str:
    if "territoires" in name:
        return f"{text}coordination:\n  - nom: X\n    statut: actif\n    jusqu_a: {end}\n"
    return f"{text}jusqu_a: {end}\n"


@pytest.mark.parametrize(("name", "text"), LIVING)
@pytest.mark.parametrize("end", ["2026-11-21", "2026-10", "2025"])
def test_an_end_that_is_past_ends_the_status(name: str, text: str, end: str) -> None:
    record = ending(name, text, end)
    [found] = said(name, record)
    assert "la fin est passée (" in found
    assert found.endswith("écrivez « statut: terminé », ou corrigez « jusqu_a »")
    assert said(name, record.replace("statut: actif", "statut: terminé")) == []


@pytest.mark.parametrize(("name", "text"), LIVING)
@pytest.mark.parametrize(("end", "is_soon"), [("2026-11-22", True), ("2027-02", False),
    ("2027-01", True), ("2026", True), ("2027", False), ("2027-02-20", True)])  # fmt: skip
def test_an_end_that_is_near_is_said(name: str, text: str, end: str, is_soon: bool) -> None:
    found = said(name, ending(name, text, end))
    assert len(found) == is_soon
    assert not found or "la fin est bientôt, le " in found[0]


def test_an_end_to_come_is_not_over() -> None:
    text = LABEL.replace("actif", "terminé") + "jusqu_a: 2027-06\n"
    [found] = said(LABELS, text)
    assert found == (
        "statut: le statut est « terminé », et la fin n'est pas passée (30 juin 2027) ; écrivez "
        "« statut: actif » jusqu'à ce jour, ou corrigez « jusqu_a »"
    )
    assert said(LABELS, text.replace("terminé", "actif")) == []


def test_a_day_that_does_not_exist_is_said_once() -> None:
    assert len(lines(LABEL + "jusqu_a: 2026-02-31\n", LABELS)) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3)),
    ],
)
def test_last_days(text: str, day: date) -> None:
    assert last_day(text) == day


CLOSED = "    horaires: fermé\n"
PAST = {
    "31/x.yaml": (
        GOOD + "exceptions:\n  - du: 2026-08-01\n    au: 2026-08-15\n" + CLOSED,
        "exceptions[1]: cette exception est passée depuis le 15 août 2026",
    ),
    "31/y.yaml": (
        GOOD + "annonces:\n  - du: 2026-08-01\n    au: 2026-11-21\n    texte: Travaux\n",
        "annonces[1]: cette annonce est passée depuis le 21 novembre 2026",
    ),
    "31/ateliers/x.yaml": (
        WORKSHOP + "dates:\n  - tous les mardis de 14h à 16h\nannulations:\n  - date: 2026-11-17\n",
        "annulations[1]: cette annulation est passée depuis le 17 novembre 2026",
    ),
    "31/tournees/x.yaml": (
        ROUTE + "arrets:\n  - commune: Labège\n    code_insee: 31254\n    passages:\n"
        "      - tous les mardis de 14h à 16h\n    annulations:\n      - date: 2026-11-17\n",
        "arrets[1].annulations[1]: cette annulation est passée depuis le 17 novembre 2026",
    ),
}


@pytest.mark.parametrize("name", PAST)
def test_lines_that_are_past_may_go(name: str) -> None:
    text, expected = PAST[name]
    assert said(name, text) == [f"{expected} ; vous pouvez retirer ces lignes"]


def test_several_take_one_message_and_those_to_come_stay() -> None:
    days = ("2026-05-01", "2026-05-08", "2026-12-24")
    text = GOOD + "exceptions:\n" + "".join(f"  - du: {day}\n{CLOSED}" for day in days)
    assert said("31/x.yaml", text) == [
        "exceptions[1]: 2 exceptions sont passées (2026-05-01, 2026-05-08) ; vous pouvez retirer "
        "ces lignes"
    ]
    left = GOOD + f"exceptions:\n  - du: {days[2]}\n{CLOSED}"
    assert said("31/x.yaml", left) == []


def test_a_message_without_an_end_and_a_closed_place_are_left_alone() -> None:
    assert said("31/x.yaml", GOOD + "annonces:\n  - du: 2026-08-01\n    texte: Travaux\n") == []
    text, _ = PAST["31/x.yaml"]
    assert said("31/x.yaml", text + "ferme_le: 2026-09-01\n") == []


def test_a_season_of_a_year_that_is_past() -> None:
    week = GOOD.replace(GOOD[GOOD.index("horaires:") : GOOD.index("services:")], "")
    usual = "Mo-Fr 09:00-12:00"
    [found] = said("31/x.yaml", f'{week}horaires: "{usual}; 2025 Jul 01-Aug 31 off"\n')
    assert "« 2025 Jul 01-Aug 31 off » est d'une année passée" in found
    assert said("31/x.yaml", f'{week}horaires: "{usual}; 2026 Dec 24 off"\n') == []
    assert said("31/x.yaml", f'{week}horaires: "{usual}"\n') == []
