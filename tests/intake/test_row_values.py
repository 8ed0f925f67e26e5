"""The lists of a row in a record: what goes where, and what is kept as typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake import ImportReport, run_import
from plugins.intake.match.candidate import RowFields
from plugins.intake.match.merge import merge
from plugins.intake.read.layout import Value
from plugins.intake.read.row_cells import Cells
from plugins.intake.read.row_values import read_values
from plugins.intake.terms.meanings import BY_THE_TABLES
from plugins.records.memory.origin import Origin
from plugins.records.reading.reader import read_record
from plugins.records.writing.record_layout import dump_record
from tests.support.intake import LABEGE, Row


def fields(**given: Value) -> RowFields:
    read = read_values(Cells(given), BY_THE_TABLES).fields
    return {name: value for name, value in read.items() if value}


def test_values_go_to_the_field_that_they_speak_of() -> None:
    assert fields(
        services="Accès WIFI;Accompagnement individuel;aide CAF",
        typologie="Mairie",
        dispositif_programmes_nationaux="CNFS;MSAP",
        frais_a_charge="Gratuit;Sans rendez-vous",
        accessibilite="Accès PMR",
        publics_specifiquement_adresses="LSF",
    ) == {
        "services": [
            "Aide aux démarches administratives",
            "Accès internet et matériel informatique",
        ],
        "equipements": ["wifi"],
        "modalites_accompagnement": ["Accompagnement individuel"],
        "modalites_acces": ["Se présenter"],
        "frais_a_charge": ["Gratuit"],
        "typologie": ["MUNI", "MSAP"],
        "labels": ["conseillers-numeriques"],
        "accessibilite": {"fauteuil": "oui", "lsf": "oui"},
    }


def test_what_a_record_cannot_say_is_kept_as_typed() -> None:
    found = fields(services=" Yoga ;impôts; Cuisine", modalites_acces="Sur rendez-vous")
    assert found["non_repris"] == {
        "services": "Yoga ; Cuisine",
        "modalites_acces": "Sur rendez-vous",
    }


def test_a_place_for_everyone_is_not_above_all_for_some() -> None:
    found = fields(publics_specifiquement_adresses="Jeunes ; Surdité ; Tout public")
    assert "publics_specifiquement_adresses" not in found
    assert found["prise_en_charge_specifique"] == ["Surdité"]
    assert found["non_repris"] == {"publics_specifiquement_adresses": "Jeunes"}


def test_a_label_that_is_hoped_for_is_not_one() -> None:
    found = fields(dispositif_programmes_nationaux="Qualiopi ; Projet de Maison France Services")
    assert found["autres_formations_labels"] == ["Qualiopi"]
    assert found["non_repris"] == {"labels": "Projet de Maison France Services"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mairie de Labège", ["MUNI"]),
        ("BIBLIOTHÈQUE DU LAC", ["BIB"]),
        ("CCAS", ["CCAS"]),
        ("Espace France services du Lac", ["RFS"]),
        ("Association du Lac", []),
        ("Salle des fêtes", []),
        ("Le Lac", []),
    ],
)
def test_the_name_tells_the_kind_where_the_list_tells_who_keeps_it(
    name: str, kind: list[str]
) -> None:
    found = fields(nom=name, typologie="Collectivité territoriale")
    assert found.get("typologie", []) == kind
    assert found["non_repris"] == {"typologie": "Collectivité territoriale"}
    assert "typologie" not in fields(nom=name)
    assert fields(nom=name, typologie="Centre social")["typologie"] == ["CS"]


def test_an_address_of_acceslibre_is_no_word(importing: Callable[..., ImportReport]) -> None:
    url = "https://acceslibre.beta.gouv.fr/app/31-labege/erp/mairie/"
    assert fields(accessibilite=url) == {}
    assert not importing({**LABEGE, "accessibilite": url}).unknown_values


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("Accessibilité PMR", "Oui", {"fauteuil": "oui"}),
        ("wheelchair", "no", {"fauteuil": "non"}),
        ("Accessibilité", "oui", None),
    ],
)
def test_an_answer_is_read_with_the_header_of_its_column(
    column: str,
    cell: str,
    told: dict[str, str] | None,
    table: Callable[[list[Row]], Path],
    places: Path,
) -> None:
    run_import(table([{**LABEGE, column: cell}]), places, licence="Licence Ouverte 2.0")
    (record,) = (read_record(path, places) for path in places.glob("31/*.yaml"))
    assert isinstance(record, dict)
    assert record.get("accessibilite") == told


def test_what_is_said_both_ways_is_not_known() -> None:
    assert fields(accessibilite="Accès PMR ; Non accessible") == {}


def test_words_that_cite_somebody_are_not_kept() -> None:
    assert fields(services="appelez Marie Exemple au 06 12 34 56 78") == {}


def test_merged_rows_keep_the_words_of_each_once() -> None:
    def part(number: int, **words: str) -> tuple[Origin, RowFields]:
        return Origin("liste", str(number), "2024-01-01", ""), {"non_repris": words}

    merged = merge([part(1, services="Yoga ; Cuisine"), part(2, services="Cuisine", labels="X")])
    assert merged["non_repris"] == {"services": "Yoga ; Cuisine", "labels": "X"}


def test_the_report_counts_each_value_in_one_line(importing: Callable[..., ImportReport]) -> None:
    report = importing(
        {**LABEGE, "id": "1", "nom": "Mairie", "services": "Yoga|impôts"},
        {**LABEGE, "id": "2", "nom": "Médiathèque", "services": "yoga"},
    )
    assert [each.as_json() for each in report.unknown_values] == [
        {
            "field": "services",
            "value": "Yoga",
            "count": 2,
            "state": "unknown",
            "meanings": [],
            "origin": "",
            "note": "",
            "rows": [2, 3],
        }
    ]
    told = [line for line in report.summary() if "oga »" in line]
    assert told == ["  services : « Yoga », 2 fois"]


def test_a_record_keeps_them_through_its_writer() -> None:
    text = dump_record({"nom": "A", "non_repris": {"services": "Yoga ; Cuisine"}})
    assert "non_repris:\n  services: Yoga ; Cuisine\n" in text
