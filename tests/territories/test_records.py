"""What territories say of themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.commitments.documents_cited import citations_in
from plugins.gazetteer import Gazetteer
from plugins.records.repository import read_repository
from plugins.territories.records import TerritoryRecords, territory_records

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31"])


def read_records(places_dir: Path, gazetteer: Gazetteer) -> TerritoryRecords:
    return territory_records(read_repository(places_dir, gazetteer, date(2026, 11, 16)))


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "territoires" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_repository_s_own_records(gazetteer):
    found = read_records(ROOT / "places", gazetteer)
    sicoval = found.territories["epci/243100633"]
    assert sicoval.charte is not None
    assert sicoval.charte.signee_le == "2019-02-14"
    assert len(sicoval.charte.actions) == 4
    assert [posts.nombre for posts in sicoval.postes] == [4]
    assert any(funding.quantite == 100 for funding in sicoval.financements)
    plan = found.territories["departement/17"].plan
    assert plan is not None
    assert "Département" in plan.intitule
    assert len(plan.axes) == 5
    assert sum(p.nombre for p in found.territories["departement/31"].postes) == 60


def test_the_printed_date_and_the_probable_one_are_both_kept(gazetteer):
    found = read_records(ROOT / "places", gazetteer)
    citations = [
        citation
        for territory in found.territories.values()
        if territory.charte
        for citation in territory.charte.source
        if citation.date_probable
    ]
    assert citations
    printed = {(c.date, c.date_probable) for c in citations if c.date}
    assert printed == {("2018-01-23", "2019-01-23")}


def test_a_document_that_bears_no_date_has_no_printed_one(gazetteer):
    """What its text lets one guess is the probable date."""
    found = read_records(ROOT / "places", gazetteer)
    cited = [one for each in found.territories.values() for one in citations_in(each)]
    undated = [one for one in cited if "ne porte pas de date" in (one.remarque or "")]
    assert {one.date for one in undated} == {None}
    assert {one.date_probable for one in undated} >= {"2019-02", "2019-03"}


def test_the_ten_first_territories_of_the_charter(gazetteer):
    found = read_records(ROOT / "places", gazetteer)
    signed = {id_ for id_, territory in found.territories.items() if territory.charte}
    assert signed == {
        "epci/243100633", "region/24", "region/27", "region/32", "departement/07",
        "departement/17", "departement/23", "departement/26", "departement/33", "departement/64",
    }  # fmt: skip


def test_no_record_is_no_fault(gazetteer, tmp_path):
    assert read_records(tmp_path, gazetteer) == ({}, {}, {}, {})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("epci/243100633.yaml", "nom: Sicoval\ncharte:\n  signe_le: 2019-02-14\n"),
        ("epci/243100634.yaml", "nom: Ici\n"),
        ("departement/99.yaml", "nom: Ici\n"),
        ("epci/243100633.yaml", "nom: [\n"),
    ],
)
def test_a_faulty_record_is_not_taken(gazetteer, tmp_path, name, text):
    write(tmp_path, name, text)
    assert read_records(tmp_path, gazetteer) == ({}, {}, {}, {})


def test_an_edit_changes_the_mark(gazetteer, tmp_path):
    write(tmp_path, "region/76.yaml", "nom: Occitanie\n")
    before = read_records(tmp_path, gazetteer).fingerprints
    write(tmp_path, "region/76.yaml", "nom: Occitanie !\n")
    assert read_records(tmp_path, gazetteer).fingerprints != before


def test_a_network_marks_the_territories_where_it_acts(gazetteer, tmp_path):
    before = read_records(tmp_path, gazetteer)
    network = tmp_path / "reseaux/aidants.yaml"
    network.parent.mkdir()
    text = "nom: Aidants\nresume: On vous aide.\nstatut: actif\nterritoires:\n  - epci/243100633\n"
    network.write_text(text, encoding="utf-8")
    found = read_records(tmp_path, gazetteer)
    assert before.fingerprints == {}
    assert found.fingerprints.keys() == {"epci/243100633"}
    assert [one.slug for one in found.networks_in("epci", "243100633")] == ["aidants"]
    assert found.networks_in("departement", "31") == []
