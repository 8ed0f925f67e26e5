"""Spreadsheets of any program become the same rows as the CSV file of the same list."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.read.table import ImportFileError, Table, read_table
from plugins.intake.read.tables import workbook_size
from plugins.intake.read.tables.csv_table import read_csv
from plugins.intake.read.tables.workbook import read_workbook
from tests.support.workbooks import Grid, ods, xlsx

FIXTURES = Path(__file__).with_name("fixtures")
HEAD = ["Nom", "Ville", "Tél", "Code postal"]
WRITERS: list[Callable[..., bytes]] = [xlsx, ods]
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp", "Zs"]),
    max_size=12,
)


def read(grid: Grid, writer: Callable[..., bytes] = xlsx, **how: object) -> Table:
    return read_workbook(writer({"Lieux": grid}, **how), "liste")


def cells(table: Table) -> list[dict[str, str]]:
    return [row.cells for row in table.rows]


@given(st.lists(st.lists(TEXTS, min_size=4, max_size=4), max_size=6))
def test_a_list_is_the_same_in_any_kind_of_file(rows: list[list[str]]) -> None:
    grid = [HEAD, ["Mairie", "Labège", "05 61 00 00 00", "31670"], *rows]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(grid)
    wanted = read_csv(file.getvalue(), "liste")
    assert read(grid).rows == wanted.rows
    assert read(grid, ods).rows == wanted.rows


@given(st.integers(0, 99_999_999_999_999), st.floats(-180, 180).map(lambda value: round(value, 9)))
def test_numbers_come_without_noise(whole: int, degrees: float) -> None:
    for writer in WRITERS:
        row = read([HEAD, ["A", "B", whole, degrees]], writer).rows[0].cells
        assert row["Tél"] == str(whole)
        assert float(row["Code postal"]) == degrees
        assert len(row["Code postal"].lstrip("-")) <= 16


@pytest.mark.parametrize("writer", WRITERS)
def test_days_times_and_answers(writer: Callable[..., bytes]) -> None:
    grid: Grid = [["Nom", "Date", "Ouvre", "Wifi"], ["A", date(2024, 3, 1), time(9, 30), True]]
    wanted = {"Nom": "A", "Date": "2024-03-01", "Ouvre": "09:30", "Wifi": "oui"}
    assert cells(read(grid, writer)) == [wanted]


@pytest.mark.parametrize("writer", WRITERS)
def test_a_cell_merged_downwards_speaks_of_each_line(writer: Callable[..., bytes]) -> None:
    grid: Grid = [
        ["Nom", "Ville", "Tél"],
        ["A", "Labège", "1"],
        ["B", None, "2"],
        ["C", None, "3"],
    ]
    merged = [(1, 1, 2, 1)]  # not the last line: its commune is not told
    assert [row.get("Ville") for row in cells(read(grid, writer, merged=merged))] == [
        "Labège",
        "Labège",
        None,
    ]


@pytest.mark.parametrize("writer", WRITERS)
def test_titles_above_and_a_total_below_are_no_rows(writer: Callable[..., bytes]) -> None:
    grid: Grid = [
        ["Ville de L'Exemple : points numériques, année 2024"],
        [],
        [None, "Nom du lieu", "Lieu / Adresse", "Tél./Fax", "Places"],
        [None, "Mairie", "Place Haute", "05 61 00 00 00", 3],
        [None, "Médiathèque", "Place Basse", None, 4],
        [],
        [None, "Total", None, None, 7],
    ]
    table = read(grid, writer)
    assert [row.number for row in table.rows] == [4, 5]
    assert table.columns == ("Nom du lieu", "Lieu / Adresse", "Tél./Fax", "Places")
    assert "« Ville de L'Exemple : points numériques, année 2024 »" in table.remarks[0]
    assert table.remarks[1] == "total en bas du tableau, non repris : ligne 7"


def test_nobody_named_above_the_header_is_told() -> None:
    above = [["Contact : Marie Exemple, 06 12 34 56 78"], ["Lieux de 2024"]]
    table = read([*above, HEAD, ["Mairie", "Labège", "1", "31670"]])
    assert table.remarks == ("au-dessus des titres de colonnes, non repris : « Lieux de 2024 »",)


def test_a_header_on_two_lines() -> None:
    grid: Grid = [
        ["Nom", "Ville", "Horaires", None, None, "Tél"],
        [None, None, "Lundi", "Mardi", "Mercredi", None],
        ["Mairie", "Labège", "9h-12h", "14h-17h", None, "05 61 00 00 00"],
    ]
    table = read(grid, merged=[(0, 2, 0, 4), (0, 0, 1, 0)])
    assert table.columns == (
        "Nom",
        "Ville",
        "Horaires Lundi",
        "Horaires Mardi",
        "Horaires Mercredi",
        "Tél",
    )
    assert [row.number for row in table.rows] == [3]


def test_one_group_above_some_columns_only() -> None:
    grid: Grid = [
        [None, None, "Horaires"],
        ["Nom", "Ville", "Lundi", "Mardi"],
        ["Mairie", "Labège", "9h-12h", "14h-17h"],
    ]
    assert read(grid).columns == ("Nom", "Ville", "Horaires Lundi", "Horaires Mardi")


def test_a_header_repeated_on_each_page() -> None:
    table = read([HEAD, ["A", "B", "1", "2"], HEAD, ["C", "D", "3", "4"]])
    assert [row.number for row in table.rows] == [2, 4]
    assert table.remarks == ("titres de colonnes répétés, non repris : ligne 3",)


def test_the_sheet_that_looks_like_a_list_is_read() -> None:
    notes: Grid = [["Bonjour"], ["Voici"], ["la liste"], ["de nos lieux"], ["Cordialement"]]
    rows: Grid = [HEAD, ["Mairie", "Labège", "1", "31670"]]
    older: Grid = [HEAD, ["Mairie", "Labège", "2", "31670"], ["École", "Labège", "3", "31670"]]
    book = xlsx({"Lisez-moi": notes, "2024": rows, "Avant": older}, hidden=["Avant"])
    table = read_workbook(book, "liste")
    assert [row["Tél"] for row in cells(table)] == ["1"]
    assert table.remarks == (
        "feuille « 2024 » lue",
        "feuille « Lisez-moi » non lue (5 lignes)",
        "feuille « Avant » non lue (3 lignes, masquée) : elle a aussi l'air d'une liste, "
        'relancez avec --sheet "Avant"',
    )
    assert len(read_workbook(book, "liste", "avant").rows) == 2
    with pytest.raises(ImportFileError, match=r"Ses feuilles : « Lisez-moi », « 2024 »"):
        read_workbook(book, "liste", "2023")


def test_an_old_excel_file() -> None:
    table = read_table(FIXTURES / "ancien.xls")
    assert cells(table) == [
        {"Nom": "Médiathèque", "Ville": "Labège", "Tél": "561000000", "Date": "2024-03-01"},
        {"Nom": "Mairie", "Ville": "Labège", "Tél": "561000001", "Date": "2024-03-02"},
    ]


def test_text_that_was_read_in_the_wrong_encoding() -> None:
    grid: Grid = [["Nom", "Ville"], ["BibliothÃ¨que de lâ€™Ã‰tang", "Ã€ dire Ãœ"]]
    assert cells(read(grid)) == [{"Nom": "Bibliothèque de l’Étang", "Ville": "À dire Ü"}]


def _zip(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def test_a_workbook_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_size, "MAX_UNFOLDED", 3_000_000)
    with pytest.raises(ImportFileError, match="trop grand"):
        read_workbook(_zip("xl/worksheets/sheet1.xml", b"a" * 4_000_000), "liste")


@pytest.mark.parametrize(
    "content",
    [
        b'<row r="1"><c r="A1"><v>1</v></c></row><row><c s="1" r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1"><c r="A1048576"><v>1</v></c></row>',
    ],
    ids=["two corners", "a million lines"],
)
def test_cells_very_far_from_each_other_are_refused(content: bytes) -> None:
    with pytest.raises(ImportFileError, match="trop grand"):
        read_workbook(_zip("xl/worksheets/sheet1.xml", content), "liste")


def test_a_sheet_coloured_to_its_last_line_is_read() -> None:
    book = xlsx({"L": [["Nom", "Ville"], ["Mairie", "Labège"]]})
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(file, "w") as after:
        for part in before.namelist():
            empty = b'<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'
            after.writestr(part, before.read(part).replace(b"</sheetData>", empty))
    assert cells(read_workbook(file.getvalue(), "liste")) == [{"Nom": "Mairie", "Ville": "Labège"}]


def test_a_cell_repeated_without_end_is_refused() -> None:
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16000"/>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    book = (
        f'<t xmlns:table="t" xmlns:office="o"><table:table table:name="L">{row}</table:table></t>'
    )
    with pytest.raises(ImportFileError, match="trop grand"):
        read_workbook(_zip("content.xml", book.encode()), "liste")


def test_entities_that_unfold_are_refused() -> None:
    book = b'<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa">]><t>&a;</t>'
    with pytest.raises(ImportFileError, match="abîmé"):
        read_workbook(_zip("content.xml", book), "liste")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04rest", "abîmé"),
        (_zip("word/document.xml", b"<x/>"), "pas un classeur"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 600, "pas un classeur"),
        (xlsx({"A": []}), "vide"),
    ],
)
def test_what_is_no_workbook_is_told_in_french(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(content)
    with pytest.raises(ImportFileError, match=said):
        read_table(path)


def test_a_file_of_300_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(ImportFileError, match=r"trop gros \(300 Mo, plus de 100 Mo\)"):
        read_table(path)
