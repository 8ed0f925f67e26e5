"""What is a département, what only stands in their list."""

import csv

import pytest

from plugins.gazetteer import Gazetteer
from plugins.gazetteer.area_status import TABLE, status_of, told_area
from plugins.gazetteer.areas_covered import AreasCovered
from plugins.gazetteer.coverage import told_coverage

EVERYTHING = Gazetteer.load(["*"])
OVERSEAS = {"975", "977", "978", "984", "986", "987", "988", "989"}
"""Those that have no région of which they could be a département."""


def test_what_is_no_departement_is_said_to_be_something_else():
    others = {code for code, one in EVERYTHING.departements.items() if one.kind != "département"}
    assert others == OVERSEAS | {"972", "973"}  # one assembly instead of two, since 2015
    assert {EVERYTHING.departements[code].region for code in OVERSEAS} == OVERSEAS
    assert {one.code for one in EVERYTHING.regions.values() if not one.is_region} == OVERSEAS


@pytest.mark.parametrize("code", ["2A", "2B", "69", "75", "971", "974", "976", "31"])
def test_what_the_state_calls_a_departement_is_one(code: str):
    assert EVERYTHING.departements[code].kind == "département"
    assert told_area(code) == f"le département {code}"


def test_a_collectivity_and_a_territory_are_said_with_their_article():
    assert (told_area("988"), told_area("984")) == ("la collectivité 988", "le territoire 984")


def test_every_line_of_the_table_is_known_and_says_its_source():
    with TABLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert row["departement"] in EVERYTHING.departements
        assert row["source"].startswith("Insee "), row
        assert status_of(row["departement"]) == (row["sorte"], row["parties"])


def test_what_the_official_codes_put_in_the_place_of_communes_is_none():
    others = {c.departement for c in EVERYTHING.communes.values() if not c.is_commune}
    assert others == {"977", "978", "984", "986", "989"}


@pytest.mark.parametrize(
    ("codes", "choice", "are_split", "have_town_halls"),
    [
        (["31"], "one", True, True), (["988"], "one", True, True), (["978"], "one", False, False),
        (["31", "2A"], "departement", True, True), (["977", "978"], "territory", False, False),
        (["972", "973"], "territory", True, True), (["974", "976"], "departement", True, True),
        (["75", "988"], "mixed", True, True), (["*"], "mixed", True, True),
    ],
)  # fmt: skip
def test_one_chooses_among_what_is_covered(
    codes: list[str], choice: str, are_split: bool, have_town_halls: bool
):
    assert AreasCovered.of(Gazetteer.load(codes)) == (choice, are_split, have_town_halls)


def test_a_directory_tells_of_the_communes_that_it_covers_beyond_its_territories():
    beyond = Gazetteer.load(["2A"]).also_covering(["2B033", "2A004"])
    assert told_coverage(beyond, ["2A"]) == ["2A", "2B033"]
    assert told_coverage(beyond, None) == ["2A", "2B"]
    assert told_coverage(Gazetteer.load(["*"]), ["*"]) == ["*"]
