"""The menu says where one is, in words that differ from one another."""

from __future__ import annotations

import re

import pytest

from tests.support.theme import page, place_page
from tests.support.places import place

_MENU = re.compile(r'<nav aria-label="Menu principal">(.*?)</nav>', re.S)
_LINK = re.compile(r'<a href="([^"]*)"(?: aria-current="(\w+)")?>(.*?)</a>')


def menu(html: str) -> list[tuple[str, str, str]]:
    """Address, `aria-current` and words of each link."""
    found = _MENU.search(html)
    assert found
    return _LINK.findall(found.group(1))


def test_no_two_links_lead_to_the_same_choice():
    links = menu(page("national_map.html", departements=[], bounds=None, picture=None))
    addresses = [address for address, _, _ in links]
    assert len(set(addresses)) == len(addresses)
    assert not {"/territoires/", "/lieux/"} <= set(addresses)


@pytest.mark.parametrize(
    ("html", "current"),
    [
        (page("national_map.html", departements=[], bounds=None, picture=None), "Près de chez vous"),
        (place_page(place()), "Près de chez vous"),
        (page("needs.html", needs=[]), None),
    ],
)
def test_the_part_of_the_site_is_marked(html: str, current: str | None):
    marked = [(state, words) for _, state, words in menu(html) if state]
    assert marked == ([("true", current)] if current else [])


def test_the_page_of_the_menu_itself_is_marked_as_that_page():
    html = page("territories.html", departements=[], epcis=[], outside=[], commune_index="i")
    assert [(address, state) for address, state, _ in menu(html) if state] == [
        ("/territoires/", "page")
    ]
