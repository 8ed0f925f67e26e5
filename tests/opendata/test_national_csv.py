"""The national file: its official schema refuses nothing but what we say that it will."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Resource, Schema

from plugins.opendata.formats.export_format import Surroundings
from plugins.opendata.formats.national_csv import NATIONAL, NATIONAL_BEFORE
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.vocabulary.national import COLUMNS, NO_PIVOT
from tests.support.exports import (
    carried,
    losses,
    put,
    real_places,
    real_surroundings,
    surroundings,
    written,
)
from tests.support.places import full_place, place

SCHEMA = json.loads(
    (
        Path(__file__).parents[1] / "vendor" / "standard-mediation-num" / "schema-1.0.2.json"
    ).read_text("utf-8")
)
FAR = 1_000_000
"""The validation stops at 1,000 errors by itself, and calls the rest valid."""


def refused(content: bytes, folder: Path, schema: dict[str, Any] = SCHEMA) -> set[tuple[str, str]]:
    """Id and column of each cell that the official schema refuses; any other fault fails here."""
    put(folder, "file.csv", content)
    resource = Resource(
        path="file.csv", basepath=str(folder), schema=Schema.from_descriptor(schema)
    )
    report = resource.validate(limit_errors=FAR)
    assert report.errors == []
    errors = report.tasks[0].errors
    assert {error.type for error in errors} <= {"constraint-error"}
    told = [error.to_descriptor() for error in errors]
    return {(error["cells"][0], error["fieldName"]) for error in told}


def row(shown: Place, around: Surroundings | None = None) -> dict[str, str]:
    (found,) = csv.DictReader(io.StringIO(written(NATIONAL, [shown], around).decode()))
    return found


def test_the_columns_are_those_of_the_schema_in_its_order():
    assert [field["name"] for field in SCHEMA["fields"]] == list(COLUMNS)


@pytest.mark.parametrize("form", [NATIONAL, NATIONAL_BEFORE])
def test_the_official_schema_refuses_only_what_is_announced(form, tmp_path):
    places, around = real_places(), real_surroundings()
    schema = json.loads(json.dumps(SCHEMA))
    if form is NATIONAL_BEFORE:  # version 1.0.1 lacks this value, and nothing else
        labels = next(f for f in schema["fields"] if f["name"] == "formations_labels")
        pattern = labels["constraints"]["pattern"]
        labels["constraints"]["pattern"] = pattern.replace(r"|Étapes numériques\(La Poste\)", "")
        assert labels["constraints"]["pattern"] != pattern
    found = refused(written(form, places, around), tmp_path, schema)
    announced = {
        (one.id, lost.field)
        for one in places
        for lost in carried(form, one, around).lost
        if (lost.is_written and lost.field == "telephone")
        or (lost.field in ("adresse", "date_maj") and not lost.value)
    }
    assert found == announced
    assert found


def test_a_telephone_that_the_schema_refuses_is_written_and_told(tmp_path):
    short = place(telephone=["3949"], adresse="Rue", date_maj="2026-01-01")
    assert row(short)["telephone"] == "3949"
    assert losses(NATIONAL, short)["telephone"] == "39 49"
    assert refused(written(NATIONAL, [short]), tmp_path) == {(short.id, "telephone")}


def test_the_first_whole_number_is_written_the_others_are_told():
    several = place(telephone=["3949", "05 61 00 00 00", "05 61 00 00 01"])
    assert row(several)["telephone"] == "+33561000000"
    lost = [one.value for one in carried(NATIONAL, several).lost if one.field == "telephone"]
    assert lost == ["39 49", "05 61 00 00 01"]


def test_overseas_numbers_have_their_own_code():
    shown = place(
        "974/mairie", telephone=["0262 00 00 00"], code_postal="97400", code_insee="97411"
    )
    assert row(shown)["telephone"] == "+262262000000"


def test_lists_keep_the_order_of_the_record():
    services = ["Compréhension du monde numérique", "Aide aux démarches administratives"]
    assert row(place(services=services))["services"] == "|".join(services)


def test_an_approximate_point_is_not_given_as_a_door():
    vague = place(latitude="43.5", longitude="1.5", position="approximative")
    assert row(vague)["latitude"] == ""
    assert losses(NATIONAL, vague).items() >= {("latitude", "43.5"), ("longitude", "1.5")}


def test_a_closed_place_is_not_in_the_file():
    closed = place(ferme_le="2026-01-31")
    assert len(written(NATIONAL, [closed]).splitlines()) == 1
    assert losses(NATIONAL, closed) == {"ferme_le": "2026-01-31"}


def test_an_unknown_siret_is_written_as_the_national_pipeline_does_and_told():
    assert row(place())["pivot"] == NO_PIVOT
    assert "pivot" in losses(NATIONAL, place())
    assert "pivot" not in losses(NATIONAL, place(pivot="21310254400011"))


def test_what_the_record_says_elsewhere_is_told():
    lost = losses(NATIONAL, full_place())
    assert {"exceptions", "annonces", "accessibilite", "langues", "equipements"} <= lost.keys()
    assert lost["exceptions"].startswith("du : 2026-12-24")


def test_no_cell_is_a_formula_and_numbers_stay_numbers():
    shown = row(place(nom="=HYPERLINK(1)", telephone=["05 61 00 00 00"]))
    assert shown["nom"] == "'=HYPERLINK(1)"
    assert shown["telephone"] == "+33561000000"


def test_a_label_goes_where_its_record_says_another_by_its_name():
    labels = {
        slug: Label.from_tree(
            {"nom": nom, "nature": "label", "resume": "x", "statut": "actif", **more}, slug
        )
        for slug, nom, more in (
            ("poste", "La Poste", {"exporte": {"champ": "formations_labels", "valeur": VALUE}}),
            ("pass", "Pass numérique", {}),
        )
    }
    shown = place(labels=["poste", "pass", "inconnu"], autres_formations_labels=["Encore un"])
    now = row(shown, surroundings(labels))
    assert now["formations_labels"] == VALUE
    assert now["autres_formations_labels"] == "Pass numérique|inconnu|Encore un"
    (before,) = carried(NATIONAL_BEFORE, shown, surroundings(labels)).rows
    assert before["formations_labels"] == ""
    assert before["autres_formations_labels"].startswith(f"{VALUE}|")


VALUE = "Étapes numériques(La Poste)"


def test_a_bar_is_told_where_it_was_changed_and_nowhere_else():
    barred = place(
        a_apporter=["carte | copie"],
        autres_formations_labels=["Label | local"],
        source=[{"nom": "liste|a", "id": "1|2"}],
    )
    told = {one.field: one.value for one in carried(NATIONAL, barred).lost if one.is_written}
    assert told == {"autres_formations_labels": "Label | local", "source.nom": "liste|a"}
    shown = row(barred)
    assert (shown["autres_formations_labels"], shown["source"]) == ("Label / local", "liste/a")


def test_degrees_are_digits():
    """The meridian of Greenwich crosses France."""
    shown = row(place(latitude="43.24133", longitude="0.00003"))
    assert (shown["latitude"], shown["longitude"]) == ("43.24133", "0.00003")
    assert row(place(latitude="43.24133", longitude="0"))["longitude"] == "0.0"
