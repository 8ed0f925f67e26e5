"""Names of what other directories cover: none of ours, each with the directory that has it."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.search.across_names import beside, make_across_names
from plugins.search.name_files import NameIndex
from plugins.territories.others.kept_file import OtherDirectory

OURS = Gazetteer.load(["31"])
PAGE = "https://tarn.example/territoires/{departement}/{commune}/"
TARN = OtherDirectory("Aide du Tarn", "https://tarn.example", (), ("81",), PAGE)
SOUTH = OtherDirectory("Aide du Midi", "https://midi.example", (), ("R76",))


def made(folder: Path, *others: OtherDirectory) -> NameIndex | None:
    return make_across_names(others, OURS, folder / "voisins", "program")


def owners(index: NameIndex) -> dict[str, int]:
    """Name → rank of its directory."""
    lines = [
        line for name, text in index.files.items() if name[:2] == "n-" for line in text.split("\n")
    ]
    return {line.split("\t")[0]: int(line.rpartition("\t")[2]) for line in lines}


def test_no_directory_no_file(tmp_path: Path):
    assert made(tmp_path) is None
    assert made(tmp_path, TARN._replace(couvre=("31",))) is None  # all of it is ours
    assert not [*tmp_path.iterdir()]
    assert beside([], None, OURS).fingerprint() == b""


def test_a_commune_is_led_to_the_first_directory_that_covers_it(tmp_path: Path):
    index = made(tmp_path, TARN, SOUTH)
    assert index
    found = owners(index)
    assert (found["Gaillac"], found["Auch"]) == (0, 1)
    assert "Labège" not in found
    heads = json.loads(index.files["directories.json"])
    assert heads == [[one.nom, one.adresse, one.page_de_commune] for one in (TARN, SOUTH)]


def test_what_is_kept_is_made_again_when_they_change(tmp_path: Path):
    first = made(tmp_path, TARN)
    assert made(tmp_path, TARN) == first
    other = made(tmp_path, TARN._replace(nom="Autre nom"))
    assert first
    assert other
    assert other.folder != first.folder
    assert "Autre nom" in other.files["directories.json"]


def test_the_list_says_what_each_covers():
    shown = beside([TARN, SOUTH, TARN._replace(couvre=("81140",))], None, OURS).directories
    assert [list(names) for _, names in shown] == [["Tarn (81)"], ["Occitanie"], []]
