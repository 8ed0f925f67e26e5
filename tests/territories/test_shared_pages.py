"""Communes without a record share the page of their EPCI in other languages and in easy words."""

from __future__ import annotations

import re

import pytest

from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry
from plugins.territories.area_pages import epci_pages
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import ABROAD, EASY, Fingerprints, commune_pages
from plugins.territories.shared_pages import SharedPages, anchor, with_shared
from tests.support.places import entry

LABEGE, AUZIELLE, SICOVAL = "31254", "31036", "243100633"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31"])


def shared_of(gazetteer: Gazetteer, *entries: Entry, least: int = EASY) -> SharedPages:
    return SharedPages(gazetteer, Neighbourhood(gazetteer, list(entries)), least)


def test_a_commune_with_a_record_has_its_own_pages_also_once_its_place_is_closed(gazetteer):
    labege, auzielle = gazetteer.communes[LABEGE], gazetteer.communes[AUZIELLE]
    for closed in (False, True):
        shared = shared_of(gazetteer, entry("31/a", LABEGE, 43.53, 1.51, closed=closed))
        assert shared.address(labege) == ""
        assert shared.address(auzielle) == f"/territoires/epci/{SICOVAL}/#31-auzielle"
        assert labege not in shared.members(gazetteer.epcis[SICOVAL])
        assert auzielle in shared.members(gazetteer.epcis[SICOVAL])


def test_a_commune_has_pages_in_other_languages_from_two_records_on(gazetteer):
    labege = gazetteer.communes[LABEGE]
    one = entry("31/a", LABEGE, 43.53, 1.51)
    other = entry("31/b", LABEGE, 43.53, 1.51, closed=True)
    assert shared_of(gazetteer, one, least=ABROAD).address(labege)
    assert not shared_of(gazetteer, one, other, least=ABROAD).address(labege)


def test_each_commune_has_its_own_pages_or_a_place_on_one_that_it_shares(gazetteer):
    near = Neighbourhood(gazetteer, [entry("31/a", LABEGE, 43.53, 1.51)])
    shared = SharedPages(gazetteer, near, EASY)
    pages = list(commune_pages(gazetteer, near, Fingerprints(gazetteer, {})))
    own = {str(page.key) for page in shared.own(pages)}
    told = {one.code for epci in gazetteer.epcis.values() for one in shared.members(epci)}
    assert own | told == set(gazetteer.communes)
    assert not own & told
    addresses = shared.addresses()
    assert addresses.keys() == {gazetteer.communes[code].url for code in told}
    assert len(set(addresses.values())) == len(told)
    assert all(re.fullmatch(r"/territoires/epci/\d{9}/#31-[a-z0-9-]+", one)
               for one in addresses.values())  # fmt: skip


def test_a_commune_without_an_epci_has_its_own_pages():
    islands = Gazetteer.load(["22"])
    alone = [one for one in islands.communes.values() if not one.epci]
    shared = shared_of(islands)
    assert alone
    assert not [one for one in alone if shared.address(one)]


def test_the_shared_page_is_made_again_when_what_is_near_changes(gazetteer):
    def first_pages(*entries: Entry) -> dict[str, bytes]:
        near = Neighbourhood(gazetteer, list(entries))
        common = Fingerprints(gazetteer, {})
        told = {str(page.key): page.fingerprint for page in commune_pages(gazetteer, near, common)}
        pages = epci_pages(gazetteer, near, common, "")
        shared = with_shared(pages, SharedPages(gazetteer, near, EASY), told)
        return {page.path: page.fingerprint for page in shared}

    page = f"territoires/epci/{SICOVAL}/index.html"
    toulouse = entry("31/a", "31555", 43.6, 1.44)
    assert first_pages(toulouse)[page] != first_pages(toulouse._replace(fingerprint=b"2"))[page]


def test_the_anchor_is_what_scripts_write(gazetteer):
    assert anchor(gazetteer.communes[AUZIELLE]) == "31-auzielle"
