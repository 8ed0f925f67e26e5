"""Which pages there are, and when they are made again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plugins.gazetteer import Gazetteer
from plugins.press.page_set import is_safe_path
from plugins.records.entry import Entry
from plugins.territories import area_pages, pages
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import Fingerprints
from tests.support.places import entry

LABEGE, TOULOUSE, RAMONVILLE = "31254", "31555", "31446"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31"])


def all_pages(
    gazetteer: Gazetteer,
    entries: Sequence[Entry],
    records: dict[str, bytes] | None = None,
    labels: dict[str, bytes] | None = None,
    index: str = "/recherche/index/1",
) -> dict[str, bytes]:
    neighbourhood = Neighbourhood(gazetteer, entries)
    common = Fingerprints(gazetteer, records or {})
    made = [
        *pages.commune_pages(gazetteer, neighbourhood, common),
        *pages.list_pages(gazetteer, neighbourhood, common),
        *area_pages.epci_pages(gazetteer, neighbourhood, common, index),
        *area_pages.departement_pages(gazetteer, neighbourhood, common, index, labels or {}),
        *area_pages.commune_list_pages(gazetteer, neighbourhood, common),
        *area_pages.coordination_pages(gazetteer, common),
        pages.index_page(gazetteer, neighbourhood, common),
    ]
    by_path = {page.path: page.fingerprint for page in made}
    assert len(by_path) == len(made)
    assert all(map(is_safe_path, by_path))
    return by_path


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    paths = before.keys() | after.keys()
    return {path for path in paths if before.get(path) != after.get(path)}


def spread(count: int) -> list[Entry]:
    """Places all over Haute-Garonne."""
    communes = list(Gazetteer.load(["31"]).communes.values())[:: 586 // count]
    return [entry(f"31/p{n}", c.code, c.latitude, c.longitude) for n, c in enumerate(communes)]


def test_every_commune_has_a_page_also_without_any_place(gazetteer):
    made = all_pages(gazetteer, [])
    assert "territoires/31/labege/index.html" in made
    assert "territoires/epci/243100633/index.html" in made
    assert {"territoires/31/index.html", "territoires/index.html"} <= made.keys()
    assert len(made) == 586 + len(gazetteer.epcis) + 3


def test_an_edit_touches_only_the_pages_that_list_the_place(gazetteer):
    entries = spread(100)
    before = all_pages(gazetteer, entries)
    one = entries[50]
    edited = [*entries[:50], one._replace(fingerprint=b"x" * 16), *entries[51:]]
    touched = changed(before, all_pages(gazetteer, edited))
    own = gazetteer.communes[one.code_insee].url[1:] + "index.html"
    assert own in touched
    assert "territoires/31/index.html" in touched
    assert "territoires/index.html" not in touched
    assert 5 < len(touched) < 100


def test_a_removed_place_touches_those_that_listed_it(gazetteer):
    entries = [entry("31/a", LABEGE, 43.53, 1.51)]
    touched = changed(all_pages(gazetteer, entries), all_pages(gazetteer, []))
    assert len(touched) >= 586  # the only place was near everybody


def test_a_closed_place_is_as_good_as_removed(gazetteer):
    closed = [entry("31/a", LABEGE, 43.53, 1.51, closed=True)]
    before, after = all_pages(gazetteer, closed), all_pages(gazetteer, [])
    # But its commune keeps its pages in other languages, to which its own page leads.
    assert changed(before, after) == {"territoires/31/labege/index.html"}


def test_a_territory_s_own_words_touch_its_page(gazetteer):
    before = all_pages(gazetteer, [])
    after = all_pages(gazetteer, [], records={"epci/243100633": b"1"})
    assert changed(before, after) == {
        "territoires/epci/243100633/coordination/index.html",
        "territoires/epci/243100633/index.html",
        "territoires/index.html",
    }
    again = all_pages(gazetteer, [], records={"epci/243100633": b"2"})
    assert changed(after, again) == {
        "territoires/epci/243100633/coordination/index.html",
        "territoires/index.html",
    }


def test_pages_that_ask_where_one_is_follow_the_index_of_communes(gazetteer):
    before, after = (all_pages(gazetteer, [], index=index) for index in ("/a", "/b"))
    touched = changed(before, after)
    assert {"territoires/31/index.html", "territoires/epci/243100633/index.html"} <= touched
    assert not {"territoires/31/communes/index.html", "territoires/31/labege/index.html"} & touched


def test_a_label_s_edit_touches_the_departements(gazetteer):
    before = all_pages(gazetteer, [], labels={"pix": b"1"})
    after = all_pages(gazetteer, [], labels={"pix": b"2"})
    assert changed(before, after) == {"territoires/31/index.html"}


def test_a_large_commune_has_full_lists(gazetteer):
    entries = [entry(f"31/p{n:03}", TOULOUSE, 43.6, 1.44) for n in range(130)]
    made = all_pages(gazetteer, entries)
    lists = sorted(path for path in made if "/lieux/" in path)
    assert lists == [
        "territoires/31/toulouse/lieux/index.html",
        "territoires/31/toulouse/lieux/page-2/index.html",
        "territoires/31/toulouse/lieux/page-3/index.html",
    ]
    moved = [*entries[:-1], entry("31/p000b", TOULOUSE, 43.6, 1.44)]
    touched = changed(made, all_pages(gazetteer, moved))
    assert {path for path in touched if "/lieux/" in path} == set(lists)


def test_twenty_places_need_no_full_list(gazetteer):
    entries = [entry(f"31/p{n:03}", RAMONVILLE, 43.6, 1.44) for n in range(20)]
    assert not any("/lieux/" in path for path in all_pages(gazetteer, entries))
