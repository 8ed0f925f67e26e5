"""`annuaire verified`: answers become edits, all or nothing; a second run changes no byte."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.common.spreadsheet import csv_text
from plugins.intake.read.table import Table, TableRow
from plugins.quality.answers.answer_rows import read_answers
from plugins.quality.answers.answer_table import ANSWERS, COLUMNS, answers_csv
from plugins.quality.answers.verify import Verified, run_verified
from plugins.quality.computed.questions import QUESTIONS
from tests.support.desk import LABEGE, TODAY, directory, table
from tests.support.workbooks import Cell, Grid, ods, xlsx

CALL = {"id": "31/labege", "date": "2026-11-28", "role": "mairie"}
WHOLE = CALL | {"ouvert": "oui", "telephone_ok": "oui"}
COMMENTED = """\
# yaml-language-server: $schema=../schema/place.json
# Ne pas toucher sans appeler.
nom: Médiathèque de Labège
commune: Labège  # au bord du lac
code_insee: 31254
code_postal: '31670'
telephone:
  - 05.61.00.00.00   # accueil
  - 05 61 00 00 09
permanence:
  mercredi: 9h-12h
# horaires à demander
services:
  - Aide aux démarches administratives
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return directory(tmp_path / "places", labege=LABEGE)


def run(folder: Path, *rows: Mapping[str, str], is_trial: bool = False) -> Verified:
    source = folder.parent / "reponses.csv"
    cells = [[row.get(column, "") for column in COLUMNS] for row in rows]
    source.write_text(csv_text(COLUMNS, cells), encoding="utf-8", newline="")
    return run_verified(source, folder, TODAY, is_trial=is_trial)


def record(folder: Path) -> str:
    return (folder / "31" / "labege.yaml").read_text(encoding="utf-8")


def test_a_whole_answer_dates_the_record_with_a_role(folder: Path):
    before = record(folder)
    done = run(folder, WHOLE)
    assert (done.faults, done.changed) == ([], 1)
    added = set(record(folder).splitlines()) - set(before.splitlines())
    assert added == {"verifie_le: 2026-11-28", "verifie_par: mairie"}


@pytest.mark.parametrize("yes", ["Oui", "x", "VRAI", "TRUE", "yes"])
def test_a_spreadsheet_of_any_language_says_yes(folder: Path, yes: str):
    assert run(folder, CALL | {"ouvert": yes, "telephone_ok": yes}).faults == []
    assert "verifie_le: 2026-11-28" in record(folder)


def test_every_new_value_goes_to_its_field(folder: Path):
    told = {
        "ouvert": "oui",
        "telephone": "05 61 00 00 00",
        "nouveau_telephone": "0561000001",
        "nouveaux_horaires": "mardi 9h-12h, 14h-17h ; jeudi 9h-12h",
        "services": "utilisation securisee du numerique",
        "gratuit": "sous condition",
        "fauteuil": "non",
        "bus": "Ligne 79, arrêt Mairie",
    }
    assert run(folder, CALL | told).faults == []
    for expected in (
        "telephone:\n  - 05 61 00 00 01\n",
        "horaires:\n  mardi: 9h-12h, 14h-17h\n  jeudi: 9h-12h\n",
        "  - Aide aux démarches administratives\n  - Utilisation sécurisée du numérique\n",
        "frais_a_charge:\n  - Gratuit sous condition\n",
        "accessibilite:\n  fauteuil: non\n",
        "acces:\n  bus: Ligne 79, arrêt Mairie\n",
        "verifie_le: 2026-11-28\nverifie_par: mairie\n",
    ):
        assert expected in record(folder)


def test_the_place_leaves_the_sheet_once_it_is_verified(folder: Path):
    assert [line.id for line in table(folder).calls] == ["31/labege"]
    run(folder, WHOLE)
    assert table(folder).calls == []


@pytest.mark.parametrize(
    "answers",
    [
        WHOLE,
        CALL | {"nouveau_telephone": "aucun", "telephone": "05 61 00 00 00"},
        CALL | {"nouveau_telephone": "05 61 00 00 05", "telephone": "05 61 00 00 00"},
        CALL | {"nouveau_telephone": "05 61 00 00 05"},
        CALL | {"ouvert": "non", "ferme_le": "30/06/2026"},
        CALL | {"nouveaux_horaires": "lundi 9h-12h", "bus": "Ligne 1", "gratuit": "oui"},
    ],
    ids=str,
)
def test_a_second_run_changes_no_byte(tmp_path: Path, answers: Mapping[str, str]):
    folder = tmp_path / "places"
    (folder / "31").mkdir(parents=True)
    (folder / "31" / "labege.yaml").write_text(COMMENTED, encoding="utf-8")
    first = run(folder, answers)
    after = record(folder)
    if answers.get("nouveau_telephone") == "05 61 00 00 05" and not first.faults:
        assert "05 61 00 00 09" in after  # the other number stays
    assert run(folder, answers).changed == 0
    assert record(folder) == after


def test_comments_order_and_quotes_stay(tmp_path: Path):
    folder = tmp_path / "places"
    (folder / "31").mkdir(parents=True)
    (folder / "31" / "labege.yaml").write_text(COMMENTED, encoding="utf-8")
    assert run(
        folder, CALL | {"ouvert": "oui", "telephone_ok": "oui", "horaires_ok": "oui"}
    ).changed
    assert record(folder) == COMMENTED + "verifie_le: 2026-11-28\nverifie_par: mairie\n"


def test_hours_of_a_person_stay_hours_of_a_person(tmp_path: Path):
    folder = tmp_path / "places"
    (folder / "31").mkdir(parents=True)
    (folder / "31" / "labege.yaml").write_text(COMMENTED, encoding="utf-8")
    assert run(folder, CALL | {"nouveaux_horaires": "jeudi 14h-17h"}).faults == []
    assert "permanence:\n  jeudi: 14h-17h\n# horaires à demander\n" in record(folder)


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        (CALL | {"ouvert": "oui"}, "telephone_ok"),
        (CALL | {"telephone_ok": "oui"}, "ouvert"),
        (CALL | {"gratuit": "oui"}, "ouvert, telephone_ok"),
    ],
    ids=str,
)
def test_what_was_not_asked_leaves_the_record_unverified(
    folder: Path, answers: Mapping[str, str], missing: str
):
    done = run(folder, answers)
    assert "verifie_le" not in record(folder)
    assert done.lines[0].endswith(f"il manque la réponse à : {missing}")


def test_a_newer_verification_wins(tmp_path: Path):
    newer = {"verifie_le": "2026-11-29", "verifie_par": "CCAS"}
    folder = directory(tmp_path / "places", labege=LABEGE | newer)
    before = record(folder)
    done = run(folder, WHOLE)
    assert record(folder) == before
    assert "vérifiée depuis, le 29 novembre 2026" in done.lines[0]


BAD = [
    ({"date": "31/02/2026"}, "date : « 31/02/2026 » n'est pas une date"),
    ({"date": "2026-12-01"}, "date : « 2026-12-01 » est dans l'avenir"),
    ({"date": ""}, "date : cette case est vide"),
    ({"role": ""}, "role : cette case est vide"),
    ({"role": "moi"}, "role : « moi » ne dit pas qui a vérifié"),
    ({"role": "Marie Durand"}, "role : « Marie Durand » semble être le nom d'une personne"),
    ({"id": ""}, "id : cette case est vide"),
    ({"id": "31/nulle-part"}, "id : il n'y a pas de fiche 31/nulle-part.yaml"),
    ({"id": "../labege"}, "id : « ../labege » n'est pas celui d'une fiche"),
    ({"ouvert": "peut-être"}, "ouvert : « peut-être » n'est pas une réponse"),
    ({"ouvert": "non"}, "ouvert : « non », sans le jour"),
    ({"ferme_le": "2026-01-01"}, "ferme_le : « ouvert » dit « oui »"),
    ({"telephone_ok": "non"}, "telephone_ok : « non », sans la suite"),
    ({"nouveau_telephone": "05 61 00 00 01"}, "telephone_ok : « oui », avec une nouvelle"),
    ({"telephone_ok": "", "nouveau_telephone": "12"}, "nouveau_telephone : « 12 » n'est pas un"),
    ({"horaires_ok": "non"}, "horaires_ok : « non », sans la suite"),
    ({"nouveaux_horaires": "quand il pleut"}, "nouveaux_horaires : « quand il pleut »"),
    ({"services": "Café"}, "services : « Café » n'est pas un service"),
    ({"gratuit": "bof"}, "gratuit : « bof » n'est pas une réponse"),
    ({"bus": "Demander Marie Durand au 06 12 34 56 78"}, "bus : ce texte parle d'une personne"),
    ({"ouvert": "non", "ferme_le": "2030-01-01"}, "ferme_le : « 2030-01-01 » est dans l'avenir"),
    ({"fauteuil": "presque"}, "fauteuil : « presque » n'est pas une réponse"),
]


@pytest.mark.parametrize(("change", "told"), BAD, ids=[told for _, told in BAD])
def test_a_bad_cell_is_said_with_its_row_and_nothing_is_written(
    folder: Path, change: dict[str, str], told: str
):
    before = record(folder)
    good = {"id": "31/autre"}
    directory(folder, autre=LABEGE | {"nom": "Autre lieu"})
    done = run(folder, WHOLE | good, WHOLE | change)
    assert [fault.startswith(f"ligne 3, {told}") for fault in done.faults] == [True], done.faults
    assert done.changed == 0
    assert record(folder) == before
    assert "verifie_le" not in (folder / "31" / "autre.yaml").read_text(encoding="utf-8")


def test_all_faults_are_said_in_one_run(folder: Path):
    faults = run(
        folder,
        WHOLE | {"date": "hier", "role": "Marie Durand", "ouvert": "non"},
        WHOLE | {"id": "31/nulle-part"},
        WHOLE | {"id": "31/nulle-part", "gratuit": "bof"},
    ).faults
    assert [fault.split(" : ")[0] for fault in faults] == [
        "ligne 2, date",
        "ligne 2, role",
        "ligne 2, ouvert",
        "ligne 3, id",
        "ligne 4, gratuit",
        "ligne 4, id",
    ]


def test_a_record_that_would_be_wrong_is_not_written(folder: Path):
    done = run(folder, WHOLE | {"telephone_ok": "", "nouveau_telephone": "112"})
    assert "numéro d'urgence" in done.faults[0] or "n'est pas un numéro" in done.faults[0]
    assert "112" not in record(folder)


def test_a_trial_writes_nothing_and_a_remark_is_recalled(folder: Path):
    before = record(folder)
    done = run(folder, WHOLE | {"remarque": "rappeler en janvier"}, is_trial=True)
    assert (done.changed, done.remarks) == (1, ["31/labege : rappeler en janvier"])
    assert record(folder) == before


def test_a_table_without_answers_changes_nothing(folder: Path):
    assert run(folder, {"id": "31/labege", "nom": "Médiathèque"}).unanswered == 1


def test_a_column_that_nobody_knows_is_said(folder: Path):
    source = folder.parent / "x.csv"
    source.write_text("id;date;role;ouvert;humeur\n31/labege;2026-11-28;mairie;oui;bonne\n")
    (fault,) = run_verified(source, folder, TODAY).faults
    assert fault.startswith("colonne « humeur » inconnue")


def test_the_table_of_a_page_comes_back(folder: Path):
    text = answers_csv(table(folder).calls)
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert (row["id"], row["telephone"]) == ("31/labege", "05 61 00 00 00")
    assert run(folder, row | {k: v for k, v in WHOLE.items() if k != "id"}).changed == 1


@pytest.mark.parametrize("save", [xlsx, ods])
def test_a_spreadsheet_saves_the_table_as_it_likes(
    folder: Path, save: Callable[[Mapping[str, Grid]], bytes]
):
    """A true date, a number without its zero, rows without answers, columns in capitals."""
    other = LABEGE | {"nom": "Autre lieu", "code_insee": "31025", "commune": "Aureville"}
    directory(folder, autre=other | {"code_postal": "31320"})
    answered: dict[str, Cell] = {
        "id": "31/labege",
        "nom": "Médiathèque",
        "telephone": "05 61 00 00 00",
        "date": datetime.date(2026, 11, 28),
        "role": "mairie",
        "ouvert": "Oui",
        "nouveau_telephone": 561000001,
    }
    rows: list[Mapping[str, Cell]] = [answered, {"id": "31/autre", "nom": "Autre lieu"}]
    grid: list[list[Cell]] = [[column.upper() for column in COLUMNS]]
    grid += [[row.get(column) for column in COLUMNS] for row in rows]
    source = folder.parent / "reponses.classeur"
    source.write_bytes(save({"Feuille 1": grid}))
    done = run_verified(source, folder, TODAY)
    assert (done.faults, done.changed, done.unanswered) == ([], 1, 1)
    assert "telephone:\n  - 05 61 00 00 01\n" in record(folder)
    assert "verifie_le: 2026-11-28\n" in record(folder)


def test_each_question_has_its_column():
    assert {question.column for question in QUESTIONS} <= set(ANSWERS)


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=12), min_size=1))
def test_any_row_is_an_answer_or_a_fault_or_nothing(cells: dict[str, str]):
    rows = (TableRow(2, {name: text for name, text in cells.items() if text.strip()}),)
    read = read_answers(Table(COLUMNS, rows), TODAY)
    assert len(read.answers) + read.unanswered + bool(read.faults) == 1
    assert all(answer.day <= TODAY for answer in read.answers)
    assert all(isinstance(answer.day, datetime.date) for answer in read.answers)
