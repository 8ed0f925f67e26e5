"""Any table becomes the same rows, whatever program wrote it."""

import json
from pathlib import Path

import pytest

from plugins.intake.read.table import ImportFileError, read_table

ROWS = [{"nom": "Mairie d'Aÿ", "commune": "Labège"}, {"nom": "Œuvre", "commune": "L'Union"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_any_delimiter_and_encoding(
    tmp_path: Path, delimiter: str, encoding: str, newline: str
) -> None:
    lines = [delimiter.join(ROWS[0]), *(delimiter.join(row.values()) for row in ROWS)]
    path = tmp_path / "t.csv"
    path.write_bytes(newline.join(lines).encode(encoding))
    assert [row.cells for row in read_table(path).rows] == ROWS


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('nom;commune\n"deux\nlignes";A\n\n;\nB;C\n', encoding="utf-8")
    assert [row.number for row in read_table(path).rows] == [2, 5]


def test_the_hint_to_excel_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("sep=;\nnom;commune\nA;B\n", encoding="utf-8")
    assert read_table(path).columns == ("nom", "commune")


@pytest.mark.parametrize(
    "content",
    [ROWS, {"date": "2024", "lieux": ROWS}],
    ids=["list", "list in an object"],
)
def test_json(tmp_path: Path, content: object) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    rows = read_table(path).rows
    assert [row.cells for row in rows] == ROWS
    assert [row.number for row in rows] == [1, 2]


def test_json_values_that_are_not_text(tmp_path: Path) -> None:
    item = {"a": 1.5, "b": None, "c": ["x", "y"], "d": {"e": True}, "f": ""}
    path = tmp_path / "t.json"
    path.write_text(json.dumps([item]), encoding="utf-8")
    assert read_table(path).rows[0].cells == {"a": "1.5", "c": "x|y", "d.e": "oui"}


def test_no_cell_is_lost_to_a_name_that_is_missing_or_repeated(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("nom;Tél;Tél;;\nA;1;2;;;trop\n", encoding="utf-8")
    table = read_table(path)
    assert table.rows[0].cells == {"nom": "A", "Tél": "1", "Tél (2)": "2", "colonne 6": "trop"}
    assert table.columns == ("nom", "Tél", "Tél (2)", "colonne 6")


def test_a_wrong_item_of_a_json_list_is_a_row_to_look_at(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps([{"nom": "A"}, "perdu", None, {"nom": "B"}]), encoding="utf-8")
    rows = read_table(path).rows
    assert [(row.number, row.cells) for row in rows] == [
        (1, {"nom": "A"}),
        (2, {"texte": "perdu"}),
        (4, {"nom": "B"}),
    ]


def test_geojson(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "properties": {"nom": "X"},
        "geometry": {"type": "Point", "coordinates": [1.5, 43.5]},
    }
    path = tmp_path / "t.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert read_table(path).rows[0].cells == {"nom": "X", "longitude": "1.5", "latitude": "43.5"}


def test_json_with_lists_of_objects(tmp_path: Path) -> None:
    item = {
        "nom": "Mairie",
        "adresse": [{"voie": "1 rue Haute", "commune": {"nom": "Labège", "insee": "31254"}}],
        "contacts": [{"tel": "05 61 00 00 00"}, {"tel": "05 61 00 00 01", "nom": "accueil"}],
        "horaires": [
            {"jour": "Lundi", "debut": "09:00", "fin": "12:00"},
            {"jour": "Lundi", "debut": "14:00", "fin": "17:00"},
            {"jour": "Mardi", "debut": "09:00", "fin": "12:00"},
        ],
    }
    path = tmp_path / "t.json"
    path.write_text(json.dumps({"lieux": {"31-1": item, "31-2": item}}), encoding="utf-8")
    table = read_table(path)
    assert len(table.rows) == 2
    assert table.rows[0].cells == {
        "nom": "Mairie",
        "adresse.voie": "1 rue Haute",
        "adresse.commune.nom": "Labège",
        "adresse.commune.insee": "31254",
        "contacts.tel": "05 61 00 00 00|05 61 00 00 01",
        "contacts.nom": "accueil",
        "horaires.lundi": "09:00-12:00, 14:00-17:00",
        "horaires.mardi": "09:00-12:00",
    }


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("mac_roman", "Médiathèque à Aÿ"),
        ("cp850", "Médiathèque à Créon"),
        ("utf-16-le", "Médiathèque"),
    ],
)
def test_encodings_of_other_machines(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(f"nom;commune\n{text};Créon\n".encode(encoding))
    assert read_table(path).rows[0].cells["nom"] == text


def test_the_delimiter_is_not_that_of_a_title(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "Lieux, adresses, téléphones, horaires de la ville\n\nnom;services;commune\n"
        "Mairie;a, b, c, d, e;Labège\nÉcole;a, b, c, d, e;Labège\n",
        encoding="utf-8",
    )
    table = read_table(path)
    assert table.columns == ("nom", "services", "commune")
    assert [row.number for row in table.rows] == [4, 5]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b"PK\x03\x04rest", "classeur est abîmé"),
        (b'{"a": 1', "mal formé \\(ligne 1, caractère 8\\)"),
        (bytes(range(256)), "pas un tableau"),
        (b'{"a": 1}', "pas de liste"),
        (b"[" * 5000, "mal form"),
    ],
)
def test_what_is_no_table_is_told_in_french(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "t"
    path.write_bytes(content)
    with pytest.raises(ImportFileError, match=said):
        read_table(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="n'existe pas"):
        read_table(tmp_path / "absent.csv")
