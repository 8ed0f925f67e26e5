"""What the templates receive."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry
from plugins.records.model.network import Network
from plugins.records.model.territory import Territory
from plugins.territories.contract import PostcodeLink
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import LISTED_MOST, Fingerprints, FullList, list_pages
from plugins.territories.records import TerritoryRecords
from plugins.territories.views import Views
from tests.support.places import entry

LABEGE, TOULOUSE, CASTANET, SICOVAL = "31254", "31555", "31113", "243100633"


class Whole(dict[str, Any]):
    """Stands for the places: only 31/a is free, only 31/b has a telephone."""

    def __missing__(self, id_: str) -> SimpleNamespace:
        facets = ("besoin-demarches", "gratuit") if id_ == "31/a" else ("besoin-demarches",)
        return SimpleNamespace(id=id_, facets=facets, phones=("3949",) if id_ == "31/b" else ())


def views(
    entries: Sequence[Entry],
    records: dict[str, Territory] | None = None,
    networks: dict[str, Network] | None = None,
) -> Views:
    gazetteer = Gazetteer.load(["31"])
    neighbourhood = Neighbourhood(gazetteer, entries)
    said = TerritoryRecords(records or {}, {}, networks or {}, {})
    by_need = NearestByNeed(gazetteer, neighbourhood)
    return Views(gazetteer, neighbourhood, by_need, Whole(), said)


@pytest.fixture(scope="module")
def sicoval():
    return Territory.from_tree({"nom": "Sicoval"}, f"epci/{SICOVAL}")


def test_a_commune(sicoval):
    entries = [entry("31/a", LABEGE, 43.53, 1.51), entry("31/b", TOULOUSE, 43.6, 1.44)]
    shown = views(entries, records={f"epci/{SICOVAL}": sicoval}).commune(LABEGE)
    assert shown.commune.nom == "Labège"
    assert shown.epci
    assert shown.epci.nom == "CA du Sicoval"
    assert shown.departement.nom == "Haute-Garonne"
    assert [near.place.id for near in shown.here] == ["31/a"]
    assert [near.place.id for near in shown.around] == ["31/b"]
    assert shown.facets == shown.here_facets == ["besoin-demarches", "gratuit"]
    assert shown.around_facets == ["besoin-demarches"]
    assert shown.to_call
    assert shown.to_call.place.id == "31/b"
    assert shown.around[0].distance_km == pytest.approx(9.5, abs=1)
    assert shown.here_total == 1
    assert shown.territory is None


def test_a_large_commune_and_its_full_list():
    gazetteer = Gazetteer.load(["31"])
    entries = [entry(f"31/p{n:03}", TOULOUSE, 43.6, 1.44, nom=f"École {n:03}") for n in range(130)]
    entries = [
        one._replace(code_postal=("31400", "31000", "31059")[n % 3])
        for n, one in enumerate(entries)
    ]
    entries[7] = entries[7]._replace(has_phone=False, has_hours=False)
    made = views(entries)
    commune = made.commune(TOULOUSE)
    assert len(commune.here) == LISTED_MOST
    assert commune.here_total == 130
    assert commune.list_pages == 3
    assert commune.to_complete == []
    neighbourhood = Neighbourhood(gazetteer, entries)
    keys = [page.key for page in list_pages(gazetteer, neighbourhood, Fingerprints(gazetteer, {}))]
    pages = [made.full_list(key) for key in keys if isinstance(key, FullList)]
    assert [(page.first, page.last) for page in pages] == [(1, 60), (61, 120), (121, 130)]
    assert pages[1].url == "/territoires/31/toulouse/lieux/page-2/" == pages[0].paging.urls[1]
    assert [group.postcode for group in pages[0].groups] == ["31000", "31400"]
    assert [group.postcode for group in pages[2].groups] == [""]  # a CEDEX is no quarter
    assert [near.place.id for near in pages[2].to_complete] == ["31/p007"]
    shown = [near.place.id for page in pages for group in page.groups for near in group.shown]
    assert len(set(shown)) == len(shown) == 129
    for page in pages:
        assert page.total == 130
        assert page.postcodes == (
            PostcodeLink("31000", 42, pages[0].url),
            PostcodeLink("31400", 44, pages[0].url),
            PostcodeLink("", 43, pages[1].url),
        )


def test_what_a_city_can_be_narrowed_to_is_that_of_all_its_places():
    entries = [entry(f"31/p{n:03}", TOULOUSE, 43.6, 1.44 + n / 1000) for n in range(40)]
    only = entry("31/a", TOULOUSE, 43.7, 1.6)  # the last of all, and the only one that is free
    shown = views([only, *entries]).commune(TOULOUSE)
    assert "31/a" not in [near.place.id for near in shown.here]
    assert shown.facets == ["besoin-demarches", "gratuit"]
    assert shown.here_facets == ["besoin-demarches"]


def test_records_about_nothing_stand_apart():
    blank = entry("31/a", LABEGE, 43.53, 1.51)._replace(has_phone=False, has_hours=False)
    shown = views([blank, entry("31/b", LABEGE, 43.54, 1.52)]).commune(LABEGE)
    assert [near.place.id for near in shown.here] == ["31/b"]
    assert [near.place.id for near in shown.to_complete] == ["31/a"]
    assert shown.here_total == 2


def test_a_network_is_told_where_it_acts(sicoval):
    network = Network.from_tree(
        {
            "nom": "Réseau",
            "resume": "On vous aide.",
            "statut": "actif",
            "territoires": [f"epci/{SICOVAL}", "region/76"],
            "membres": ["31/a"],
        },
        "reseau",
    )
    made = views([entry("31/a", LABEGE)], networks={"reseau": network})
    shown = made.network("reseau")
    url = f"/territoires/epci/{SICOVAL}/"
    assert shown.territories == [
        ("Communauté d'agglomération du Sicoval", url),
        ("Occitanie", ""),
    ]
