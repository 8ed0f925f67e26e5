"""Territories where the directory lists no place: what they say of themselves has a page."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.records.model.territory import Territory
from plugins.records.repository import read_repository
from plugins.territories.area_views import AreaViews
from plugins.territories.contract import OutsideContext
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.outside import outside
from plugins.territories.pages import Fingerprints, outside_pages
from plugins.territories.records import TerritoryRecords
from plugins.territories.views import Views
from tests.support.theme import shown

ROOT = Path(__file__).parents[2]
COVERED = ["16", "17", "31"]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(COVERED)


@pytest.fixture(scope="module")
def territories(gazetteer):
    return read_repository(ROOT / "places", gazetteer, date(2026, 11, 30)).of(Territory)


@pytest.fixture(scope="module")
def views(gazetteer, territories) -> Views:
    records = TerritoryRecords(territories, {}, {}, {})
    nobody = Neighbourhood(gazetteer, [])
    return Views(gazetteer, nobody, NearestByNeed(gazetteer, nobody), {}, records)


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_every_record_reaches_one_page(gazetteer, territories):
    found = outside(territories, gazetteer)
    urls = [one.url for one in found.values()]
    assert len(urls) == len(set(urls))
    own = {"epci": gazetteer.epcis, "departement": gazetteer.departements}
    for id_, record in territories.items():
        has_page_of_places = record.code in own.get(record.level, ())
        assert has_page_of_places != (id_ in found), id_
    assert "region/24" in found
    assert found["departement/64"].url == "/territoires/64/"


def test_its_page_shows_its_remarks_and_its_sources(views):
    drome = text(shown(views.outside_page("departement/26")))
    assert "Syndicat mixte info-routes" in drome
    assert "Cet annuaire ne couvre pas ce territoire." in drome
    gironde = text(shown(views.outside_page("departement/33")))
    assert "Déjà signée quand le communiqué a paru." in gironde
    assert "Communiqué de presse n° 232" in gironde


def test_every_page_can_be_shown(views):
    for id_ in views.outside:
        html = shown(views.outside_page(id_))
        assert views.outside[id_].name in unescape(html).replace("’", "'")


def test_a_region_says_which_part_is_covered(gazetteer):
    record = Territory.from_tree({"nom": "Occitanie"}, "region/76")
    (found,) = outside({"region/76": record}, gazetteer).values()
    assert [departement.code for departement in found.covered] == ["31"]
    page = text(shown(OutsideContext(found, [])))
    assert "ne couvre qu’une partie de ce territoire" in page
    assert "Haute-Garonne" in page


def test_a_syndicat_and_a_commune_have_theirs(gazetteer):
    records = {
        "autre/syndicat-x": Territory.from_tree({"nom": "Syndicat X"}, "autre/syndicat-x"),
        "commune/69123": Territory.from_tree({"nom": "Lyon"}, "commune/69123"),
        "commune/31254": Territory.from_tree({"nom": "Labège"}, "commune/31254"),
    }
    found = outside(records, gazetteer)
    assert {id_: one.url for id_, one in found.items()} == {
        "autre/syndicat-x": "/territoires/autre/syndicat-x/",
        "commune/69123": "/territoires/69/lyon/",
    }


def test_the_index_leads_there_and_a_page_changes_with_its_record(views, gazetteer):
    html = shown(views.index())
    assert 'href="/territoires/region/24/"' in html

    def fingerprint(said: bytes) -> bytes:
        common = Fingerprints(gazetteer, {"region/24": said})
        pages = {page.key: page.fingerprint for page in outside_pages(views.outside, common)}
        return pages["region/24"]

    assert fingerprint(b"a") != fingerprint(b"b")


def test_the_five_axes_are_those_of_the_departement_and_not_of_the_charter(gazetteer, territories):
    record = territories["departement/17"]
    records = TerritoryRecords(territories, {}, {}, {})
    areas = AreaViews(gazetteer, Neighbourhood(gazetteer, []), {}, {}, records, "")
    page = text(shown(areas.coordination(gazetteer.departements["17"])))
    assert "Le plan d’actions du Département 1" in re.sub(r" (?=Renseigner)", " 1 ", page)
    assert "Ce que la charte promet" not in page
    assert record.plan is not None
    assert "Département" in record.plan.intitule
    assert next(axis.titre for axis in record.plan.axes) == "Renseigner"


FACTS = {
    "places/territoires/epci/243100633.yaml": (
        "nom: Regards", "nom: Cyberdicap", "nom: Freya Games", "nom: Numanis", "nom: Gogowego",
        "nom: Relief", "100 PASS", "AG2R",
        "Tour de France des oubliés du numérique", "plan national pour un numérique inclusif",
        "pendant 1 an", "chef de file", "d'abord aux communes et aux établissements publics",
    ),
    "places/territoires/departement/31.yaml": ("chef de file",),
    "places/territoires/departement/17.yaml": (
        "département pilote", "d'ici 2022", "la cantine", "un logement social",
    ),
    "places/territoires/autre/etat.yaml": ("14 millions de personnes", "nombre: 4000", "250000000"),
}  # fmt: skip


@pytest.mark.parametrize("file", FACTS)
def test_what_the_releases_say_has_its_place(file: str):
    said = " ".join((ROOT / file).read_text(encoding="utf-8").split())
    assert [fact for fact in FACTS[file] if fact not in said] == []
