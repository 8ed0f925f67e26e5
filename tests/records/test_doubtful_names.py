"""Names that a list or a volunteer left behind: told, never refused."""

from datetime import date

import pytest

from plugins.records.checks.context import Context
from plugins.records.checks.standing_of_place import open_or_not
from plugins.records.standing.doubtful_names import doubt_of_name
from tests.support.places import gazetteer, place

DOUBTFUL = [
    "EX Cyberbase",
    "Ex-EPN de Labège",
    "Ex. mairie",
    "EX: Cyberbase",
    "Ancienne médiathèque",
    "ANCIENNE MAIRIE",
    "Anciens locaux du CCAS",
    "L'Ancienne Poste",
    "Espace du Lac (HS)",
    "Espace du Lac - HS",
    "Espace OLD",
    "Médiathèque (ancien)",
    "TEST",
    "test test 2",
    "Lieu test",
    "Essai",
    "Médiathèque (test)",
    "TEST - Médiathèque",
    "TEST MEDIATHEQUE",
    "Mairie TEST",
    "Médiathèque_test",
]
SURE = [
    "Extra Muros",
    "Exposition permanente",
    "Ex Machina",
    "Demo-TIC",
    "Espace Testelin",
    "Crash test",
    "Espace-test agricole du Lac",
    "Espace Ancienne Gare",
    "Ancienne Gare",
    "L'Ancien Couvent",
    "Les Anciens Abattoirs",
    "Médiathèque de l'Ancien Théâtre",
    "Espace du Lac (ancienne école)",
    "Espace du Lac (ex Cyberbase)",
    "Anciens Combattants du Lac",
    "Centre d'Ancenis",
    "Harold",
    "Exploradôme",
    "Ex Libris",
    "Espace Contest",
    "Médiathèque Vieille École",
    "Maison des Anciens Combattants",
    "Laboratoire d'essais numériques",
    "Espace exemplaire",
    "Centre de tests et de formation",
]


@pytest.mark.parametrize("name", DOUBTFUL)
def test_a_person_looks_at_it(name: str) -> None:
    assert doubt_of_name(name)


@pytest.mark.parametrize("name", SURE)
def test_an_ordinary_name_is_not_doubted(name: str) -> None:
    assert doubt_of_name(name) == ""


def test_a_check_asks_and_refuses_nothing() -> None:
    context = Context(gazetteer(), date(2026, 11, 29))
    (found,) = open_or_not(place("31/espace", nom="EX Cyberbase"), context)
    assert found.where == ("nom",)
    assert found.severity == "warning"


@pytest.mark.parametrize(
    "fields",
    [
        {"nom": "TEST", "ferme_le": "2024-05-01"},
        {"nom": "Espace du Lac", "adresse": "1 rue de l'Ancienne École"},
        {"nom": "Espace du Lac", "complement_adresse": "Ancienne mairie"},
    ],
)
def test_a_check_asks_nothing_else(fields: dict[str, str]) -> None:
    assert not list(open_or_not(place(**fields), Context(gazetteer(), date(2026, 11, 29))))
