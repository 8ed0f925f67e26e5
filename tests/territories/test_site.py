"""The territories' pages of the repository's own site."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.gazetteer.coverage import default_coverage

ROOT = Path(__file__).resolve().parents[2]
COORDINATION = "territoires/epci/243100633/coordination/index.html"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(default_coverage(ROOT / "places"))


def test_every_territory_has_its_page(built_site, gazetteer):
    territories = [*gazetteer.communes.values(), *gazetteer.epcis.values(),
                   *gazetteer.departements.values()]  # fmt: skip
    assert len(territories) > 1000
    missing = [t.url for t in territories if not (built_site / t.url[1:] / "index.html").is_file()]
    assert missing == []
    assert (built_site / "territoires" / "index.html").is_file()


def test_a_commune_without_any_place_lists_places_of_its_surroundings(built_site):
    page = (built_site / "territoires/31/noueilles/index.html").read_text(encoding="utf-8")
    cards = re.findall(r'<p class="km">(.*?)</p>', unescape(page), re.S)
    said = [re.findall(r"\bà(?: environ)?\s([\d,]+)\skm", card) for card in cards]
    distances = [float(number.replace(",", ".")) for (number,) in said]
    assert len(distances) == 8  # their order is that of tests/territories/test_usefulness.py
    assert max(distances) < 30


def test_a_large_commune_links_to_all_its_places(built_site):
    page = (built_site / "territoires/31/toulouse/index.html").read_text(encoding="utf-8")
    assert page.count('<article class="card">') <= 20 + 8
    assert 'href="/territoires/31/toulouse/lieux/"' in page
    assert (built_site / "territoires/31/toulouse/lieux/page-2/index.html").is_file()


def test_the_sicoval_tells_its_charter_and_its_hundred_passes(built_site):
    page = (built_site / COORDINATION).read_text(encoding="utf-8")
    assert "Territoire France Connectée pour un numérique inclusif" in page
    assert "AG2R" in page
    assert 'href="/territoires/epci/243100633/"' in page


def test_the_network_of_a_territory_has_its_page(built_site):
    territory = (built_site / COORDINATION).read_text(encoding="utf-8")
    address = "/territoires/reseaux/aidants-et-mediateurs-du-sicoval/"
    assert f'href="{address}"' in territory
    page = (built_site / address[1:] / "index.html").read_text(encoding="utf-8")
    assert 'href="/territoires/epci/243100633/"' in page


def test_a_territory_shows_what_it_announced_and_studied(built_site):
    page = (built_site / COORDINATION).read_text(encoding="utf-8")
    assert 'href="/agenda/ateliers/31/rediger-son-cv/"' in page
    study = re.search(r'/agenda/tournees/31/service-itinerant-du-sicoval/".*', page)
    assert study is not None
    assert "(étude)" in study.group()
