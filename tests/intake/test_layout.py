"""Tables in a layout of their own, from small excerpts of real lists."""

from pathlib import Path

import pytest

from plugins.intake import ImportFileError, run_import
from plugins.intake.read.column_names import FIELDS
from plugins.intake.read.layout import read_layout
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.write.report import RowStatus
from plugins.records.reading.reader import Tree, read_record

FIXTURES = Path(__file__).with_name("fixtures")
LAYOUTS = Path(__file__).parents[2] / "plugins" / "intake" / "read" / "layouts"


def record(places: Path, identity: str) -> Tree:
    read = read_record(places / f"{identity}.yaml", places)
    assert isinstance(read, dict), read
    return read


def test_the_france_services_list(places: Path) -> None:
    report = run_import(FIXTURES / "france-services.csv", places)
    assert report.layout == "Liste France services"
    assert [row.status for row in report.rows] == [RowStatus.IMPORTED] * 9
    cozes = record(places, "17/france-services-de-cozes")
    assert cozes["labels"] == ["france-services"]
    assert cozes["source"] == [
        {"nom": "france-services", "id": "fs_110", "licence": "Licence Ouverte 2.0"}
    ]
    assert cozes["horaires"]["dimanche"] == "fermé"  # type: ignore[index, call-overload]
    bus = record(places, "02/bus-france-services-thierache-sambre-et-oise")
    assert bus["itinerance"] == ["Itinérant"]
    assert bus["telephone"] == ["07 85 78 24 48"]
    midnight = record(places, "07/france-services-saint-agreve")
    assert "horaires" not in midnight
    assert "00:00 - 00:00" in midnight["horaires_brut"]


def test_the_gironde_list(places: Path) -> None:
    report = run_import(FIXTURES / "gironde.json", places)
    assert report.layout == "Lieux de médiation numérique de la Gironde"
    assert all(row.status is RowStatus.IMPORTED for row in report.rows)
    place = record(places, "33/acifop")
    assert place["adresse"] == "7 Bis rue Max Linder"
    assert place["code_postal"] == "33500"
    assert place["code_insee"] == "33243"
    assert place["latitude"] == "44.93815"
    assert place["longitude"] == "-0.235791"
    assert place["services"] == [
        "Aide aux démarches administratives",
        "Maîtrise des outils numériques du quotidien",
        "Accès internet et matériel informatique",  # «Accès Internet», among its equipment
    ]
    assert place["date_maj"] == "2019-11-18"


def test_the_rhinocc_list(places: Path) -> None:
    report = run_import(FIXTURES / "rhinocc.csv", places)
    assert report.layout == "RhinOcc (Occitanie)"
    assert all(row.status is RowStatus.IMPORTED for row in report.rows)
    library = record(places, "11/fep-mediatheque")
    assert library["typologie"] == ["BIB"]
    assert library["code_insee"] == "11009"
    job_centre = record(places, "34/pole-emploi-agence-de-montpellier-cevennes")
    assert job_centre["telephone"] == ["3949"]


def test_openstreetmap_as_overpass_gives_it(places: Path) -> None:
    report = run_import(FIXTURES / "overpass.json", places)
    assert report.layout == "OpenStreetMap"
    assert [row.row for row in report.rows] == [1, 2]  # the third is a corner of a building
    library = record(places, "31/mediatheque-du-lac")
    assert library["adresse"] == "12 Rue du Lac"
    assert library["telephone"] == ["05 61 00 00 00"]
    assert library["typologie"] == ["BIB"]
    assert library["equipements"] == ["wifi"]
    assert library["horaires"]["mardi"] == "10h-12h"  # type: ignore[index, call-overload]
    assert library["source"] == [
        {"nom": "openstreetmap", "id": "osm_node/1", "licence": "ODbL 1.0"}
    ]
    hall = record(places, report.rows[1].id)
    assert (hall["latitude"], hall["longitude"]) == ("43.53", "1.51")
    assert library["accessibilite"] == {"fauteuil": "oui"}


def test_columns_are_known_by_everyday_names() -> None:
    columns = ("NOM DU LIEU", "Ville", "Code postal", "Tél", "E-mail", "Lundi", "Mardi", "Notes")
    layout = layout_for(columns, None)
    given, remarks = layout.apply({"NOM DU LIEU": "X", "Ville": "Y", "Lundi": "9h-12h"})
    assert given == {"nom": "X", "commune": "Y", "horaires": {"lundi": "9h-12h"}}
    assert remarks == []
    assert layout.unread == ("Notes",)


def test_an_unknown_table_says_which_columns_it_has() -> None:
    with pytest.raises(ImportFileError, match=r"--layout.*titre, endroit"):
        layout_for(("titre", "endroit"), None)


def test_a_layout_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "le-mien.yaml"
    path.write_text(
        "champs:\n"
        "  nom: {colonnes: [titre, lieu], joindre: ' - '}\n"
        "  code_postal: {colonne: endroit, extraire: '(\\d{5})'}\n"
        "  services:\n"
        "    colonne: aide\n"
        "    separateur: '+'\n"
        "    termes: {papiers: Aide aux démarches administratives}\n"
        "  typologie: {valeur: [BIB]}\n",
        encoding="utf-8",
    )
    layout = layout_for(("titre", "lieu", "endroit", "aide"), path)
    given, remarks = layout.apply(
        {"titre": "A", "lieu": "B", "endroit": "à 31670 Labège", "aide": "papiers + jeux"}
    )
    assert given == {
        "nom": "A - B",
        "code_postal": "31670",
        "services": ["Aide aux démarches administratives", "jeux"],  # a word of nobody stays
        "typologie": ["BIB"],
    }
    assert remarks == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nom: x\n", "champs"),
        ("champs: {prenom: x}\n", "prenom"),
        ("champs: {nom: {colone: x}}\n", "colone"),
        ("champs: {nom: {colonne: x, extraire: '('}}\n", "extraire"),
        ("champs: {nom: autre}\n", "n'a pas de colonne"),
        ("champs: [", "ne se lit pas"),
        ("champs: !!python/object/apply:os.getcwd []\n", "champs"),
    ],
)
def test_a_faulty_layout_is_told_in_french(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "l.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportFileError, match=said):
        layout_for(("nom",), path)


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_layouts_that_come_with_the_program(path: Path) -> None:
    layout = read_layout(path)
    assert layout.recognise
    assert {"nom", "commune"} <= layout.rules.keys() <= FIELDS


def test_mornings_and_afternoons_make_a_day(places: Path, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(
        "Nom de la structure;Adresse postale;CP;Ville;Lundi matin;Lundi après-midi;Mardi matin;"
        "Mardi après-midi;Mercredi matin;Mercredi après-midi;Jeudi matin;Jeudi après-midi\n"
        "Espace Exemple;1 rue Haute;31670;Labège;9h-12h;14h-18h;Fermé;14h-17h;Fermé;fermé;Fermé;\n",
        encoding="cp1252",
    )
    report = run_import(path, places)
    assert list(report.unread_columns) == []
    place = record(places, "31/espace-exemple")
    assert place["adresse"] == "1 rue Haute"
    assert place["horaires"] == {
        "lundi": "9h-12h, 14h-18h",
        "mardi": "14h-17h",
        "mercredi": "fermé",
    }


def test_a_layout_that_is_no_yaml_is_told_in_french(tmp_path: Path) -> None:
    path = tmp_path / "ma-liste.yaml"
    path.write_text("nom: x\nchamps:\n\tnom: A\n", encoding="utf-8")
    with pytest.raises(ImportFileError, match=r"ne se lit pas à partir de la ligne 3\.$"):
        read_layout(path)
