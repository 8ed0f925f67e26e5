"""The table that people open: nothing runs, no zero goes, French signs."""

import csv
import io

import pytest

from plugins.common.spreadsheet import kept_text, unguarded
from plugins.opendata.formats.spreadsheet_csv import SPREADSHEET
from plugins.records.model.place import Place
from plugins.records.writing.one_row import COLUMNS, cell_of, hours_typed
from tests.support.exports import losses, written
from tests.support.places import full_place, place


def row(shown: Place) -> dict[str, str]:
    content = written(SPREADSHEET, [shown]).decode("utf-8-sig")
    (found,) = csv.DictReader(io.StringIO(content), delimiter=";")
    return found


def test_excel_sees_utf_8_and_its_own_separator():
    content = written(SPREADSHEET, [place()])
    assert content.startswith("\ufeffid;nom;".encode())
    assert content.endswith(b"\r\n")


def test_zeros_and_long_numbers_are_kept():
    shown = row(place("01/x", code_postal="01400", code_insee="01093", pivot="21310254400011"))
    assert shown["code_postal"] == "'01400"
    assert shown["pivot"] == "'21310254400011"
    assert row(place())["code_postal"] == "31670"


@pytest.mark.parametrize("text", ["=1+1", "+33 5", "-1", "@x", "01400", "00000000000000", "12", ""])
def test_what_is_guarded_is_read_back(text):
    assert unguarded(kept_text(text)) == text


def test_a_cell_that_could_run_does_not():
    shown = row(place(nom="=cmd()", telephone=["+262 262 00 00 00"]))
    assert shown["nom"] == "'=cmd()"
    assert shown["telephone"] == "'+262 262 00 00 00"


def test_numbers_are_french_and_hours_are_those_of_the_record():
    shown = row(full_place())
    assert (shown["latitude"], shown["longitude"]) == ("43,53", "1,51")
    assert shown["horaires"] == "lundi: fermé ; mardi: 9h-12h, 14h-17h30 ; jeudi: 9h-12h"
    assert shown["horaires_osm"].startswith("Tu 09:00-12:00,14:00-17:30;")
    assert shown["telephone"] == "05 61 00 00 00 | 3949"
    assert shown["acces_bus"] == "Ligne 79"
    assert shown["source_date"] == "2024-08-01"


def test_only_lists_of_parts_are_lost():
    assert losses(SPREADSHEET, full_place()).keys() == {"exceptions", "annonces"}


@pytest.mark.parametrize(
    "hours",
    [
        {"mardi": "9h-12h, 14h-17h30", "jeudi": "fermé"},
        {"de septembre à juin, samedi": "9h-12h"},
        "Mo-Fr 09:00-12:00; Sa off",
        'Tu 09:00-12:00 open "sur rendez-vous ; appelez"',
        "tous les jours 9h-12h",
    ],
)
def test_hours_come_back_as_they_were_typed(hours):
    assert hours_typed(cell_of(hours)) == hours


def test_every_column_has_one_name():
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_bar_of_a_source_is_told():
    told = losses(SPREADSHEET, place(source=[{"nom": "liste", "id": "1|2"}]))
    assert told["source.id"] == "1|2"
