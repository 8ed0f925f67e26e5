"""A record that says itself closed, a person's name, or a number that is none: `check` tells."""

from datetime import date

import pytest

from plugins.records.checks.context import Context
from plugins.records.checks.standing_of_place import house_number, open_or_not, town_in_address
from plugins.records.doubts.private_texts import nothing_private
from tests.support.places import gazetteer, place

TODAY = Context(gazetteer(), date(2026, 11, 29))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("nom", "Espace du Lac (fermée depuis 2024)"),
        ("presentation_resume", "Fermé définitivement depuis 2023."),
        ("presentation_detail", "Ce service n'est plus assuré."),
        ("complement_adresse", "Nouvelle adresse : 4 rue Neuve"),
        ("horaires_brut", "Fermé au public"),
        ("nom", "Espace du Lac (travaux jusqu'au 3 mars)"),
    ],
)
def test_a_record_that_says_closed_is_told(field: str, text: str) -> None:
    assert [found.where for found in open_or_not(place(**{field: text}), TODAY)] == [(field,)]
    assert not list(open_or_not(place(**{field: text, "ferme_le": "2024-05-01"}), TODAY))


def test_a_time_that_ends_may_be_dated() -> None:
    dated: list[dict[str, str]] = [{"du": "2026-11-01", "au": "2027-03-03", "texte": "Travaux"}]
    said: dict[str, object] = {"nom": "Espace du Lac (travaux jusqu'au 3 mars)", "annonces": dated}
    assert not list(open_or_not(place("31/espace", **said), TODAY))


@pytest.mark.parametrize("name", ["Ancienne Poste", "TEST lieu", "EX Mairie"])
def test_a_doubtful_name_until_it_is_confirmed(name: str) -> None:
    [found] = open_or_not(place(nom=name), TODAY)
    assert found.where == ("nom",)
    assert found.hint.endswith("ajoutez « nom_confirme: oui »")
    assert not list(open_or_not(place(nom=name, nom_confirme="oui"), TODAY))
    closed = place(nom=f"{name} (fermée depuis 2024)", nom_confirme="oui")
    assert list(open_or_not(closed, TODAY)), "a name that says closed is another thing"


@pytest.mark.parametrize("text", ["La Ferme", "Médiathèque de la Ferme", "Fermette"])
def test_a_farm_is_not(text: str) -> None:
    assert not list(open_or_not(place(nom=text, adresse=text), TODAY))


@pytest.mark.parametrize(
    ("fields", "doubtful"),
    [
        ({"nom": "DUPONT Marie"}, True),
        ({"nom": "Melle Exemple"}, True),
        ({"nom": "Mohammed Exemple"}, True),
        ({"nom": "Mohammed Exemple", "nom_confirme": "oui"}, False),
        ({"nom": "Melle Exemple", "nom_confirme": "oui"}, False),
        ({"nom": "S.F.M. Clichy"}, False),
        ({"nom": "Louis Aragon", "typologie": ["BIB"]}, False),
        ({"nom": "Louis Aragon"}, True),
    ],
)
def test_the_name_of_a_person_until_it_is_confirmed(
    fields: dict[str, object], doubtful: bool
) -> None:
    found = [
        diagnostic.message for diagnostic in nothing_private(place("31/espace", **fields), TODAY)
    ]
    assert len(found) == doubtful


@pytest.mark.parametrize(
    ("street", "told"),
    [
        ("99999 rue Verte", True),
        ("0 rue Verte", True),
        ("0,rue Verte", True),
        ("#REF! rue Verte", True),
        ("#ERREUR! rue Verte", True),
        ("31670 rue Verte", True),
        ("n° 0, rue Verte", True),
        ("999 rue Verte", False),
        ("#12 rue Verte", False),
        ("8 mai 1945", False),
    ],
)
def test_a_number_that_no_house_has(street: str, told: bool) -> None:
    assert bool(list(house_number(place(adresse=street), TODAY))) is told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("3 rue Verte, 31670 Labège", "écrivez « 3 rue Verte »"),
        ("3 rue Verte 31670 LABEGE", "écrivez « 3 rue Verte »"),
        ("3 rue Verte, 31670", "écrivez « 3 rue Verte »"),
        ("3 rue de Labège", ""),
        ("3 rue Verte BP 31670 Nord", ""),
        ("31670 Labège", ""),
    ],
)
def test_the_town_is_not_said_twice(typed: str, told: str) -> None:
    hints = [one.hint for one in town_in_address(place(adresse=typed), TODAY)]
    assert hints == ([told] if told else [])
