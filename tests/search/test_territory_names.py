"""Départements and EPCI among the names that can be typed."""

from plugins.gazetteer import Gazetteer
from plugins.search.commune_names import names_of
from plugins.search.territory_names import TerritoryName, territory_names


def found() -> dict[str, TerritoryName]:
    gazetteer = Gazetteer.load(["16", "17", "31"])
    taken = [name.folded for name in names_of(gazetteer)]
    return {name.folded: name for name in territory_names(gazetteer, taken)}


def test_an_epci_has_its_name_without_what_it_is():
    names = found()
    assert names["sicoval"].line_in("") == (
        "sicoval\t31\t243100633\tCommunauté d'agglomération du Sicoval\tE"
    )
    assert {"grand angouleme", "le muretain", "le muretain agglo", "vals de saintonge"} <= {*names}
    assert {"toulouse metropole", "tarn agout", "saintes grandes rives"} <= {*names}


def test_a_departement_has_no_number():
    assert found()["haute garonne"].line_in("") == "haute garonne\t31\t\tHaute-Garonne\tD"


def test_the_name_of_a_commune_means_the_commune():
    assert not {"la rochelle", "rochelle", "ile de re"} & {*found()}


def test_no_word_of_a_territory_is_taken_for_a_postcode():
    for name in found().values():
        assert not any(word[0].isdigit() for word in name.words())
