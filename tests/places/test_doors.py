"""Workshops and stops whose place is closed, replaced or elsewhere: `check` says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.common.diagnostic import show
from plugins.records.commands import check
from tests.support.records import GOOD, TODAY, write

MAIRIE = GOOD.replace("Médiathèque de Labège", "Mairie").replace("43.53", "43.535")
WORKSHOP = (
    "titre: Son CV\ntheme: Rédiger son CV\nlieu: 31/mediatheque\n"
    "dates:\n  - tous les mardis de 14h à 16h\n"
)
ROUTE = (
    "nom: Bus\nstatut: en service\narrets:\n  - commune: Labège\n    code_insee: 31254\n"
    "    lieu: 31/mediatheque\n    passages:\n      - tous les mardis, 9h-12h\n"
)
CLOSED = "ferme_le: 2026-01-31\n"
SHUT = "exceptions:\n  - du: 2026-12-20\n    au: 2027-01-03\n    horaires: fermé\n"


def said(folder: Path, place: str, name: str, text: str) -> list[str]:
    """What is said of a workshop or a route, the same with its path and in the whole folder."""
    write(folder, "31/mediatheque.yaml", place)
    write(folder, "31/mairie.yaml", MAIRIE)
    write(folder, name, text)
    every = [show(one, "") for one in check(folder, (), TODAY) if one.path == name]
    assert every == [show(one, "") for one in check(folder, [folder / name], TODAY)]
    return [line.split(": attention: ", 1)[1] for line in every]


WORKSHOPS, ROUTES = "31/ateliers/cv.yaml", "31/tournees/bus.yaml"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            WORKSHOPS, WORKSHOP,
            "lieu: le lieu de l'atelier a fermé (31/mediatheque) ; écrivez « lieu: 31/… », là où "
            "il se passe maintenant, ou « statut: terminé »",
        ),
        (
            ROUTES, ROUTE,
            "arrets[1].lieu: le lieu de l'arrêt Labège a fermé (31/mediatheque) ; écrivez "
            "« lieu: 31/… », là où il se passe maintenant, ou supprimez l'arrêt",
        ),
        (
            "31/ateliers/mediatheque.yaml", WORKSHOP.replace("lieu: 31/mediatheque\n", ""),
            "le lieu de l'atelier a fermé (31/mediatheque) ; écrivez « lieu: 31/… », là où il se "
            "passe maintenant, ou « statut: terminé »",
        ),
    ],
)  # fmt: skip
def test_a_closed_place(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert said(tmp_path, GOOD + CLOSED, name, text) == [expected]
    assert said(tmp_path, GOOD, name, text) == []


@pytest.mark.parametrize("closed", ["", CLOSED])
def test_a_place_that_another_replaces_and_the_advice_passes(tmp_path: Path, closed: str) -> None:
    place = f"{GOOD}{closed}remplace_par: 31/mairie\n"
    [told] = said(tmp_path, place, WORKSHOPS, WORKSHOP)
    assert "est remplacé par 31/mairie" in told
    assert "« lieu: 31/mairie »" in told
    moved = WORKSHOP.replace("31/mediatheque", "31/mairie")
    assert said(tmp_path, place, WORKSHOPS, moved) == []
    assert said(tmp_path, place, WORKSHOPS, WORKSHOP + "statut: terminé\n") == []


def test_a_stop_in_another_commune_than_its_place(tmp_path: Path) -> None:
    other = ROUTE.replace("Labège", "Escalquens").replace("31254", "31169")
    [told] = said(tmp_path, GOOD, ROUTES, other)
    assert told == (
        "arrets[1].lieu: cet arrêt est à Escalquens, et son lieu à Labège (31/mediatheque) ; "
        "écrivez « commune: Labège » et « code_insee: 31254 », ou un autre lieu"
    )
    assert said(tmp_path, GOOD, ROUTES, ROUTE) == []


def test_a_workshop_of_another_departement_than_its_place(tmp_path: Path) -> None:
    [told] = said(tmp_path, GOOD, "16/ateliers/cv.yaml", WORKSHOP)
    assert "l'atelier est dans le dossier 16, et son lieu dans le département 31" in told
    assert told.endswith("ou déplacez le fichier dans 31/ateliers/")


@pytest.mark.parametrize(
    ("territory", "is_out"),
    [("epci/243100518", True), ("epci/243100633", False), ("departement/31", False),
     ("commune/31169", True), ("autre/pays", False)],
)  # fmt: skip
def test_a_workshop_out_of_its_territories(tmp_path: Path, territory: str, is_out: bool) -> None:
    text = f"{WORKSHOP}territoires:\n  - {territory}\n"
    found = said(tmp_path, GOOD, WORKSHOPS, text)
    assert len(found) == is_out
    if is_out:
        assert "ajoutez « commune/31254 » à « territoires »" in found[0]
        assert said(tmp_path, GOOD, WORKSHOPS, f"{text}  - commune/31254\n") == []


def test_dates_on_which_the_place_is_shut_and_the_advice_passes(tmp_path: Path) -> None:
    [told] = said(tmp_path, GOOD + SHUT, WORKSHOPS, WORKSHOP)
    assert told == (
        "dates: pour 2 dates, du 22 décembre 2026 au 29 décembre 2026, le lieu de l'atelier est "
        "fermé (31/mediatheque) ; s'il n'y a rien ces jours-là, ajoutez à « annulations » "
        "« - date: 2026-12-22 » et « jusqu_au: 2026-12-29 » ; sinon, corrigez la fiche du lieu"
    )
    cancelled = "annulations:\n  - date: 2026-12-22\n    jusqu_au: 2026-12-29\n"
    assert said(tmp_path, GOOD + SHUT, WORKSHOPS, WORKSHOP + cancelled) == []
    [one] = said(tmp_path, GOOD + SHUT.replace("2027-01-03", "2026-12-26"), ROUTES, ROUTE)
    assert one.startswith("arrets[1].passages: le mardi 22 décembre 2026, le lieu de l'arrêt")


def closed_in(season: str, more: str = "") -> str:
    return GOOD.replace("  dimanche: fermé\n", f"  dimanche: fermé\n  {season}: fermé\n") + more


@pytest.mark.parametrize(
    ("season", "more", "told"),
    [
        ("août", "", "pour 5 dates, du 3 août 2027 au 31 août 2027, le lieu de l'atelier est"),
        ("du 24 décembre au 2 janvier", "", "le mardi 29 décembre 2026, le lieu de l'atelier"),
        ("juillet-août", "exceptions:\n  - du: 2027-08-01\n    au: 2027-08-31\n"
         "    horaires: 9h-12h\n", "pour 4 dates, du 6 juillet 2027 au 27 juillet 2027, le lieu"),
    ],
)  # fmt: skip
def test_seasons_in_which_the_place_is_shut(
    tmp_path: Path, season: str, more: str, told: str
) -> None:
    found = said(tmp_path, closed_in(season, more), WORKSHOPS, WORKSHOP)
    assert [line.startswith(f"dates: {told}") for line in found] == [True]
    sure = WORKSHOP.replace("14h à 16h", "14h à 16h, sauf vacances scolaires")
    assert said(tmp_path, closed_in(season, more), WORKSHOPS, sure) == []


def test_a_weekday_that_is_closed_all_year_or_in_summer_is_no_season(tmp_path: Path) -> None:
    assert said(tmp_path, GOOD.replace("mardi: 9h-12h, 14h-17h30", "mardi: fermé"), WORKSHOPS,
                WORKSHOP) == []  # fmt: skip
    summer = GOOD.replace("  dimanche: fermé\n", "  dimanche: fermé\n  août, mardi: fermé\n")
    assert said(tmp_path, summer, WORKSHOPS, WORKSHOP) == []


@pytest.mark.parametrize(
    "more",
    [
        SHUT.replace("fermé", "10h-12h"),
        SHUT.replace("2026-12-20", "2026-08-01").replace("2027-01-03", "2026-08-15"),
    ],
)
def test_other_hours_and_days_gone_by_are_no_closing(tmp_path: Path, more: str) -> None:
    assert said(tmp_path, GOOD + more, WORKSHOPS, WORKSHOP) == []


def test_a_season_said_after_the_hours(tmp_path: Path) -> None:
    place = GOOD.replace("  lundi: fermé\n", "  lundi: 9h-12h, fermé en août\n")
    [told] = said(tmp_path, place, WORKSHOPS, WORKSHOP)
    assert told.startswith("dates: pour 5 dates, du 3 août 2027 au 31 août 2027")
