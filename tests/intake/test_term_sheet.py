"""The table of meanings that a coordinator fills in and gives back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from plugins.intake.read.table import ImportFileError
from plugins.intake.terms.folding import fold
from plugins.intake.terms.meanings import TermReader, Understanding, meanings
from plugins.intake.terms.tally import FieldValue, ValueCount, count_values
from plugins.intake.terms.term_sheet import read_term_sheet, term_sheet
from plugins.intake.terms.term_table import TermField

DEMARCHES = "Aide aux démarches administratives"


def counted(*cells: tuple[TermField, str]) -> list[ValueCount]:
    rows = [
        (number, [FieldValue(name, value) for value in meanings(name, cell)])
        for number, (name, cell) in enumerate(cells, start=2)
    ]
    return count_values(rows)


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "sens.csv"
    path.write_text("\n".join(("champ;valeur;sens", *lines)), encoding="utf-8")
    return path


def test_what_asks_for_a_decision_comes_first_then_the_commonest() -> None:
    text = term_sheet(
        counted(
            ("services", "impôts, Yoga"),
            ("services", "impôts"),
            ("services", "Cuisine"),
            ("services", "yoga ; =1+1"),
            ("publics_specifiquement_adresses", "Tout public"),
        )
    )
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    assert rows[0] == ["champ", "valeur", "lignes", "sens", "origine", "note"]
    assert [row[1:4] for row in rows[1:]] == [
        ["Yoga", "2", ""],
        ["Cuisine", "1", ""],
        ["'=1+1", "1", ""],  # no spreadsheet computes it
        ["impôts", "2", DEMARCHES],
        ["Tout public", "1", "tout le monde"],
    ]


def test_a_decision_goes_before_the_tables(tmp_path: Path) -> None:
    own = TermReader(
        read_term_sheet(
            written(
                tmp_path,
                "services;Yoga;rien",
                "services;Cuisine, couture;Loisirs et créations numériques | gratuit",
                "services;impôts;",
                "typologie;Espace du Lac;bibliothèque",
                "publics;Adultes;Tout le monde",
                "dispositif_programmes_nationaux;CN;conseillers-numeriques",
                "services;'=1+1;wifi",
            )
        )
    )
    read = own.read("services", "Yoga ; Cuisine, couture ; impôts ; =1+1")
    assert [value.typed for value in read] == ["Yoga", "Cuisine, couture", "impôts", "=1+1"]
    assert {value.state for value in read} == {Understanding.KNOWN}
    assert [list(value.meanings) for value in read] == [
        [],
        ["Loisirs et créations numériques", "Gratuit"],
        [DEMARCHES],
        ["wifi"],
    ]
    assert own.read("typologie", "espace du lac")[0].meanings == ("BIB",)
    assert own.read("labels", "CN")[0].meanings == ("conseillers-numeriques",)
    assert own.read("publics_specifiquement_adresses", "Adultes")[0].values == {}


def test_a_table_given_back_as_it_was_written_decides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sens.csv"
    counts = counted(
        ("services", "L'espace a une zone wifi et un jardin"),
        ("services", "Accès WIFI, Yoga"),
        ("frais_a_charge", "non précisé ; 5 €"),
        ("typologie", "Entreprise privée"),
    )
    path.write_text(term_sheet(counts), encoding="utf-8")
    assert read_term_sheet(path) == {}


def test_wrong_lines_are_named_with_what_to_write(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "service;Yoga;rien",
        "services;Papiers;Aide aux démarche administrative s",
        "services;;rien",
        "services;Yoga;rien",
    )
    with pytest.raises(ImportFileError) as error:
        read_term_sheet(path)
    lines = str(error.value).splitlines()
    assert [line.split(" :")[0].strip() for line in lines[1:]] == ["ligne 2", "ligne 3", "ligne 4"]
    assert "services" in lines[1]
    assert f"Vouliez-vous dire « {DEMARCHES} » ?" in lines[2]


def test_a_table_of_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sens.csv"
    path.write_text("champ,valeur\nservices,Yoga\n", encoding="utf-8")
    with pytest.raises(ImportFileError, match="champ, valeur et sens"):
        read_term_sheet(path)


def test_spellings_of_one_value_are_counted_together() -> None:
    (count,) = counted(("services", "Yoga"), ("services", "yoga"), ("services", "YOGA, yoga"))
    assert (count.value.typed, count.count) == ("Yoga", 3)
    assert fold("YOGA") == "yoga"
