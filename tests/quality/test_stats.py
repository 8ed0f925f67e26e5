"""`annuaire stats`: the same numbers in the terminal and in files."""

from __future__ import annotations

import csv
from pathlib import Path

from click.testing import CliRunner, Result

from plugins.cli import annuaire
from plugins.common.spreadsheet import csv_text, guarded, unguarded
from plugins.french.numbers import number
from plugins.quality.said_numbers import percent
from tests.support.desk import BALMA, LABEGE, SICOVAL, directory, table


def stats(folder: Path, *arguments: object) -> Result:
    given = ["stats", "--places", str(folder), "--date", "2026-11-30", *map(str, arguments)]
    return CliRunner().invoke(annuaire, given)


def plain(value: int) -> str:
    """As a console shows it."""
    return number(value).replace("\u202f", " ")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_it_says_what_the_table_says(tmp_path: Path):
    directory(tmp_path, labege=LABEGE, balma=BALMA)
    sums = table(tmp_path).sums
    result = stats(tmp_path)
    assert result.exit_code == 0, result.output
    assert f"{plain(sums.people)} habitants, 586 communes, 2 lieux ouverts." in result.stdout
    assert f"Communes sans aucun lieu : 584 ({plain(sums.without_people)}" in result.stdout
    for coverage in sums.coverage[:2]:
        for one in coverage.beyond:
            assert f"{plain(one.people)} ({percent(one.people, sums.people)})" in result.stdout
    assert "05 61 00 00 00  Médiathèque de Labège, Labège" in result.stdout


def test_an_epci_is_a_part_of_its_departement(tmp_path: Path):
    directory(tmp_path, labege=LABEGE, balma=BALMA)
    communes, places = tmp_path / "c.csv", tmp_path / "l.csv"
    result = stats(tmp_path, "--epci", SICOVAL, "--csv", communes, "--csv-lieux", places)
    assert result.exit_code == 0, result.output
    assert "84 219 habitants, 36 communes, 1 lieu ouvert." in result.stdout
    found = rows(communes)
    assert sum(int(row["habitants"]) for row in found) == table(tmp_path, SICOVAL).sums.people
    labege = next(row for row in found if row["commune"] == "Labège")
    assert (labege["lieux"], labege["km_s-equiper"]) == ("1", "aucun lieu")
    (place,) = rows(places)
    assert (place["id"], place["telephone"], place["dit_horaires"], place["age"]) == (
        "31/labege",
        "05 61 00 00 00",
        "non",
        "plus de 24 mois",
    )


def test_one_place_is_said_in_the_singular(tmp_path: Path):
    directory(tmp_path, labege=LABEGE)
    said = stats(tmp_path).stdout
    assert "À appeler d'abord (1 lieu en tout)" in said
    assert "dont 0 vérifiée par une personne" in said


def test_a_code_that_is_not_covered_is_said(tmp_path: Path):
    directory(tmp_path, labege=LABEGE)
    result = stats(tmp_path, "--departement", "75")
    assert result.exit_code == 1
    assert "« 75 » n'est pas un territoire de cet annuaire" in result.output
    assert stats(tmp_path, "--departement", "31", "--epci", SICOVAL).exit_code == 2


def test_a_record_with_a_fault_is_said_not_to_count(tmp_path: Path):
    directory(tmp_path, labege=LABEGE, balma=BALMA | {"code_postal": "12"})
    result = stats(tmp_path)
    assert "1 lieu ouvert" in result.stdout
    assert "Non compté : 1 fiche a une faute" in result.stderr


def test_a_folder_without_records_is_said(tmp_path: Path):
    result = stats(tmp_path)
    assert result.exit_code == 1
    assert "aucune fiche dans ce dossier" in result.output


def test_a_cell_is_never_a_formula():
    for text in ("=1+1", "+33 5", "-2", "@x", "\tx"):
        assert guarded(text) == f"'{text}"
        assert unguarded(guarded(text)) == text
    assert guarded("l'école") == unguarded("l'école") == "l'école"
    assert "'=HYPERLINK" in csv_text(["a"], [["=HYPERLINK(1)"]])


def test_numbers_are_said_as_french_writes_them():
    assert number(1471468) == "1\u202f471\u202f468"
    assert [percent(*pair) for pair in ((0, 5), (1, 500), (1, 3), (0, 0))] == [
        "0 %",
        "moins de 1 %",
        "33 %",
        "–",
    ]
