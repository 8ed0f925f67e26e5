"""What another directory says that it covers: a stranger's words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.gazetteer import Gazetteer
from plugins.territories.others.coverage_said import codes_of, communes_covered, page_address
from plugins.territories.others.kept_file import file_name, read_kept
from plugins.territories.others.received import received

TARN = "https://tarn.example"
PAGE = f"{TARN}/territoires/{{departement}}/{{commune}}/"


def said(**more: Any) -> dict[str, bytes]:
    """Answers of a directory with one place, in Lavaur; `more` in its index."""
    areas = [{"sorte": "annuaire", "fichiers": {"json": "lieux.json"}}]
    index = {"format": "annuaire-lieux/1", "nom": "Aide", "territoires": areas, **more}
    computed = {"url": f"{TARN}/lieux/81/x/", "departement": "81", "licence": "ODbL 1.0"}
    place = {"nom": "x", "code_insee": "81140", "calcule": computed}
    return {
        f"{TARN}/donnees/v1/index.json": json.dumps(index).encode(),
        f"{TARN}/donnees/v1/lieux.json": json.dumps({"lieux": [place]}).encode(),
    }


def heard(**more: Any) -> tuple[tuple[str, ...], str]:
    found = received(TARN, Gazetteer.load(["31"]), said(**more).__getitem__)
    return found.couvre, found.page_de_commune


def test_what_it_covers_is_what_it_says():
    assert heard(couvre=["81", "R76"], page_de_commune=PAGE) == (("81", "R76"), PAGE)


def test_one_that_does_not_say_covers_the_communes_where_it_knows_a_place():
    assert heard() == (("81140",), "")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["81", "81", "2A", "*"], ("81", "2A", "*")),
        (["<b>", "81 ", 81, None, ["81"], "../81"], ()),
        ("81", ()),
        ({"81": 1}, ()),
        (None, ()),
    ],
)
def test_codes_are_codes(words: object, codes: tuple[str, ...]):
    assert codes_of(words) == codes


@pytest.mark.parametrize(
    "address",
    [
        None,
        ["x"],
        "/territoires/{departement}/{commune}/",
        "javascript:alert('{departement}{commune}')",
        "https://evil.example/{departement}/{commune}/",
        "https://tarn.example.evil.example/{departement}/{commune}/",
        f"{TARN}/{{commune}}/",
        f"{TARN}/{{departement}}/{{commune}}/{{commune}}/",
        f"{TARN}/{{departement}}/{{commune}}/{{autre}}/",
        f"{TARN}/../{{departement}}/{{commune}}/",
        f"{TARN}/%2e%2E/{{departement}}/{{commune}}/",
        f'{TARN}/{{departement}}/{{commune}}/" onclick="x',
        f"{TARN}/{{departement}}/{{commune}}/\u202e",
    ],
)
def test_an_address_that_leads_elsewhere_is_none(address: object):
    assert page_address(address, TARN) == ""


def test_an_edited_file_leads_nowhere_else(tmp_path: Path):
    """What is kept is read as what a stranger wrote."""
    kept = {
        "format": "autre-annuaire/1",
        "nom": "Aide",
        "adresse": TARN,
        "champs": [],
        "lieux": [],
        "couvre": ["81", "<b>"],
        "page_de_commune": "https://evil.example/{departement}/{commune}/",
    }
    (tmp_path / file_name(TARN)).write_text(json.dumps(kept), "utf-8")
    (found,), _ = read_kept(tmp_path, [TARN])
    assert (found.couvre, found.page_de_commune) == (("81",), "")


def test_codes_name_communes_whatever_they_are_of():
    sicoval = Gazetteer.load(["243100633"])
    assert communes_covered(["243100633"]) == [*sicoval.communes]
    assert communes_covered(["81140", "81999", "99", "000000000"]) == ["81140"]
    assert len(communes_covered(["R76"])) > len(communes_covered(["81", "31"])) > 800
