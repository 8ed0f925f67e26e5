"""Where the directory ends: said on the pages and the papers of the communes near to its edge."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Commune, Gazetteer, distance_km
from plugins.paper import sheet_texts
from plugins.records.repository import read_repository
from plugins.territories.area_pages import EpciPage, epci_pages
from plugins.territories.area_views import AreaViews
from plugins.territories.limits import Limits, may_be_nearer
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import Fingerprints
from plugins.territories.records import TerritoryRecords
from plugins.territories.usefulness import NearEntry
from plugins.territories.views import Views
from tests.support.places import entry
from tests.support.theme import shown

ROOT = Path(__file__).parents[2]
VALCABRERE, CASTAGNAC, AZAS, TOULOUSE = "31564", "31111", "31038", "31555"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["16", "17", "31"])


@pytest.fixture(scope="module")
def views(gazetteer) -> Views:
    places = read_repository(ROOT / "places", gazetteer, date(2026, 11, 30)).places
    neighbourhood = Neighbourhood(gazetteer, places.entries)
    by_need = NearestByNeed(gazetteer, neighbourhood)
    return Views(gazetteer, neighbourhood, by_need, places, TerritoryRecords({}, {}, {}, {}))


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("code", "departement", "commune"),
    [
        (VALCABRERE, "Hautes-Pyrénées (65)", "Sarp"),
        (CASTAGNAC, "Ariège (09)", "Sainte-Suzanne"),
        (AZAS, "Tarn (81)", "Garrigues"),
    ],
)
def test_a_commune_at_the_edge_says_so_before_its_list(views, code, departement, commune):
    context = views.commune(code)
    assert context.may_be_nearer
    page = text(shown(context))
    assert f"Cet annuaire ne couvre pas : {departement}." in page
    assert f"À côté : {commune}." in page or f"À côté : {commune}, " in page
    assert f"{commune}, à environ" not in page  # between middles of communes: untrue for people
    assert page.index("ne couvre pas") < page.index(
        "Dans la commune" if context.here else "Autour "
    )
    assert f"Cet annuaire ne couvre pas : {departement}." in sheet_texts.limit(context.limits)


def test_a_commune_far_from_the_edge_says_nothing(views):
    context = views.commune(TOULOUSE)
    assert context.limits == []
    assert "ne couvre pas" not in text(shown(context))
    assert sheet_texts.limit(context.limits) == ""


def test_no_page_is_silent_where_the_order_of_its_list_may_be_false(views, gazetteer):
    outside = [
        other
        for other in gazetteer.within(42.5, -1.6, 46.6, 2.3)
        if other.code not in gazetteer.communes
    ]
    for code in list(gazetteer.communes)[::40]:
        commune, context = gazetteer.communes[code], views.commune(code)
        reach = max((near.distance_km or 0 for near in context.around), default=0)
        nearest = min(
            distance_km(commune.latitude, commune.longitude, other.latitude, other.longitude)
            for other in outside
        )
        if nearest < reach - 0.01:
            assert context.limits[0].distance_km == pytest.approx(nearest)
            assert "Cet annuaire ne couvre pas" in text(shown(context))
        elif nearest > reach + 0.01:
            assert context.limits == []


@given(st.lists(st.floats(0.1, 60), max_size=6))
def test_limits_are_in_order_one_a_departement_and_within_reach(distances: list[float]):
    known = Gazetteer.load(["31"])
    listed = [NearEntry(entry(f"31/p{n}", "31254"), km, False) for n, km in enumerate(distances)]
    found = Limits(known).around(known.communes[VALCABRERE], listed)
    assert [limit.distance_km for limit in found] == sorted(limit.distance_km for limit in found)
    assert len({limit.departement.code for limit in found}) == len(found)
    assert all(limit.distance_km < max(distances) for limit in found)
    assert all(limit.departement.code != "31" for limit in found)
    assert may_be_nearer(found, listed) == (
        bool(found) and found[0].distance_km < min(distances, default=0)
    )


FRENCH = Gazetteer.load(["31", "988"])
LIMITS = Limits(FRENCH)
PLACED = [(one, one.centre) for one in FRENCH.communes.values() if one.centre]
OUTSIDE = [
    (other.departement, centre)
    for south, west, north, east in [
        one.bounds for one in FRENCH.departements.values() if one.bounds
    ]
    for other in FRENCH.within(south - 0.5, west - 0.5, north + 0.5, east + 0.5)
    if other.code not in FRENCH.communes and (centre := other.centre)
]


@given(st.sampled_from(PLACED), st.one_of(st.floats(1, 100), st.floats(100, 20_000)))
def test_limits_are_those_of_a_scan(placed: tuple[Commune, tuple[float, float]], km: float):
    """However far, on both sides of the world."""
    commune, centre = placed
    found = LIMITS.around(commune, [NearEntry(entry("31/p", "31254"), km, False)])
    nearest: dict[str, float] = {}
    for departement, other in OUTSIDE:
        away = distance_km(*centre, *other)
        nearest[departement] = min(away, nearest.get(departement, km))
    within = {code: away for code, away in nearest.items() if away < km}
    assert {limit.departement.code: limit.distance_km for limit in found} == within


def test_all_of_france_has_no_limit():
    known = Gazetteer.load(["974"])
    reunion = next(iter(known.communes.values()))
    assert Limits(known).around(reunion, [NearEntry(entry("974/p", reunion.code), 40, False)]) == []


def test_a_group_shown_in_part_says_how_much(gazetteer):
    nearby = Neighbourhood(gazetteer, [])
    areas = AreaViews(gazetteer, nearby, {}, {}, TerritoryRecords({}, {}, {}, {}), "")
    found = epci_pages(gazetteer, nearby, Fingerprints(gazetteer, {}), "")
    keys = {key.epci.siren: key for each in found if isinstance(key := each.key, EpciPage)}
    part = [e for e in gazetteer.epcis.values() if len(e.communes) < e.communes_total]
    assert part
    for epci in part[:5]:
        page = text(shown(areas.epci(keys[epci.siren])))
        n = len(epci.communes)
        assert f"Cet annuaire montre {n} commune{'s' * (n > 1)} de ce groupe" in page
        assert f"sur {epci.communes_total}." in page
        assert sheet_texts.part(n, epci.communes_total).startswith(f"{n} commune")
    whole = next(e for e in gazetteer.epcis.values() if len(e.communes) == e.communes_total)
    assert "de ce groupe sur" not in text(shown(areas.epci(keys[whole.siren])))
    assert sheet_texts.part(len(whole.communes), whole.communes_total) == ""
