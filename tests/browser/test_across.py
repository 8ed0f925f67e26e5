"""A reader at the edge: what they type is of a neighbouring directory, named and linked."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from plugins.cli.server import site_server
from tests.support.contexts import Contexts
from tests.support.map_pages import opener
from tests.support.two_directories import ADDRESS, neighbours
from tests.support.visits import Visitor, visitor

PORTET = "/territoires/31/portet-sur-garonne/"
LABEGE = f"{ADDRESS}/territoires/31/labege/"
NAMED = "Haute-Garonne (31), dans un autre annuaire\u00a0: Aide du Sicoval"


@pytest.fixture(scope="module")
def edge_url(shared: Path) -> Iterator[str]:
    """Address of the site that names its neighbour."""
    with site_server(neighbours(shared)[1], port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def edge(contexts: Contexts, edge_url: str) -> Visitor:
    return visitor(contexts, edge_url)


def proposed(page: Page, typed: str) -> Locator:
    page.get_by_role("combobox").first.focus()
    page.keyboard.type(typed)
    return page.get_by_role("option")


@pytest.mark.parametrize("typed", ["Labège", "labeje", "31670"])
def test_home_proposes_the_commune_of_a_neighbour(edge: Visitor, typed: str):
    seen = edge("/", width=360)
    options = proposed(seen.page, typed)
    expect(options).to_have_text([f"Labège {NAMED}"])
    expect(seen.page.locator("[data-spoken]")).to_contain_text("Communes proposées : 1.")
    seen.page.route(LABEGE, lambda route: route.fulfill(body="there"))
    seen.page.keyboard.press("ArrowDown")
    assert seen.foreign_requests == []  # nothing of theirs before they choose
    seen.page.keyboard.press("Enter")
    expect(seen.page).to_have_url(LABEGE)


def test_home_asks_nothing_more_for_a_commune_that_is_here(edge: Visitor):
    seen = edge("/")
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))
    expect(proposed(seen.page, "Muret").first).to_contain_text("Muret")
    seen.page.keyboard.press("Enter")
    expect(seen.page).to_have_url("/territoires/31/muret/")
    assert not [url for url in asked if "voisins" in url]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Labège", "Cet annuaire ne va pas jusque-là. Un annuaire voisin y va :"),
        ("31670", "Cet annuaire ne va pas jusque-là. Un annuaire voisin y va :"),
        ("31670 Labège", "Cet annuaire ne va pas jusque-là. Un annuaire voisin y va :"),
        ("Labeje", "Nous n'avons pas trouvé « Labeje ». Vouliez-vous dire :"),
    ],
)
def test_the_search_leads_to_its_page(edge: Visitor, typed: str, told: str):
    seen = edge(f"/recherche/?q={typed}")
    answer = seen.page.locator("[data-answer]")
    expect(answer.locator("ul a")).to_have_attribute("href", LABEGE)
    expect(answer.locator("ul")).to_contain_text("Aide du Sicoval")
    expect(answer.get_by_role("status")).to_have_text(
        told.replace("'", "’").replace(" :", "\u00a0:")
    )
    expect(answer.locator("[data-elsewhere]")).to_be_hidden()
    assert (seen.foreign_requests, seen.console_errors) == ([], [])


def test_the_search_of_words_is_not_taken_for_a_commune(edge: Visitor):
    page = edge("/recherche/?q=mairie").page
    expect(page.locator("[data-places] li").first).to_be_visible()
    expect(page.locator("[data-answer]")).to_be_hidden()


def test_a_commune_of_here_stays_alone(edge: Visitor):
    page = edge("/recherche/?q=Saint-Lys").page
    expect(page.locator("[data-answer] ul a")).to_have_text(["Saint-Lys Haute-Garonne (31)"])


def test_a_neighbour_that_does_not_say_where_its_pages_are_is_linked_at_home(edge: Visitor):
    seen = edge("/recherche/")
    heads = [["Aide <i>du</i> Sicoval", ADDRESS, ""]]
    seen.page.route("**/directories.json", lambda route: route.fulfill(json=heads))
    seen.page.get_by_role("combobox").first.fill("Labège")
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("[data-answer] ul a")).to_have_attribute("href", f"{ADDRESS}/")
    expect(seen.page.locator("[data-answer] ul")).to_contain_text("Aide <i>du</i> Sicoval")


def test_a_neighbour_that_does_not_answer_changes_nothing(edge: Visitor):
    page = edge("/recherche/").page
    page.route("**/voisins/**", lambda route: route.abort())
    page.get_by_role("combobox").first.fill("Labège")
    page.keyboard.press("Enter")
    expect(page.locator("[data-answer] [role=status]").first).to_contain_text("pas trouvé")


@pytest.mark.parametrize("path", ["/", "/recherche/"])
def test_without_scripts_the_neighbours_are_a_list(edge: Visitor, path: str):
    page = edge(path, javascript=False, width=360).page
    listed: Any = page.locator("#annuaires-voisins a")
    expect(listed).to_be_visible()
    expect(listed).to_have_attribute("href", f"{ADDRESS}/")
    expect(listed.locator("..")).to_contain_text("Communauté d’agglomération du Sicoval")


def test_the_picture_and_the_list_have_the_same_numbers_in_squares(edge: Visitor):
    page = edge(PORTET, javascript=False, width=360).page
    listed = page.locator("li[data-at] .number.square").all_inner_texts()
    assert listed
    squares = page.locator(".picture .pin g:has(rect) text")
    assert squares.all_text_contents() == listed
    last = int(page.locator("li[data-place] .number").last.inner_text())
    assert listed[0] == str(last + 1)
    expect(page.locator(".picture figcaption")).to_contain_text("dans un carré")


def test_the_open_map_shows_them_as_squares_that_open_what_the_page_says(edge: Visitor):
    seen = opener(edge)(PORTET, width=360)
    squares = seen.page.locator(".map-view .map-marker.stop")
    numbers = seen.page.locator("li[data-at] .number").all_inner_texts()
    assert sorted(squares.all_inner_texts()) == sorted(numbers)
    expect(squares.first).to_have_attribute("aria-label", re.compile("dans un annuaire voisin$"))
    expect(seen.page.locator(".map-legend")).to_contain_text("dans un annuaire voisin")
    squares.first.focus()
    seen.page.keyboard.press("Enter")
    card = seen.page.locator("[data-map-card]")
    expect(card.locator("h3 a").first).to_have_attribute("href", re.compile(f"^{ADDRESS}/lieux/"))
    expect(card).to_contain_text("Aide du Sicoval")
    seen.page.keyboard.press("Escape")
    expect(squares.first).to_be_focused()
    assert seen.console_errors == []


def test_another_commune_has_nothing_of_theirs_on_its_map(edge: Visitor):
    page = opener(edge)("/territoires/31/muret/").page
    expect(page.locator(".map-marker.stop")).to_have_count(0)
    assert "js/map-beside" not in page.content()


def test_who_names_nobody_has_nothing_of_it(shared: Path):
    alone, edge = neighbours(shared)
    for site, has in ((alone, False), (edge, True)):
        pages = "".join(
            (site / page).read_text("utf-8") for page in ("index.html", "recherche/index.html")
        )
        assert ("data-beside" in pages, "annuaires-voisins" in pages) == (has, has)
        assert (site / "recherche" / "voisins").exists() == has
