"""The report for people: one page, in the order of what they must decide."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake import ImportReport
from plugins.intake.write.digest import sections_of
from tests.support.intake import LABEGE, Row

Importing = Callable[..., ImportReport]
HOSTILE = "<script>alert(1)</script> & « fin »"


@pytest.fixture
def report(importing: Importing, tmp_path: Path) -> ImportReport:
    """Of a list with something of each kind."""
    other: Row = {**LABEGE, "id": "b1", "source": "autre-2024-01", "telephone": "05 61 00 00 02"}
    desk: Row = {**LABEGE, "id": "d1", "nom": "Antenne de la mairie", "typologie": "", "adresse":
                 "18 avenue du Lac", "telephone": ""}  # fmt: skip
    france: Row = {**desk, "id": "d2", "nom": "France services du Lac",
                   "telephone": "05 61 00 00 09"}  # fmt: skip
    closed: Row = {**LABEGE, "id": "c1", "nom": "Espace du Bois INACTIF", "adresse": "1 rue Haute",
                   "latitude": "", "longitude": "", "telephone": ""}  # fmt: skip
    cut: Row = {**LABEGE, "id": "c2", "nom": "Centre social Vitry-le-François", "commune": "Vitry",
                "code_postal": "51300", "code_insee": "", "latitude": "", "longitude": "",
                "services": HOSTILE}  # fmt: skip
    rows = (LABEGE, other, desk, france, closed, cut, {**LABEGE, "id": "n", "nom": ""})
    return importing(*({**row, "colonne libre": "x"} for row in rows), report=tmp_path / "r.html")


@pytest.fixture
def page(report: ImportReport, tmp_path: Path) -> str:
    return (tmp_path / "r.html").read_text("utf-8")


def test_what_must_be_decided_comes_first_in_its_order(report: ImportReport, page: str) -> None:
    decided = [section.slug for section in sections_of(report) if not section.is_routine]
    assert decided == [
        "conflits", "communes", "fermes", "doublons", "a-regarder", "colonnes", "valeurs",
    ]  # fmt: skip
    places = [page.index(f'<section id="{slug}"') for slug in decided]
    assert places == sorted(places)
    titles = [section.title for section in sections_of(report)]
    shown = [line.removesuffix(" :") for line in report.summary() if line.endswith(" :")]
    assert [title for title in shown if title in titles] == titles


def test_both_values_and_both_sources_of_a_conflict_are_shown(page: str) -> None:
    section = page.partition('<section id="conflits"')[2].partition("</section>")[0]
    for text in ("liste-exemple-2024-01", "autre-2024-01", "05 61 00 00 00", "05 61 00 00 02"):
        assert text in section
    assert section.count("dans la fiche") == 1


def test_both_sides_of_a_near_duplicate_are_shown_once(report: ImportReport, page: str) -> None:
    section = page.partition('<section id="doublons"')[2].partition("</section>")[0]
    assert "Antenne de la mairie" in section
    assert "France services du Lac" in section
    assert "05 61 00 00 09" in section
    assert len(report.near_duplicates) == section.count("<article>") == 1
    (pair,) = json.loads(report.to_json())["near_duplicates"]
    assert {pair["first"]["row"], pair["second"]["row"]} == {4, 5}


def test_the_page_stands_alone_and_escapes_the_list(page: str) -> None:
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page
    assert page.startswith("<!doctype html>")
    assert '<html lang="fr">' in page


def test_each_heading_names_its_section_and_each_link_leads_to_one(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', page)) <= set(ids)


def test_an_import_without_anything_to_decide_says_so(importing: Importing, tmp_path: Path) -> None:
    importing({**LABEGE, "source": "liste"}, report=tmp_path / "r.html")
    assert "Rien à décider" in (tmp_path / "r.html").read_text("utf-8")
