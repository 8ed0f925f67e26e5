"""An export that somebody opened in a spreadsheet, saved, and imports: the same records."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from plugins.cli.import_table import import_table
from plugins.intake.run import run_import
from plugins.opendata.formats.export_format import ExportFormat
from plugins.opendata.formats.national_csv import NATIONAL
from plugins.opendata.formats.spreadsheet_csv import SPREADSHEET
from tests.support.brought_back import TODAY, came_back, differences
from tests.support.exports import PLACES, carried, put, real_places, real_surroundings, written
from tests.support.places import place
from tests.support.saved_again import SAVERS

HARD = {
    "nom": '=Médiathèque « L\'Essai » ; "annexe", étage',
    "adresse": "12, rue de l'Essai ; bâtiment B",
    "code_postal": "01400",
    "code_insee": "01093",
    "commune": "Châtillon-sur-Chalaronne",
    "latitude": "46.12",
    "longitude": "4.956",
    "telephone": ["3949"],
    "presentation_detail": 'Un texte ; "deux", trois.\n\n- une ligne\n- @une autre',
    "pivot": "01300000500010",
    "source": [{"nom": "liste", "id": "1E5"}, {"nom": "liste", "id": "0012"}],
    "date_maj": "2024-08-01",
    "verifie_le": "2026-10-03",
}
"""Cells that spreadsheets change, split, compute or show otherwise."""


@pytest.mark.parametrize("name", SAVERS)
@pytest.mark.parametrize("form", [SPREADSHEET, NATIONAL], ids=lambda form: form.name)
def test_all_records_come_back_from_a_spreadsheet(form: ExportFormat, name: str, tmp_path: Path):
    around = real_surroundings()
    places = [*real_places(), place("01/essai", **HARD)]
    found, kept = came_back(form, places, around, tmp_path, SAVERS[name], name)
    assert kept == []
    assert found.keys() == {one.id for one in places if carried(form, one, around).rows}
    changed = {
        one.id: gone
        for one in places
        if one.id in found and (gone := differences(form, one, found[one.id], around))
    }
    assert changed == {}


def imported(folder: Path, form: ExportFormat, saved: Callable[[bytes], bytes], name: str):
    """The report of an import of the real places into the folder that has them, and what changed
    there."""
    target = folder / "places"
    copytree(PLACES, target)
    before = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
    source = put(folder, name, saved(written(form, real_places(), real_surroundings())))
    report = run_import(source, target, today=TODAY)
    after = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
    return report, {path.name for path in {*before, *after} if before.get(path) != after.get(path)}


@pytest.mark.parametrize("name", SAVERS)
def test_what_nobody_changed_changes_nothing(name: str, tmp_path: Path):
    report, changed = imported(tmp_path, SPREADSHEET, SAVERS[name], name)
    assert {row.status for row in report.rows} == {"unchanged"}
    assert changed == set()


def test_what_somebody_changed_is_told_field_by_field(tmp_path: Path):
    def edited(content: bytes) -> bytes:
        return SAVERS["excel.csv"](content).replace(b"04 87 75 00 17", b"04 87 75 00 18", 1)

    one = place("31/essai", telephone=["04 87 75 00 17"], nom_confirme="oui")
    target = tmp_path / "places"
    copytree(PLACES / "labels", target / "labels")
    first = put(tmp_path, "31.csv", written(SPREADSHEET, [one]))
    run_import(first, target, today=TODAY)
    again = put(tmp_path, "edited.csv", edited(written(SPREADSHEET, [one])))
    (row,) = run_import(again, target, today=TODAY).rows
    assert row.status == "kept"
    assert "(telephone)" in row.why


def test_a_new_line_and_a_column_of_somebody_are_told(tmp_path: Path):
    header, line = SAVERS["calc.csv"](written(SPREADSHEET, [place("31/essai")])).splitlines()
    new = line.replace(b"31/essai", b"", 1)
    content = b"\n".join((b"Notes," + header, b"," + line, b"vu," + new))
    report = run_import(put(tmp_path, "31.csv", content), tmp_path / "places", today=TODAY)
    assert [(row.row, row.status) for row in report.rows] == [(2, "imported"), (3, "kept")]
    assert "« id »" in report.rows[1].why
    assert list(report.unread_columns) == ["Notes"]


def test_the_list_of_others_stays_theirs(tmp_path: Path):
    rows = written(NATIONAL, [place("31/essai")]).replace(b"31/essai", b"structure-1")
    source = put(tmp_path, "national.csv", SAVERS["calc.csv"](rows))
    report = run_import(source, tmp_path / "places", today=TODAY, licence="Licence Ouverte 2.0")
    assert report.layout != "export d'un annuaire"


def test_a_trial_says_whose_export_it_is(tmp_path: Path):
    content = SAVERS["classeur.xlsx"](written(SPREADSHEET, [place("31/essai")]))
    source = put(tmp_path, "31.xlsx", content)
    told = CliRunner().invoke(import_table, [str(source), "--dry-run"]).output
    assert "C'est l'export d'un annuaire" in told
