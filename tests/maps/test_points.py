"""The columns that a map loads: what can be read back from them."""

import json
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.maps.points import departement_points, differences, national_points, on_map
from plugins.vocabulary.facets import FACET_WORDS
from tests.support.map_places import ALL, HARBOUR, LIBRARY, entries_of
from tests.support.places import directory


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["17", "31"])


PLACES = directory(ALL)


def file_of(gazetteer: Gazetteer, code: str):
    found = on_map(entries_of(PLACES, code))
    return json.loads(departement_points(code, found, PLACES, gazetteer))


@given(st.lists(st.integers(-(10**9), 10**9)))
def test_differences_add_up_to_the_values(values: list[int]):
    assert list(accumulate(differences(values))) == values


def test_only_open_places_with_a_position_are_on_a_map_from_south_to_north(gazetteer: Gazetteer):
    assert file_of(gazetteer, "31")["id"] == ["mediatheque", "mairie-annexe"]


def test_positions_are_true_to_a_metre(gazetteer: Gazetteer):
    file = file_of(gazetteer, "31")
    rank = file["id"].index("mediatheque")
    latitude = sum(file["lat"][: rank + 1]) * file["unit"]
    longitude = sum(file["lon"][: rank + 1]) * file["unit"]
    assert latitude == pytest.approx(LIBRARY.latitude, abs=1e-5)
    assert longitude == pytest.approx(LIBRARY.longitude, abs=1e-5)


def test_a_place_has_its_name_its_commune_its_facets_and_its_labels(gazetteer: Gazetteer):
    file = file_of(gazetteer, "31")
    rank = file["id"].index("mediatheque")
    assert file["nom"][rank] == "Mediatheque"
    assert file["communes"][file["commune"][rank]] == ["31254", "Labège"]
    assert [file["labels"][label] for label in file["label"][rank]] == ["france-services"]
    has = [facet for k, facet in enumerate(file["facets"]) if file["has"][rank] >> k & 1]
    assert tuple(file["facets"]) == FACET_WORDS
    assert has == list(LIBRARY.facets) == ["besoin-demarches", "gratuit"]
    assert file["has"][file["id"].index("mairie-annexe")] == 0


def test_the_country_has_the_places_of_each_departement_in_the_same_order(gazetteer: Gazetteer):
    groups = {code: on_map(entries_of(PLACES, code)) for code in ("17", "31")}
    file = json.loads(national_points(groups, gazetteer))
    assert file["departements"] == [["17", "Charente-Maritime", 1], ["31", "Haute-Garonne", 2]]
    latitudes = [step * file["unit"] for step in accumulate(file["lat"])]
    entries = [entry for found in groups.values() for entry in found]
    assert latitudes == pytest.approx([entry.latitude for entry in entries], abs=1e-4)
    bit = file["facets"].index("besoin-demarches")
    assert [has >> bit & 1 for has in file["has"]] == [1, 1, 0]


def test_a_departement_without_places_is_an_empty_file(gazetteer: Gazetteer):
    file = json.loads(departement_points("17", [], PLACES, gazetteer))
    assert file["id"] == file["lat"] == file["communes"] == []


def test_the_same_places_are_the_same_bytes(gazetteer: Gazetteer):
    found = on_map(entries_of(PLACES, "17"))
    once, again = (departement_points("17", found, PLACES, gazetteer) for _ in range(2))
    assert once == again
    assert "Maison du port" in once
    assert HARBOUR.commune in once
