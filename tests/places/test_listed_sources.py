"""The lists named on /donnees/ and in the licence of the records are those that records cite."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from plugins.places.listed_sources import listed_sources
from plugins.vocabulary.sources import ABOUT, SOURCES
from tests.support.theme import component

ROOT = Path(__file__).parents[2]
_LIST = re.compile(r"^ +- nom: ([a-z][a-z0-9-]*-(?:19|20)\d\d[\d-]*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def cited() -> Counter[str]:
    files = list((ROOT / "places").glob("[0-9]*/**/*.yaml"))
    return Counter(name for path in files for name in _LIST.findall(path.read_text("utf-8")))


def test_the_licence_names_each_list_that_records_cite_and_no_other(cited):
    licence = (ROOT / "places/LICENCE.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([^`]+)`", licence, re.MULTILINE)) == sorted(cited)


def test_each_list_has_its_name_and_its_sentence(cited):
    assert ABOUT.keys() == SOURCES.keys()
    for name in cited:
        (listed,) = listed_sources([((name, "", ""),)])
        assert listed.name != name, name
        assert listed.about


def test_editions_of_one_list_are_one_line_with_both_days_and_a_count():
    old = ("france-services-2024-08", "2024-08-01", "Licence Ouverte 2.0")
    new = ("france-services-2025-02", "2025-02-01", "Licence Ouverte 2.0")
    other = ("Mairie", "", "")
    first, second = listed_sources([(old,), (new, old), (other,), ()])
    assert (first.name, first.records) == ("Liste nationale des France services", 2)
    assert (first.first, first.last) == (date(2024, 8, 1), date(2025, 2, 1))
    assert first.licences == ("Licence Ouverte 2.0",)
    assert (second.name, second.first, second.records) == ("Mairie", None, 1)
    html = re.sub(r"</?time[^>]*>", "", component("sources_list", "sources_list", [first, second]))
    assert "du 1er août 2024 au 1er février 2025" in html
    assert html.count("on ne sait pas") == 2


def test_the_page_has_no_list_by_hand():
    page = (ROOT / "content/pages/donnees.md").read_text(encoding="utf-8")
    assert "|" not in page
