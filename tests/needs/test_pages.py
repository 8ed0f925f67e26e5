"""The pages of the needs: which places each shows, and when it is made again."""

from __future__ import annotations

import pytest

from plugins.gazetteer import Gazetteer
from plugins.needs.pages import NeedList, NeedPages
from plugins.vocabulary.needs import NEEDS
from tests.support.places import entry

LABEGE, TOULOUSE, LA_ROCHELLE = "31254", "31555", "17300"
LEARN = next(need for need in NEEDS if need.slug == "apprendre")


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load(["31", "17"])


def answering(id_: str, code: str, *needs: str, is_closed: bool = False):
    return entry(id_, code)._replace(needs=needs, is_closed=is_closed)


def pages(gazetteer, *entries) -> NeedPages:
    return NeedPages(NEEDS, entries, gazetteer)


def test_a_need_counts_its_open_places_by_departement(gazetteer):
    made = pages(
        gazetteer,
        answering("31/a", LABEGE, "apprendre"),
        answering("31/b", TOULOUSE, "apprendre", "demarches"),
        answering("31/shut", TOULOUSE, "apprendre", is_closed=True),
        answering("17/c", LA_ROCHELLE, "apprendre"),
    )
    counts = {departement.code: number for departement, number in made.counts(LEARN)}
    assert counts == {"31": 2, "17": 1}


def test_a_list_has_the_places_of_a_commune_together(gazetteer):
    made = pages(
        gazetteer,
        answering("31/z", LABEGE, "apprendre"),
        answering("31/a", TOULOUSE, "apprendre"),
        answering("31/b", LABEGE, "apprendre"),
    )
    (page,) = made.list_pages()
    assert page.path == "besoins/apprendre/31/index.html"
    assert isinstance(page.key, NeedList)
    assert [e.id for e in page.key.entries] == ["31/b", "31/z", "31/a"]


def test_a_need_without_places_has_its_page_and_no_list(gazetteer):
    made = pages(gazetteer, answering("31/a", LABEGE, "demarches"))
    assert {page.path for page in made.index_pages("/i")} >= {"besoins/apprendre/index.html"}
    assert [page.path for page in made.list_pages()] == ["besoins/demarches/31/index.html"]


@pytest.mark.parametrize("index", ["/recherche/index/1", "/recherche/index/2"])
def test_the_page_of_a_need_follows_the_index_that_it_asks(gazetteer, index):
    made = pages(gazetteer, answering("31/a", LABEGE, "apprendre"))
    fingerprints = {page.path: page.fingerprint for page in made.index_pages("/recherche/index/1")}
    again = {page.path: page.fingerprint for page in made.index_pages(index)}
    path = "besoins/apprendre/index.html"
    assert (fingerprints[path] == again[path]) == (index == "/recherche/index/1")


def test_another_place_changes_only_its_own_list(gazetteer):
    one, other = answering("31/a", LABEGE, "apprendre"), answering("17/c", LA_ROCHELLE, "apprendre")
    before = {page.path: page.fingerprint for page in pages(gazetteer, one, other).list_pages()}
    edited = other._replace(fingerprint=b"edited")
    after = {page.path: page.fingerprint for page in pages(gazetteer, one, edited).list_pages()}
    assert {path for path in before if before[path] != after[path]} == {
        "besoins/apprendre/17/index.html"
    }
