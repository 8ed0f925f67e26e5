"""Merged rows that disagree are told with both values and both sources."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake import ImportReport
from plugins.records.reading.reader import Tree, read_record
from tests.support.intake import LABEGE, Row

Importing = Callable[..., ImportReport]
OTHER = {**LABEGE, "id": "b1", "source": "autre-liste-2024-01"}
ID = "31/mediatheque-de-labege"
WEEK = "Mo-Fr 09:00-12:00,14:00-18:00"


def record(places: Path) -> Tree:
    tree = read_record(places / f"{ID}.yaml", places)
    assert isinstance(tree, dict)
    return tree


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"latitude": "43.5455", "longitude": "1.5308"}, "coordonnées", "43.54550, 1.53080"),
        ({"code_postal": "31671"}, "code_postal", "31671"),
        ({"telephone": "05 61 00 00 02"}, "telephone", "05 61 00 00 02"),
        ({"courriels": "contact@exemple.fr"}, "courriels", "contact@exemple.fr"),
        ({"site_web": "https://b.exemple.fr"}, "site_web", "https://b.exemple.fr"),
        ({"horaires": WEEK}, "horaires", "lundi 9h-12h, 14h-18h"),
    ],
)
def test_a_disagreement_is_named(
    importing: Importing, tmp_path: Path, changes: Row, field: str, value: str
) -> None:
    first = {**LABEGE, "courriels": "mairie@exemple.fr", "site_web": "https://a.exemple.fr"}
    report = importing(first, {**OTHER, **changes}, report=tmp_path / "rapport.json")
    assert report.counts["merged"] == 1
    (conflict,) = report.conflicts
    assert (conflict.id, conflict.field) == (ID, field)
    said = dict(conflict.said)
    assert said.keys() == {"liste-exemple-2024-01", "autre-liste-2024-01"}
    assert value in said["autre-liste-2024-01"]
    lines = report.summary()
    assert any("autre-liste-2024-01 dit" in line and field in line for line in lines)
    written = json.loads((tmp_path / "rapport.json").read_text("utf-8"))
    assert {item["source"] for item in written["conflicts"][0]["said"]} == said.keys()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"site_web": "http://www.exemple.fr/"},
        {"latitude": "43.5315"},  # some seventy metres
        {"telephone": ""},
        {"telephone": "05 61 00 00 00 / 05 61 00 00 02"},
        {"horaires": "mardi au vendredi : 9h à 12h et 14h à 17h30"},
    ],
)
def test_rows_that_agree_are_not(importing: Importing, changes: Row) -> None:
    report = importing({**LABEGE, "site_web": "https://exemple.fr"}, {**OTHER, **changes})
    assert report.counts["merged"] == 1
    assert [conflict.field for conflict in report.conflicts if conflict.field != "horaires"] == []


def test_two_rows_against_one_tell_where_the_place_is(importing: Importing, places: Path) -> None:
    far = {"latitude": "43.5455", "longitude": "1.5308"}
    alone = {**LABEGE, **far, "date_maj": "2025-01-01"}
    third = {**OTHER, "id": "c1", "source": "troisieme-liste"}
    report = importing(alone, OTHER, third)
    assert report.counts["merged"] == 2
    assert record(places)["latitude"] == "43.5309"
    assert [c.field for c in report.conflicts] == ["coordonnées"]


def test_a_point_with_an_address_wins_over_one_without(importing: Importing, places: Path) -> None:
    bare = {**LABEGE, "adresse": "", "latitude": "43.5330", "date_maj": "2025-01-01"}
    importing(bare, OTHER)
    assert record(places)["latitude"] == "43.5309"
    assert "position" not in record(places)


@pytest.mark.parametrize("address", ["Place du Marché", "3 rue du Lac", "14 rue de la Croix Rose"])
def test_another_door_is_named(importing: Importing, address: str) -> None:
    first = {**LABEGE, "nom": "Médiathèque Jean Exemple", "adresse": "12 rue de la Croix Rose"}
    other = {**first, **OTHER, "nom": first["nom"], "adresse": address}
    report = importing(first, other)
    assert report.counts["merged"] == 1  # its own name, its telephone
    (conflict,) = report.conflicts
    assert conflict.field == "adresse"
    assert {value for _, value in conflict.said} == {first["adresse"], address}


def test_two_streets_are_two_places_and_it_is_asked(importing: Importing) -> None:
    first = {**LABEGE, "nom": "Mission locale", "typologie": "ML", "telephone": ""}
    first["adresse"] = "3 rue Victor Hugo"
    other = {**first, "id": "b1", "source": "autre-liste", "adresse": "9 place du Marché"}
    report = importing(first, other)
    assert report.counts["imported"] == 2
    assert any("peut-être le même lieu" in doubt for row in report.rows for doubt in row.doubts)


def test_a_row_without_an_address_does_not_make_two_doors_one(importing: Importing) -> None:
    first = {**LABEGE, "nom": "Centre social Jean Exemple", "typologie": "CS", "telephone": ""}
    doors = ("3 rue Victor Hugo", "9 place du Marché", "")
    rows = [
        {**first, "id": f"a{rank}", "source": f"liste-{rank}", "adresse": address}
        for rank, address in enumerate(doors)
    ]
    report = importing(*rows)
    assert (report.counts["imported"], report.counts["merged"]) == (2, 1)


def test_two_rows_of_one_list_are_told_apart_by_their_number(importing: Importing) -> None:
    report = importing(LABEGE, {**LABEGE, "id": "a2", "code_postal": "31671"})
    (conflict,) = report.conflicts
    assert {source for source, _ in conflict.said} == {
        "liste-exemple-2024-01, ligne 2",
        "liste-exemple-2024-01, ligne 3",
    }
    assert "liste-exemple-2024-01, ligne 3, dit « 31671 »" in conflict.sentence()


def test_a_row_of_an_earlier_import_is_told_by_its_identifier(importing: Importing) -> None:
    importing({**LABEGE, "id": "a2", "code_postal": "31671"})
    (conflict,) = importing(LABEGE).conflicts
    assert {source for source, _ in conflict.said} == {
        "liste-exemple-2024-01, ligne 2",
        "liste-exemple-2024-01, n° a2",
    }
