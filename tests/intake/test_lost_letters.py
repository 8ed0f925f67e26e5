"""A file that lost its accents is read again where one reading is left; the rest is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake import run_import
from plugins.intake.read.lost.lost_letters import restore, restored
from plugins.intake.read.lost.word_readings import (
    LOST,
    national_readings,
    read_word,
    readings_of,
)
from plugins.intake.read.tables.rows import Table, TableRow
from plugins.records.reading.reader import read_record

GAZETTEER = Gazetteer.load(())
NATIONAL = national_readings(GAZETTEER)


def broken(text: str) -> str:
    return "".join(char if char.isascii() else LOST for char in text)


def of(*rows: dict[str, str]) -> Table:
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    return Table(columns, tuple(TableRow(at, row) for at, row in enumerate(rows, 2)))


@pytest.mark.parametrize(
    "text",
    [
        "Médiathèque intercommunale",
        "MÉDIATHÈQUE DE L'ÉCOLE",
        "Pôle numérique de la Communauté d’agglomération",
        "Bibliothèques et écoles",
        "du lundi à vendredi de 9h à 12h, fermé en août",
        "Accès libre, 5 €",
        "2ème étage, bâtiment n° 3",
        "l’accès à l’écran",
        "Hôtel de Ville",
    ],
)
def test_one_reading_is_taken(text: str) -> None:
    assert restored(broken(text), [NATIONAL]) == (text, True)


@pytest.mark.parametrize("text", [f"rue des Pr{LOST}s", f"Zo{LOST}gx", f"Mode {LOST} Nice"])
def test_two_readings_or_none_are_nobodys_guess(text: str) -> None:
    assert restored(text, [NATIONAL]) == (text, False)


@given(st.sampled_from(sorted(word for each in NATIONAL.values() for word in each)), st.booleans())
def test_no_word_is_changed_for_another(word: str, loud: bool) -> None:
    typed = word.upper() if loud and len(word.upper()) == len(word) else word
    assert read_word(broken(typed), [NATIONAL]) in ("", typed)


def test_the_commune_of_the_postcode_comes_first() -> None:
    row = {"nom": f"Mairie de Lab{LOST}ge", "ville": f"LAB{LOST}GE", "cp": "31670"}
    table = restore(of(row), GAZETTEER)
    assert table.rows[0].cells == {"nom": "Mairie de Labège", "ville": "LABÈGE", "cp": "31670"}
    assert table.remarks == ("accents perdus dans ce fichier : 2 cases rétablies",)


def test_sound_words_of_the_file_help() -> None:
    table = restore(of({"a": "Adézio"}, {"a": f"Salle Ad{LOST}zio"}), GAZETTEER)
    assert [row.cells["a"] for row in table.rows] == ["Adézio", "Salle Adézio"]
    assert read_word(f"ad{LOST}zio", [readings_of(["adézio", "adèzio"])]) == ""


def test_question_marks_inside_many_words_are_losses() -> None:
    rows = [{"nom": f"M?diath?que {at}", "site": "https://a.fr/?x=1"} for at in range(6)]
    table = restore(of(*rows), GAZETTEER)
    assert table.rows[0].cells == {"nom": "Médiathèque 0", "site": "https://a.fr/?x=1"}
    few = of({"nom": "Un caf?et un th?"}, {"nom": "Où ?"})
    assert restore(few, GAZETTEER) == few


def test_what_cannot_be_read_is_said_and_loses_no_place(
    places: Path, table: Callable[..., Path]
) -> None:
    row = {
        "nom": f"Salle Zo{LOST}gx",
        "commune": f"Lab{LOST}ge",
        "code_postal": "31670",
        "adresse": f"rue Zo{LOST}gx",
        "horaires": f"lundi 9h-12h (Zo{LOST}gx)",
        "courriels": f"marie.zo{LOST}gx@exemple.fr",
        "services": f"Yoga zo{LOST}gx, aide CAF",
        "labels": f"Label zo{LOST}gx",
    }
    report = run_import(table([row]), places)
    (only,) = report.rows
    assert only.status.value == "imported"
    assert only.doubts[0] == "nom : « Salle Zo?gx » : des lettres sont perdues, écrivez-les"
    assert "adresse : « rue Zo?gx » : des lettres sont perdues, non repris" in only.remarks
    assert "courriels : des lettres sont perdues, non repris" in only.remarks
    assert any(told.startswith("services : ") and "lu sans elles" in told for told in only.remarks)
    record = read_record(places / f"{only.id}.yaml", places)
    assert isinstance(record, dict)
    assert record["nom"] == "Salle Zo?gx"
    assert record["horaires_brut"] == "lundi 9h-12h (Zo?gx)"
    assert "adresse" not in record
    assert record["services"] == ["Aide aux démarches administratives"]
    assert record["non_repris"] == {"services": "Yoga zo?gx", "labels": "Label zo?gx"}
