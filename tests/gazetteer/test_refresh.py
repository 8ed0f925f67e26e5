"""The tables can be made again from the public inputs."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from plugins.gazetteer.coverage import default_coverage
from plugins.gazetteer.former_names import FormerRow, former_rows, from_history
from plugins.gazetteer.refresh import complete_centres, refresh, slugs
from plugins.gazetteer.spacing import radii_km


def commune(code: str, nom: str, **more: object) -> dict[str, Any]:
    departement = code[:2]
    return {
        "code": code, "nom": nom, "departement": departement, "region": "11",
        "type": "commune-actuelle", "rangChefLieu": 0, "codesPostaux": ["75001"], **more,
    }  # fmt: skip


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_namesakes_take_their_code():
    made = slugs([commune("31001", "Saint-Jean"), commune("31002", "Saint Jean"),
                  commune("32001", "Saint-Jean")])  # fmt: skip
    assert made == {"31001": "saint-jean-31001", "31002": "saint-jean-31002", "32001": "saint-jean"}


def test_a_missing_centre_is_taken_from_the_same_postcode_and_epci():
    communes = [commune("75001", "A"), commune("75002", "B"), commune("75003", "C"),
                commune("75004", "D")]  # fmt: skip
    epci_of = {"75001": "1", "75002": "1", "75003": "1", "75004": "2"}
    known = {"75001": (48.0, 2.0), "75002": (49.0, 3.0)}
    complete = complete_centres(communes, epci_of, known)
    assert complete["75003"] == (48.5, 2.5)
    assert "75004" not in complete


def test_a_lonely_commune_has_a_wide_radius():
    close = {str(n): (45.0 + n / 1000, 3.0) for n in range(10)}
    radii = radii_km({**close, "far": (47.0, 3.0)})
    assert radii["5"] == 5.0
    assert radii["far"] > 200


def test_refresh_writes_every_table(tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    paris = commune("75056", "Paris", population=2103778)
    first = {**commune("75101", "Paris 1er Arrondissement"), "type": "arrondissement-municipal",
             "commune": "75056"}  # fmt: skip
    del first["rangChefLieu"]
    others = [commune(f"750{n}", f"Ville {n}", codesPostaux=["77000"]) for n in range(10, 19)]
    former = {"code": "75900", "nom": "Passy", "type": "commune-deleguee", "chefLieu": "75056"}
    tables = {
        "communes": [paris, first, *others, former],
        "epci": [{"code": "200054781", "nom": "Métropole", "type": "METRO",
                  "membres": [{"code": "75056"}]}],
        "departements": [{"code": "75", "nom": "Paris", "region": "11"}],
        "regions": [{"code": "11", "nom": "Île-de-France"}],
    }  # fmt: skip
    for name, content in tables.items():
        (package / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    centres = {row["code"]: (48.85 + n / 100, 2.35) for n, row in enumerate([paris, *others])}
    target = tmp_path / "data"
    refresh(package, centres, target)
    written = rows(target / "communes" / "75.csv")
    assert [row["insee"] for row in written] == sorted(row["insee"] for row in written)
    by_code = {row["insee"]: row for row in written}
    assert by_code["75101"]["slug"] == "paris"
    assert by_code["75101"]["commune_parente"] == "75056"
    assert by_code["75056"]["epci"] == by_code["75101"]["epci"] == "200054781"
    assert {row["code_postal"] for row in rows(target / "codes-postaux-ailleurs.csv")} == {"77000"}
    assert rows(target / "anciennes-communes.csv")[0]["commune_actuelle"] == "75056"
    assert rows(target / "departements.csv")[0]["sud"] == "48.85"


def test_default_coverage_is_the_folders_of_the_records(tmp_path):
    for name in ("31", "2A", "labels", "territoires", "schema"):
        (tmp_path / name).mkdir()
    assert default_coverage(tmp_path) == ["2A", "31"]
    assert default_coverage(tmp_path / "absent") == []


def entry(code: str, nom: str, end: str = "", kind: str = "COM") -> dict[str, str]:
    return {"code": code, "nom": nom, "type": kind, **({"dateFin": end} if end else {})}


def test_a_name_has_the_year_of_its_last_end_and_none_while_it_lasts():
    history = [
        entry("16230", "Montmoreau", "1966-05-20"),
        entry("16230", "Montmoreau-Saint-Cybard", "2017-01-01"),
        entry("16230", "Montmoreau-Saint-Cybard", kind="COMD"),
        entry("16230", "Montmoreau"),
    ]
    assert sorted(from_history(history)) == [
        FormerRow("16230", "Montmoreau", "", ""),
        FormerRow("16230", "Montmoreau-Saint-Cybard", "", "2017"),
    ]


def test_a_former_name_leads_to_the_commune_of_today_and_the_latest_comes_first():
    communes = [
        commune("16230", "Montmoreau", anciensCodes=["16311"]),
        {"code": "16004", "nom": "Aignes", "type": "commune-deleguee", "chefLieu": "16230"},
    ]
    known = [
        FormerRow("16230", "Montmoreau", "", ""),
        FormerRow("16230", "Montmoreau-Saint-Cybard", "", "2017"),
        FormerRow("16311", "Saint-Cybard", "", "1966"),
        FormerRow("16311", "Saint-Cibar", "", "1950"),
        FormerRow("99999", "Nulle-Part", "", "1950"),
    ]
    assert former_rows(communes, known) == [
        FormerRow("16004", "Aignes", "16230", ""),
        FormerRow("16230", "Montmoreau-Saint-Cybard", "16230", "2017"),
        FormerRow("16311", "Saint-Cybard", "16230", "1966"),
        FormerRow("16311", "Saint-Cibar", "16230", "1950"),
    ]
