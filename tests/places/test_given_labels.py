"""The labels of the nation come with the program; a directory may say one in its own words."""

from pathlib import Path

import pytest

from plugins.common.program import SETTINGS
from plugins.gazetteer import Gazetteer
from plugins.records.commands import check, records
from plugins.records.listing import list_records
from plugins.records.model.label import Label
from plugins.records.repository import Repository, read_repository
from tests.support.records import GOOD, TODAY

OWN = "nom: Pix de chez nous\nnature: label\nresume: Un test des savoirs.\nstatut: actif\n"


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """The records of a directory that has one place and no label."""
    (tmp_path / SETTINGS).write_text("", "utf-8")
    folder = tmp_path / "places"
    (folder / "31").mkdir(parents=True)
    (folder / "31" / "mediatheque.yaml").write_text(f"{GOOD}labels:\n  - pix\n", "utf-8")
    return folder


def read(places: Path, cache: Path | None = None) -> Repository:
    return read_repository(places, Gazetteer.load(["31"]), TODAY, cache_dir=cache)


def own_label(places: Path) -> None:
    (places / "labels").mkdir()
    (places / "labels" / "pix.yaml").write_text(OWN, "utf-8")


def test_a_directory_has_the_labels_of_the_program(places: Path):
    found = read(places)
    assert found.of(Label)["pix"].nom == "Pix"
    assert len(found.of(Label)) > 20
    assert not [one for one in found.diagnostics if "label" in one.path + one.field]


def test_its_own_label_takes_the_place_of_one(places: Path):
    cache = places.parent / "cache"
    before = read(places, cache).of(Label)
    own_label(places)
    after = read(places, cache).of(Label)
    assert after["pix"].nom == "Pix de chez nous"
    assert after.keys() == before.keys()


def test_a_label_that_is_in_neither_is_said(places: Path):
    (places / "31" / "mediatheque.yaml").write_text(f"{GOOD}labels:\n  - pixx\n", "utf-8")
    (said,) = [one for one in check(places, [places / "31"], TODAY) if one.field == "labels[1]"]
    assert "pix" in said.hint


def test_what_the_program_gives_is_not_its_file_to_change(places: Path):
    assert records(places) == [places / "31" / "mediatheque.yaml"]
    own_label(places)
    assert places / "labels" / "pix.yaml" in records(places)


def test_records_of_no_directory_stand_alone(places: Path):
    (places.parent / SETTINGS).unlink()
    assert list_records(places).ids("label") == set()
