"""Files in the formats that directories exchange: data·inclusion and Open Referral, of anybody."""

import json
from pathlib import Path
from typing import Any

from plugins.intake.read.table import Table, read_table

STRUCTURE = {
    "source": "dora",
    "id": "dora--1",
    "nom": "Mairie de Labège",
    "date_maj": "2026-01-10",
    "description": "Un accueil.",
    "lien_source": "https://dora.exemple.fr/1",
    "commune": "Labège",
    "code_insee": "31254",
    "courriel": "accueil@exemple.fr",
    "horaires_accueil": "Mo-Fr 09:00-12:00",
    "reseaux_porteurs": ["communes", "conseillers-numeriques", "france-service"],
}
SERVICE = {
    "source": "dora",
    "structure_id": "dora--1",
    "id": "dora--1-a",
    "nom": "Coup de main",
    "description": "Une aide.",
    "date_maj": "2026-01-10",
    "thematiques": ["numerique--acceder-a-des-services-en-ligne"],
    "frais": "gratuit",
    "modes_accueil": ["a-distance", "en-presentiel"],
    "horaires_accueil": "We 09:00-12:00",
}
HSDS = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Community Counselling",
    "status": "active",
    "url": "https://exemple.org",
    "phones": [{"number": "+33561000000"}, {"number": "+33561000001", "type": "fax"}],
    "schedules": [],
    "service_at_locations": [
        {
            "location": {
                "latitude": 43.53,
                "addresses": [{"address_1": "1 rue Haute", "city": "Labège"}],
                "schedules": [
                    {
                        "freq": "WEEKLY",
                        "byday": "MO,TU",
                        "opens_at": "09:00:00",
                        "closes_at": "12:00:00",
                    }
                ],
            }
        }
    ],
}


def read(folder: Path, name: str, content: Any) -> Table:
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return read_table(path)


def test_structures_are_read_with_their_services(tmp_path: Path) -> None:
    (tmp_path / "a-services.json").write_text(json.dumps([SERVICE]), encoding="utf-8")
    table = read(tmp_path, "a-structures.json", [STRUCTURE, {**STRUCTURE, "id": "dora--2"}])
    first, second = (row.cells for row in table.rows)
    assert first["services"] == "numerique--acceder-a-des-services-en-ligne"
    assert first["permanence"] == "We 09:00-12:00"
    assert first["modalites_accompagnement"] == "À distance"
    assert "services" not in second
    assert table.remarks == ("Les services sont lus dans a-services.json, à côté.",)


def test_structures_alone(tmp_path: Path) -> None:
    table = read(tmp_path, "a-structures.json", [STRUCTURE])
    (cells,) = (row.cells for row in table.rows)
    assert "site_web" not in cells  # the page of who publishes is not the site of the place
    assert cells["typologie"] == "Collectivité territoriale"  # the name tells which
    assert cells["dispositif_programmes_nationaux"] == "conseillers-numeriques|france-service"
    assert cells["horaires"] == "Mo-Fr 09:00-12:00"


def test_services_whose_hours_differ_give_none(tmp_path: Path) -> None:
    other = {**SERVICE, "id": "dora--1-b", "horaires_accueil": "Th 14:00-17:00"}
    (tmp_path / "a-services.json").write_text(json.dumps([SERVICE, other]), encoding="utf-8")
    table = read(tmp_path, "a-structures.json", [STRUCTURE])
    assert "permanence" not in table.rows[0].cells


def test_a_damaged_file_beside_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a-services.json").write_text("{", encoding="utf-8")
    assert read(tmp_path, "a-structures.json", [STRUCTURE]).remarks == ()


def test_a_service_of_another_country(tmp_path: Path) -> None:
    (cells,) = (row.cells for row in read(tmp_path, "hsds.json", {"contents": [HSDS]}).rows)
    assert cells["nom"] == "Community Counselling"
    assert cells["telephone"] == "+33561000000"  # a fax is nobody's number to call
    assert (cells["adresse"], cells["commune"], cells["latitude"]) == (
        "1 rue Haute", "Labège", "43.53",
    )  # fmt: skip
    assert cells["horaires"] == "Mo,Tu 09:00-12:00"


def test_a_service_that_has_ceased_says_so(tmp_path: Path) -> None:
    (row,) = read(tmp_path, "hsds.json", [{**HSDS, "status": "defunct"}]).rows
    assert row.cells["statut"] == "fermé définitivement"
