"""Former ids: each leads to one record, and to nothing that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.common.diagnostic import show
from plugins.gazetteer import Gazetteer
from plugins.records.commands import check
from plugins.records.model.identity import RecordKind
from plugins.records.reading.paths import RecordPath, record_path
from plugins.records.repository import read_repository
from tests.support.records import EPCI, GOOD, LABEL, SAMPLES, TODAY, WORKSHOP, write


def said(folder: Path, *paths: str) -> list[str]:
    """The errors about former ids, without their line."""
    lines = [show(p, "p") for p in check(folder, [folder / path for path in paths], TODAY)]
    return [re.sub(r":\d+:\d+", "", line) for line in lines if "anciens_ids" in line]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_record_of_each_kind_says_what_it_was_called(tmp_path: Path, name: str):
    text, form = SAMPLES[name]
    write(tmp_path, name, text, form.format("200000000"), form.format("200000001"))
    assert [show(p) for p in check(tmp_path, (), TODAY) if p.severity == "error"] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_name_of_today_is_no_former_one(tmp_path: Path, name: str):
    text, _ = SAMPLES[name]
    own = record_path(name)
    assert own is not None
    write(tmp_path, name, text, own.id)
    assert said(tmp_path) == [
        f"p/{name}: anciens_ids[1]: « {own.id} » est le nom d'aujourd'hui de cette fiche ; "
        "supprimez la ligne"
    ]


@pytest.mark.parametrize("name", [name for name in SAMPLES if "epci" not in name])
def test_a_record_that_is_there_is_led_nowhere(tmp_path: Path, name: str):
    text, form = SAMPLES[name]
    other = f"{name.rpartition('/')[0]}/autre.yaml"
    write(tmp_path, other, text)
    write(tmp_path, name, text, form.format("autre"))
    expected = [
        f"p/{name}: anciens_ids[1]: la fiche « {form.format('autre')} » existe encore : "
        "son adresse ne peut pas mener ici ; supprimez cette ligne, ou supprimez le fichier "
        f"{other}"
    ]
    assert said(tmp_path) == expected
    assert said(tmp_path, name) == expected
    (tmp_path / other).unlink()
    assert said(tmp_path) == []


@pytest.mark.parametrize("name", [name for name in SAMPLES if "epci" not in name])
def test_two_records_do_not_claim_one_address(tmp_path: Path, name: str):
    text, form = SAMPLES[name]
    other = f"{name.rpartition('/')[0]}/autre.yaml"
    write(tmp_path, other, text, form.format("ancien"))
    write(tmp_path, name, text, form.format("tres-ancien"), form.format("ancien"))
    hint = "gardez cette ligne dans une seule des deux fiches"
    mine = (
        f"p/{name}: anciens_ids[2]: {other} dit aussi s'être appelée "
        f"« {form.format('ancien')} » ; {hint}"
    )
    theirs = (
        f"p/{other}: anciens_ids[1]: {name} dit aussi s'être appelée "
        f"« {form.format('ancien')} » ; {hint}"
    )
    assert sorted(said(tmp_path)) == sorted([theirs, mine])
    assert said(tmp_path, name) == [mine]


def test_records_of_two_kinds_may_have_had_one_name(tmp_path: Path):
    write(tmp_path, "31/mairie.yaml", GOOD, "31/ancien")
    write(tmp_path, "31/ateliers/cv.yaml", WORKSHOP, "31/ancien")
    assert said(tmp_path) == []


@pytest.mark.parametrize(
    ("former", "message"),
    [
        ("epci/200023794", "« epci/200023794 » existe encore"),
        ("departement/31", "« departement/31 » n'a pas changé d'adresse"),
        ("commune/31999", "aucune ancienne commune n'a le code « 31999 »"),
        ("31/ancien", "« 31/ancien » ne désigne pas un territoire"),
    ],
)
def test_a_territory_had_an_address_that_is_known_and_free(
    tmp_path: Path, former: str, message: str
):
    assert Gazetteer.load([]).epci("200023794") is not None
    write(tmp_path, "territoires/epci/243100633.yaml", EPCI, former)
    [line] = said(tmp_path)
    assert message in line


def test_a_build_says_what_the_check_says(tmp_path: Path):
    records = {
        "31/mairie.yaml": (GOOD, "31/mairie"),
        "labels/france-services.yaml": (LABEL, "france-services"),
        "territoires/epci/243100633.yaml": (EPCI, "epci/243100633"),
        "31/ateliers/cv.yaml": (WORKSHOP, "31/cv"),
    }
    for name, (text, former) in records.items():
        write(tmp_path / "places", name, text, former)
    folder = tmp_path / "places"
    found = read_repository(folder, Gazetteer.load([]), TODAY, cache_dir=tmp_path).diagnostics
    assert sorted(show(p) for p in found if "anciens_ids" in p.field) == sorted(
        show(p) for p in check(tmp_path / "places", (), TODAY) if "anciens_ids" in p.field
    )
    assert len([p for p in found if "anciens_ids" in p.field]) == len(records)


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        ("place", "31/x"),
        ("workshop", "2A/x"),
        ("route", "971/x"),
        ("label", "x"),
        ("network", "x"),
        ("territory", "epci/243100633"),
    ],
)
def test_a_record_has_one_file(kind: RecordKind, id_: str):
    path = RecordPath(kind, id_)
    assert record_path(path.file) == path
