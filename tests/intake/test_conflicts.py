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
        ({"horaires": WEEK}, "horaires", "lundi 9h-12h, 14h-18h"),
    ],
)
def test_a_disagreement_is_named(
    importing: Importing, tmp_path: Path, changes: Row, field: str, value: str
) -> None:
    report = importing(LABEGE, {**OTHER, **changes}, report=tmp_path / "rapport.json")
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
        {"latitude": "43.5315"},  # some seventy metres
        {"telephone": ""},
        {"telephone": "05 61 00 00 00 / 05 61 00 00 02"},
        {"horaires": "mardi au vendredi : 9h à 12h et 14h à 17h30"},
    ],
)
def test_rows_that_agree_are_not(importing: Importing, changes: Row) -> None:
    report = importing(LABEGE, {**OTHER, **changes})
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
