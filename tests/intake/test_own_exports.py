"""What goes out comes back: an export, imported into a folder without places, gives the same
records, but for what the format said that it lost."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any
from unicodedata import normalize

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.cli.import_table import import_table
from plugins.intake.own.own_rows import own_rows
from plugins.intake.read.tables.rows import ImportFileError
from plugins.intake.run import run_import
from plugins.opendata.formats.api_json import API_JSON
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.formats.export_format import ExportFormat
from plugins.opendata.formats.geojson import GEOJSON
from plugins.opendata.formats.national_csv import NATIONAL
from plugins.opendata.formats.spreadsheet_csv import SPREADSHEET
from tests.support.brought_back import TODAY, came_back, differences
from tests.support.exports import (
    PLACES,
    carried,
    put,
    real_places,
    real_surroundings,
    surroundings,
    written,
)
from tests.support.places import full_place, place

OURS = (SPREADSHEET, NATIONAL, GEOJSON, API_JSON)


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.name)
def test_all_records_come_back(form: ExportFormat, tmp_path: Path):
    places, around = real_places(), real_surroundings()
    found, kept = came_back(form, places, around, tmp_path)
    assert kept == []
    expected = {one.id for one in places if carried(form, one, around).rows}
    assert found.keys() == expected
    changed = {
        one.id: gone
        for one in places
        if one.id in found and (gone := differences(form, one, found[one.id], around))
    }
    assert changed == {}


def test_every_format_that_says_so_is_tried():
    assert {form.name for form in FORMATS if form.reads_back} >= {form.name for form in OURS}


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\ufffd"),
    min_size=2,
    max_size=20,
).map(lambda text: normalize("NFC", f"Lieu {text} du Lac"))
HOURS = st.sampled_from(
    [
        {"lundi": "fermé", "mardi": "9h-12h, 14h-17h30"},
        {"du lundi au vendredi": "9h-12h"},
        {"mercredi": "14h-17h sur rendez-vous", "juillet-août": "fermé"},
        {"premier lundi du mois": "9h-12h", "jours fériés": "fermé"},
        {"un mardi sur deux à partir du 6 octobre 2026": "9h-12h"},
        "Mo-Fr 09:00-12:00; PH off",
        "24/7",
    ]
)
SOURCES = st.lists(
    st.fixed_dictionaries(
        {"nom": st.sampled_from(["liste-2024-08", "autre", "data-inclusion-2023-02"])},
        optional={
            "id": st.sampled_from(["a_1", "=2", "007"]),
            "date": st.sampled_from(["2024-08-01", "2023-02-03"]),
            "licence": st.sampled_from(["Licence Ouverte 2.0", "ODbL 1.0"]),
        },
    ),
    max_size=3,
    unique_by=lambda source: (source["nom"], source.get("id")),
)
PHONES = st.lists(
    st.sampled_from(["05 61 00 00 00", "3949", "+33 5 61 00 00 01", "01 40 00 00 00", "3646"]),
    max_size=3,
    unique=True,
)


def some(*values: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True)


RECORDS = st.fixed_dictionaries(
    {"nom": LINE},
    optional={
        "adresse": LINE,
        "point": st.sampled_from([("43.53", "1.51"), ("43.531234", "1.5", "approximative")]),
        "telephone": PHONES,
        "horaires": HOURS,
        "permanence": HOURS.filter(lambda hours: hours != "24/7"),
        "typologie": some("BIB", "CCAS", "RFS"),
        "services": some("Aide aux démarches administratives", "Loisirs et créations numériques"),
        "frais_a_charge": some("Gratuit", "Payant"),
        "labels": some("france-services", "pass-numerique", "aidants-connect", "pix"),
        "autres_formations_labels": some("Un label", "Un | deux", "=1"),
        "langues": some("fr", "en", "ar"),
        "accessibilite": st.sampled_from([{"fauteuil": "oui"}, {"lsf": "non", "fauteuil": "non"}]),
        "acces": st.just({"bus": "Ligne 79 ; arrêt : Mairie | Lac"}),
        "presentation_resume": LINE,
        "presentation_detail": st.just('Un texte.\n\n- une ligne ; l\'autre\n- « deux » | "trois"'),
        "exceptions": st.just([{"du": "2026-12-24", "au": "2027-01-02", "horaires": "fermé"}]),
        "annonces": st.just([{"du": "2026-12-01", "texte": "Fermé : travaux ; =1"}]),
        "verifie_le": st.just("2026-10-03"),
        "pivot": st.sampled_from(["21310254400011", "W313000000"]),
        "source": SOURCES,
        "date_maj": st.just("2024-08-01"),
        "non_repris": st.just({"services": "Yoga"}),
        "ferme_le": st.just("2026-01-31"),
    },
)
"""What a volunteer may write, in the ways that are hardest to carry."""


def located(tree: dict[str, Any]) -> dict[str, Any]:
    names = ("latitude", "longitude", "position")
    point = zip(names, tree.get("point", ()), strict=False)
    return {name: value for name, value in tree.items() if name != "point"} | dict(point)


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.name)
@given(trees=st.lists(RECORDS, min_size=1, max_size=4))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_record_comes_back(form, trees, tmp_path_factory):
    around = real_surroundings()
    gains = {slug: gain for slug, label in around.labels.items() if (gain := label.gain)}
    places = [
        place(f"31/lieu-{number}", **located(tree), nom_confirme="oui").gaining(gains)
        for number, tree in enumerate(trees)
    ]
    found, kept = came_back(form, places, around, tmp_path_factory.mktemp("own"))
    assert kept == []
    for one in places:
        if carried(form, one, around).rows:
            assert differences(form, one, found[one.id], around) == {}


def test_a_record_that_is_there_is_not_touched(tmp_path):
    around = real_surroundings()
    target = tmp_path / "places"
    copytree(PLACES / "labels", target / "labels")
    source = put(tmp_path, "31.json", written(API_JSON, [place()], around))
    run_import(source, target, today=TODAY)
    file = target / "31/mediatheque-de-labege.yaml"
    first = file.read_bytes()
    again = run_import(source, target, today=TODAY)
    assert [row.status for row in again.rows] == ["unchanged"]
    file.write_bytes(first + b"adresse: Rue de la Croix Rose\n")
    after = run_import(source, target, today=TODAY)
    assert [(row.status, bool(row.why)) for row in after.rows] == [("kept", True)]
    assert file.read_bytes().endswith(b"Rose\n")


def test_what_check_refuses_is_not_written(tmp_path):
    content = json.loads(written(API_JSON, [place(adresse="Rue du Lac")], real_surroundings()))
    content["lieux"][0]["code_insee"] = "99999"
    text = json.dumps(content, separators=(",", ":"))
    report = run_import(put(tmp_path, "31.json", text.encode()), tmp_path / "p", today=TODAY)
    (row,) = report.rows
    assert row.status == "kept"
    assert row.why.startswith("code_insee")


@pytest.mark.parametrize("name", ["../31/x", "31/../x", "31/X", "/31/x", "31", None, 3])
def test_a_name_that_is_no_record_is_somebody_elses_list(tmp_path, name):
    content = json.loads(written(API_JSON, [place()], real_surroundings()))
    content["lieux"][0]["id"] = name
    text = json.dumps(content, separators=(",", ":"))
    assert own_rows(put(tmp_path, "x.json", text.encode()), {}) is None


def test_the_lists_of_others_are_read_as_before(tmp_path):
    rows = written(NATIONAL, [place()]).replace(b"31/mediatheque-de-labege", b"structure-1")
    assert own_rows(put(tmp_path, "national.csv", rows), {}) is None
    odd = b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"x"}}]}'
    assert own_rows(put(tmp_path, "x.geojson", odd), {}) is None
    assert own_rows(put(tmp_path, "y.geojson", odd[:-3]), {}) is None


def test_places_by_commune_are_read_too(tmp_path):
    content = json.loads(written(API_JSON, [full_place()], surroundings()))
    places = content.pop("lieux")
    content["communes"] = {"31254": {"nom": "Labège", "epci": "", "lieux": places}}
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
    rows = own_rows(put(tmp_path, "31-communes.json", text.encode()), {})
    assert rows
    (row,) = rows
    assert row.id == full_place().id
    assert row.tree["horaires"] == {
        "lundi": "fermé",
        "mardi": "9h-12h, 14h-17h30",
        "jeudi": "9h-12h",
    }


def test_a_dry_run_says_what_the_file_is(tmp_path):
    source = put(tmp_path, "31.json", written(API_JSON, [full_place()], surroundings()))
    told = CliRunner().invoke(import_table, [str(source), "--dry-run"]).output
    assert told == "C'est l'export d'un annuaire. Fiches, reprises telles quelles : 1.\n"


OWN = {"format": "annuaire-lieux/1"}
FEATURE = {"properties": {"url": "x", "telephone": [1]}, "geometry": None}


@pytest.mark.parametrize(
    "content",
    [
        *({**OWN, "lieux": lieux} for lieux in (None, 5, "x", [None], ["x"], [[1]])),
        {**OWN, "communes": {"31254": 1}},
        {"type": "FeatureCollection", "features": [None]},
        {"type": "FeatureCollection", "features": 5},
        {"type": "FeatureCollection", "features": [FEATURE]},
    ],
)
def test_what_begins_as_ours_and_is_edited_is_told(content: Any, tmp_path: Path):
    """Who imports gets a sentence, not a traceback."""
    file = put(tmp_path, "lieux.json", json.dumps(content, separators=(",", ":")).encode())
    assert own_rows(file, {}) is None
    with pytest.raises(ImportFileError):
        run_import(file, tmp_path / "places", today=TODAY)


def test_a_file_nested_without_end_is_told(tmp_path: Path):
    file = put(tmp_path, "lieux.json", b'{"format":"annuaire-lieux/1","lieux":' + b"[" * 100_000)
    assert own_rows(file, {}) is None


def test_half_a_letter_ends_no_import(tmp_path: Path):
    content = written(API_JSON, [place(nom="Lieu X", adresse="1 rue X")])
    source = put(tmp_path, "31.json", content.replace(b"Lieu X", rb"Lieu \ud83d"))
    report = run_import(source, tmp_path / "places", today=TODAY)
    assert [row.name for row in report.rows] == ["Lieu ?"]
