"""Which département a file of the site belongs to."""

import pytest

from plugins.gazetteer import Gazetteer
from plugins.gazetteer.pages_of_departements import PagesOfDepartements

PAGES = PagesOfDepartements(Gazetteer.load(["2A", "31", "974"]))


@pytest.mark.parametrize(
    ("path", "departement"),
    [
        ("lieux/31/mediatheque/index.html", "31"),
        ("en/lieux/2A/mediatheque/index.html", "2A"),
        ("facile/besoins/demarches/974/index.html", "974"),
        ("cartes/points/31.json", "31"),
        ("qualite/31-a-appeler.csv", "31"),
        ("territoires/epci/243100633/index.html", "31"),
        ("qualite/epci/243100633-lieux.csv", "31"),
        # Not covered, or of all: the machine that joins makes them.
        ("lieux/17/mediatheque/index.html", ""),
        ("territoires/region/31/index.html", ""),
        ("recherche/texte/pages/fragment/31.4dbf9a18.txt", ""),
        ("agenda/semaines/2026-11-16/index.html", ""),
        (".well-known/security.txt", ""),
        ("index.html", ""),
    ],
)
def test_a_path_tells_its_departement(path: str, departement: str):
    assert PAGES.departement_of(path) == departement


def test_an_epci_of_several_departements_belongs_to_a_covered_one():
    gazetteer = Gazetteer.load(["81"])
    siren = next(s for s, e in gazetteer.epcis.items() if e.departements[0] != "81")
    assert PagesOfDepartements(gazetteer).departement_of(f"territoires/epci/{siren}/") == "81"
