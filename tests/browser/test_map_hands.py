"""The map under the hands of its readers: keyboard, cards, lists, filters, position, routes."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from playwright.sync_api import Page, Route, expect

from tests.support.map_pages import LABEGE, Opener, count, markers, one, open_map, stub_tiles
from tests.support.visits import Visitor

FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"


def test_each_marker_is_reached_with_tab_in_the_order_of_reading(with_map: Opener):
    page = with_map().page
    boxes = [marker.bounding_box() for marker in markers(page).all()]
    tops = [box["y"] for box in boxes if box]
    assert all(below - above > -44 for above, below in pairwise(tops))
    assert all(box["width"] >= 44 and box["height"] >= 44 for box in boxes if box)
    expected = [marker.get_attribute("aria-label") for marker in markers(page).all()]
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    assert reached == expected


def test_enter_opens_the_card_escape_closes_it_then_leads_out(with_map: Opener):
    page = with_map().page
    for key in ("Enter", "Space"):
        label = one(page).get_attribute("aria-label") or ""
        name = label.split(",")[0]
        marker = page.get_by_role("button", name=label, exact=True)  # another may become the first
        marker.focus()
        page.keyboard.press(key)
        card = page.get_by_role("dialog", name=name)
        expect(card).to_be_focused()
        expect(card.get_by_role("heading")).to_have_text(name)
        expect(marker).to_have_attribute("aria-current", "true")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(card.locator(":focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(marker).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Fermer la carte")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ouvrir la carte")).to_be_focused()


def test_a_group_opens_into_its_places_and_the_focus_goes_with_it(with_map: Opener):
    page = with_map("/territoires/31/").page
    before = count(page)
    group = max(markers(page).all(), key=lambda marker: int(marker.inner_text() or 1))
    group.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-marker-icon:focus")).to_have_count(1)
    assert count(page) < before


def test_places_at_one_spot_are_told_by_name(visit: Visitor):
    page = visit(LABEGE).page
    page.emulate_media(reduced_motion="reduce")
    stub_tiles(page)
    points = {
        "v": 1, "departement": "31", "unit": 1e-5, "id": ["a", "b"], "nom": ["Un", "Deux"],
        "lat": [4353000, 0], "lon": [153000, 0], "communes": [["31254", "Labège"]],
        "commune": [0, 0], "facets": ["gratuit"], "has": [1, 0], "labels": [], "label": [[], []],
    }  # fmt: skip
    page.route("**/cartes/points/31.json", lambda route: route.fulfill(json=points))
    open_map(page)
    for _ in range(6):  # the view goes as near as it can
        if page.get_by_role("dialog").is_visible():
            break
        page.get_by_role("button", name="2 lieux, Labège").press("Enter")
    card = page.get_by_role("dialog", name="2 lieux, Labège")
    card.get_by_role("button", name="Deux").click()
    expect(page.get_by_role("dialog", name="Deux")).to_be_focused()
    expect(page.get_by_role("dialog").get_by_role("link")).to_have_attribute("href", "/lieux/31/b/")


def test_the_card_is_that_of_the_page_or_else_fetched(with_map: Opener):
    page = with_map().page
    card = page.get_by_role("dialog")
    listed = page.locator("li.card[data-place]").first
    name = listed.locator("h3").inner_text()
    listed.get_by_role("button", name="Voir sur la carte").click()
    chosen = page.locator(".leaflet-marker-icon.chosen")
    expect(chosen).to_be_focused()
    assert "/cartes/fiches/" not in fetched(page)
    page.keyboard.press("Escape")
    expect(listed.get_by_role("button", name="Voir sur la carte")).to_be_focused()
    expect(listed).to_have_class(re.compile("chosen"))
    elsewhere = with_map("/territoires/31/").page  # a page without cards
    elsewhere.get_by_role("button", name="Voir de plus près").click()
    one(elsewhere).press("Enter")
    card = elsewhere.get_by_role("dialog")
    expect(card.locator(".quiet, .line, .call").first).to_be_visible()
    assert "/cartes/fiches/31.json" in fetched(elsewhere)
    assert name


def test_a_card_that_comes_once_it_is_closed_moves_nothing(with_map: Opener):
    page = with_map("/territoires/31/").page  # a page without cards
    page.get_by_role("button", name="Voir de plus près").click()
    held: list[Route] = []
    page.route("**/cartes/fiches/31.json", lambda route: held.append(route))
    with page.expect_request("**/cartes/fiches/31.json"):
        one(page).press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    before = [marker.bounding_box() for marker in markers(page).all()]
    with page.expect_response("**/cartes/fiches/31.json") as answer:
        held[0].continue_()
    answer.value.finished()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert [marker.bounding_box() for marker in markers(page).all()] == before


def test_the_focus_stays_in_a_card_that_comes_late(with_map: Opener):
    page = with_map("/territoires/31/").page
    page.get_by_role("button", name="Voir de plus près").click()
    held: list[Route] = []
    page.route("**/cartes/fiches/31.json", lambda route: held.append(route))
    with page.expect_request("**/cartes/fiches/31.json"):
        one(page).press("Enter")
    card = page.get_by_role("dialog")
    card.get_by_role("link").focus()
    held[0].continue_()
    expect(card.locator(".quiet, .line, .call").first).to_be_visible()
    expect(card.get_by_role("heading").get_by_role("link")).to_be_focused()


def fetched(page: Page) -> str:
    """Addresses of what the page has fetched."""
    return str(page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)"))


def test_a_place_chosen_on_the_map_is_marked_in_the_lists(with_map: Opener):
    page = with_map("/territoires/31/toulouse/").page
    listed = page.locator("li.card[data-place]").first
    listed.get_by_role("button", name="Voir sur la carte").click()
    page.keyboard.press("Enter")
    names = page.get_by_role("dialog").locator("button.plain")
    if names.count():  # several at this very spot
        names.first.click()
    name = page.get_by_role("dialog").get_by_role("heading").inner_text()
    expect(page.locator("[data-map-links] a[aria-current]")).to_have_text(name)
    expect(page.locator("li.card.chosen h3")).to_have_text(name)
    page.keyboard.press("Escape")
    expect(page.locator("li.card.chosen, [data-map-links] a[aria-current]")).to_have_count(0)


def test_the_link_under_the_finger_shows_its_marker(with_map: Opener):
    page = with_map().page
    page.locator("[data-map-links] a").first.focus()
    expect(page.locator(".leaflet-marker-icon.chosen")).to_have_count(1)
    page.locator("[data-map-links] a").first.blur()
    expect(page.locator(".leaflet-marker-icon.chosen")).to_have_count(0)


def test_the_filters_of_the_page_hold_on_the_map(visit: Visitor, with_map: Opener):
    page = with_map().page
    every = count(page)
    page.get_by_text("Choisir parmi les lieux").click()
    button = page.get_by_role("button", name="Gratuit")
    button.click()
    free = count(page)
    assert 0 < free < every
    button.click()
    assert count(page) == every
    asked = with_map(f"{LABEGE}#gratuit").page
    assert count(asked) == free


def test_around_me_asks_then_shows(with_map: Opener):
    page = with_map("/territoires/31/").page
    notice = page.locator("[data-map-notice]")
    button = page.locator("[data-map-around]")
    page.context.set_geolocation({"latitude": 43.6045, "longitude": 1.4440})
    page.context.grant_permissions(["geolocation"])
    before = count(page)
    button.click()
    expect(notice).to_contain_text("Vous êtes")
    expect(page.locator(".map-here")).to_be_visible()
    assert 3 <= count(page) < before


def test_around_me_far_away_or_refused_says_so_and_moves_nothing(with_map: Opener):
    page = with_map().page
    notice = page.locator("[data-map-notice]")
    before = count(page)
    button = page.get_by_role("button", name="Autour de moi")
    button.click()
    expect(notice).to_contain_text("ne donne pas votre position")
    page.context.set_geolocation({"latitude": 48.85, "longitude": 2.35})
    page.context.grant_permissions(["geolocation"])
    button.click()
    expect(notice).to_contain_text("loin des lieux")
    assert count(page) == before


def test_the_whole_screen_and_back(with_map: Opener):
    page = with_map().page
    button = page.get_by_role("button", name="Plein écran")
    small = page.locator("[data-map-view]").bounding_box()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("() => document.fullscreenElement")
    large = page.locator("[data-map-view]").bounding_box()
    assert small
    assert large
    assert large["width"] > small["width"]
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_one_may_pass_by_the_map(with_map: Opener):
    page = with_map(f"{LABEGE}#gratuit").page
    page.get_by_role("link", name="Passer la carte").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#carte-suite")).to_be_focused()
    assert page.url.endswith("#gratuit")


def test_a_round_is_numbered_stops_that_no_line_joins(visit: Visitor):
    page = visit(LABEGE).page
    page.emulate_media(reduced_motion="reduce")
    stub_tiles(page)
    stops = [
        {"lat": 43.53, "lon": 1.52, "nom": "Mairie", "words": "Le lundi à 9 h"},
        {"lat": 43.54, "lon": 1.54, "nom": "Marché", "words": "Le lundi à 11 h"},
    ]
    section = page.locator("[data-map]")
    section.evaluate("(map, stops) => { map.dataset.stops = stops; }", json.dumps(stops))
    open_map(page)
    expect(page.locator(".leaflet-marker-icon.stop")).to_have_text(["1", "2"])
    expect(page.locator(".leaflet-overlay-pane path:not(.map-area)")).to_have_count(0)
    second = page.get_by_role("button", name="Arrêt 2 : Marché")
    second.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Le lundi à 11 h")
    page.keyboard.press("Escape")
    expect(second).to_be_focused()


def test_the_place_of_the_page_is_marked_on_its_map(visit: Visitor):
    page = visit(LABEGE).page
    page.goto(page.locator("li.card h3 a").first.get_attribute("href") or "")
    stub_tiles(page)
    open_map(page)
    expect(page.locator(".leaflet-marker-icon.chosen")).to_have_count(1)
    page.get_by_text("La liste, en partant").click()
    page.locator("[data-map-links] a").last.focus()
    page.locator("[data-map-links] a").last.blur()
    expect(page.locator(".leaflet-marker-icon.chosen")).to_have_count(1)
