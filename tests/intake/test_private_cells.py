"""What names somebody in a list is in no record, no memory, no report, no preview."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.intake import ImportReport, run_import
from plugins.intake.preview.preview import preview
from plugins.intake.read.row_cells import LEFT_OUT, Cells, without_private
from plugins.intake.where.known_names import names_a_commune
from plugins.records.persons.beside_towns import NAME_LEFT_OUT, without_adviser
from plugins.records.persons.taken_out import without_persons
from tests.support.intake import LABEGE

Tables = Callable[[Sequence[dict[str, str]]], Path]
PLACE = {"nom": "Espace A", "commune": "Labège", "code_postal": "31670"}
SECRETS = ("durand", "dupond", "06 12", "0612", "petit", "gmail")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("lundi 9h-12h, contacter paul.dupond@gmail.com", "lundi 9h-12h"),
        ("lundi 9h-12h sur rdv auprès de Mme Durand au 06 12 34 56 78", "lundi 9h-12h sur rdv"),
        ("mardi 9h-12h (Paul Dupond, 0612345678)", "mardi 9h-12h"),
        ("Mme Marie Durand lundi 9h-12h", "lundi 9h-12h"),
        ("mardi 9h / mail : paul.dupond@gmail.com ou 06 12 34 56 78", "mardi 9h"),
        ("lundi 9h avec Mme Durand au 05 61 00 00 01", "lundi 9h, tél. 05 61 00 00 01"),
        ("demander Mme Durand au 06 12 34 56 78", ""),
        ("lundi 9h-12h sauf Mme Durand", ""),
        ("lundi 9h-12h (Mme Durand absente)", ""),
        ("ne pas contacter Mme Durand, lundi 9h", ""),
        ("salle Marie Curie, lundi 9h, tél. 05 61 00 00 01", None),
        ("lundi 9h, contact@mairie-exemple.fr", None),
    ],
)
def test_a_person_is_taken_out_where_the_rest_is_sound(typed: str, kept: str | None) -> None:
    assert without_persons(typed) == (typed if kept is None else kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("chez Marie Durand 2 rue du Lac", "2 rue du Lac"),
        ("2 rue Marie Curie", "2 rue Marie Curie"),
        ("2 rue Jean Petit", "2 rue Jean Petit"),
        ("2 rue de Madame de Sévigné", "2 rue de Madame de Sévigné"),
    ],
)
def test_streets_keep_the_names_of_people(typed: str, kept: str) -> None:
    assert without_persons(typed, is_place=True) == kept


def test_the_number_of_a_bus_is_its_own() -> None:
    cell = Cells({"horaires": "mardi 9h-12h, 06 12 34 56 78"})
    assert without_private(cell, moves=True)[0].text("horaires").endswith("78")
    assert without_private(cell)[0].text("horaires") == "mardi 9h-12h"


def test_digits_of_an_identifier_are_no_telephone() -> None:
    kept, told = without_private(Cells({"id": "cnfs_6259891c05457b0790817590 Marie"}))
    assert kept.text("id")
    assert told == []


def test_a_week_that_names_somebody_one_day_is_left_aside() -> None:
    week = {"lundi": "9h-12h", "mardi": "sauf Mme Durand"}
    kept, told = without_private(Cells({"horaires": week}))
    assert kept.text("horaires") == ""
    assert told == [f"horaires : {LEFT_OUT}"]


ROWS = [
    {
        **PLACE,
        "adresse": "chez Marie Durand 2 rue du Lac",
        "complement_adresse": "demander Mme Durand au 06 12 34 56 78",
        "horaires": "lundi au vendredi 9h-12h sur rdv auprès de Mme Durand au 06 12 34 56 78",
        "services": "impôts, atelier avec Marie Durand 06 12 34 56 78, Yoga",
        "frais": "voir paul.dupond@gmail.com",
        "equipements": "ordinateurs de Jean Petit",
    }
]


def test_nothing_of_a_person_is_written_nor_told(table: Tables, tmp_path: Path) -> None:
    report, page = tmp_path / "r.json", tmp_path / "r.html"
    result = run_import(table(ROWS), tmp_path / "places", report=report)
    run_import(table(ROWS), tmp_path / "other", report=page)
    files = [path for path in tmp_path.rglob("*") if path.suffix in (".yaml", ".jsonl")]
    assert len(files) == 4
    written = "".join(path.read_text("utf-8") for path in (*files, report, page))
    told = written + "\n".join(result.summary())
    assert [secret for secret in SECRETS if secret in told.lower()] == []
    assert "adresse: 2 rue du Lac" in told
    assert "31254-espace-a-2-rue-du-lac" in told
    assert "services: Yoga" in told
    remarks = json.loads(report.read_text("utf-8"))["rows"][0]["remarks"]
    for name in ("adresse", "complement_adresse", "horaires", "services", "equipements"):
        assert f"{name} : {LEFT_OUT}" in remarks


def test_a_preview_counts_what_it_does_not_quote(table: Tables) -> None:
    found = preview(table(ROWS))
    text = "\n".join(found.lines())
    said = text + found.term_sheet
    assert f"equipements : {LEFT_OUT} (ligne 2)" in text
    assert [secret for secret in SECRETS if secret in said.lower()] == []
    assert "Yoga" in found.term_sheet


def test_a_doubt_about_a_commune_quotes_nobody(table: Tables, tmp_path: Path) -> None:
    row = {**PLACE, "commune": "Mme Durand", "adresse": "1 rue du Lac"}
    (told,) = run_import(table([row]), tmp_path / "places").rows
    assert any("« … » placé à Labège" in doubt for doubt in told.doubts)
    assert "Durand" not in str(told)


def test_a_closing_announced_names_nobody(table: Tables, tmp_path: Path) -> None:
    said = "fermé jusqu'au 3 mars 2027, contacter Mme Durand au 06 12 34 56 78"
    row = {**PLACE, "adresse": "1 rue du Lac", "horaires": said, "date_maj": "2026-11-01"}
    run_import(table([row]), tmp_path / "places", today=date(2026, 11, 30))
    (record,) = (tmp_path / "places" / "31").glob("*.yaml")
    text = record.read_text("utf-8")
    assert "2027-03-03" in text
    assert [secret for secret in SECRETS if secret in text.lower()] == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Labège - Marie Dupont", "Labège"),
        ("LABEGE - Leila Benali ", "LABEGE"),
        ("St Agnant de Versillat - Florian Martin", "St Agnant de Versillat"),
        ("Médiathèque - Marie Dupont", "Médiathèque - Marie Dupont"),
        ("Labège - Louis Aragon", "Labège - Louis Aragon"),
        ("Labège - Le Chai", "Labège - Le Chai"),
        ("Labège", "Labège"),
    ],
)
def test_a_town_and_somebody_are_a_town(name: str, kept: str) -> None:
    assert without_adviser(name, partial(names_a_commune, Gazetteer.load(()))) == kept


def test_whoever_stands_beside_the_town_is_written_nowhere(
    importing: Callable[..., ImportReport], places: Path
) -> None:
    report = importing({**LABEGE, "id": "", "nom": "Labège - Leila Benali"})
    assert [row.doubts[0] for row in report.rows] == [NAME_LEFT_OUT]
    written = [path for path in places.rglob("*") if path.is_file()]
    assert written
    assert not any("enali" in path.name + path.read_text("utf-8") for path in written)
