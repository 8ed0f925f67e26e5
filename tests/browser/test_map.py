"""The map that a reader asks for: what it fetches, shows, says, and what happens when it cannot."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import violations
from tests.support.map_pages import (
    LABEGE,
    TILES,
    Opener,
    count,
    drag,
    markers,
    one,
    open_map,
    stub_tiles,
)
from tests.support.visits import Visitor


def test_nothing_of_the_map_is_fetched_before_it_is_asked_for(visit: Visitor):
    seen = visit(LABEGE)
    page = seen.page
    stub_tiles(page)
    expect(page.get_by_role("button", name="Ouvrir la carte")).to_be_visible()
    of_maps = re.compile(r"leaflet|supercluster|/cartes/|/map\.")
    assert not of_maps.findall(fetched(page))
    assert seen.foreign_requests == []
    open_map(page)
    assert of_maps.findall(fetched(page))
    assert all(url.startswith(TILES) for url in seen.foreign_requests)
    assert seen.foreign_requests
    assert seen.console_errors == []  # the policy of the page would say what it refused


def test_the_map_takes_the_place_of_the_picture_and_gives_it_back(with_map: Opener):
    page = with_map().page
    expect(page.locator(".picture")).to_be_hidden()
    expect(page.locator("[data-map-view]")).to_be_focused()
    page.get_by_role("button", name="Fermer la carte").click()
    expect(page.locator(".picture")).to_be_visible()
    expect(page.get_by_role("button", name="Ouvrir la carte")).to_be_focused()
    expect(page.get_by_role("button", name="Voir sur la carte")).to_have_count(0)
    open_map(page)
    assert markers(page).count() > 1


def test_without_javascript_the_picture_and_the_list_are_there_and_no_dead_button(visit: Visitor):
    page = visit(LABEGE, javascript=False).page
    expect(page.locator(".picture svg")).to_be_visible()
    assert page.locator(".card:visible").count() > 3
    expect(page.locator("main button:visible")).to_have_count(0)


def test_moving_the_map_changes_what_it_says_and_lists(with_map: Opener):
    page = with_map().page
    status, links = page.locator("[data-map-count]"), page.locator("[data-map-links] a")
    before = count(page), links.all_inner_texts()
    assert before[0] >= len(before[1]) > 0
    expect(status).to_have_text(f"{before[0]} lieux dans la zone affichée")
    drag(page, 300, 200)
    expect(status).not_to_have_text(f"{before[0]} lieux dans la zone affichée")
    assert links.all_inner_texts() != before[1]
    assert links.count() <= 20
    page.get_by_role("button", name="Voir de plus près").click()
    page.get_by_role("button", name="Voir de plus près").click()
    page.get_by_role("button", name="Voir de plus près").click()
    assert count(page) < before[0]


def test_numbers_on_the_markers_add_up_to_what_the_map_says(with_map: Opener):
    page = with_map("/territoires/31/").page
    total = 0
    for marker in markers(page).all():
        shown, name = marker.inner_text(), marker.get_attribute("aria-label") or ""
        if shown:
            assert re.match(rf"{shown} lieux(,| vers) \w", name), name
        total += int(shown or 1)
    assert total == count(page)


def test_outlines_and_a_notice_when_tiles_do_not_come(with_map: Opener):
    page = with_map(tiles=False).page
    expect(page.locator("[data-map-notice]")).to_contain_text("Le fond de carte ne répond pas")
    assert page.locator("path.map-outline").count() > 0
    expect(page.locator(".leaflet-tile")).to_have_count(0)
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("IGN")
    assert markers(page).count() > 1


def test_outlines_too_when_the_one_file_of_the_background_does_not_come(visit: Visitor):
    page = visit(LABEGE).page
    script = """window.annuaireMap = (element, runtime) => {
      const map = L.map(element, { zoomControl: false, maxZoom: 18 }).setView([43.5, 1.5], 12);
      runtime.background(map, L.gridLayer({ url: "/absent.pmtiles" }));
      runtime.outlines(map, { className: "map-outline" });
      runtime.points(map, { radius: 60, extent: 256, maxZoom: 18 });
      return map;
    }"""
    page.route(
        "**/cartes/territoire.*.js",
        lambda route: route.fulfill(body=script, content_type="text/javascript"),
    )
    open_map(page)
    expect(page.locator("[data-map-notice]")).to_contain_text("Le fond de carte ne répond pas")
    assert page.locator("path.map-outline").count() > 0


def test_the_source_of_tiles_is_named_and_the_territory_is_drawn(visit: Visitor):
    page = visit(LABEGE).page
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    stub_tiles(page)
    open_map(page)
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("IGN")
    expect(page.locator("path.map-area")).to_have_count(1)
    expect(page.locator("[data-map-notice]")).to_have_text("")
    assert not [url for url in asked if "/cartes/fonds/" in url], "all outlines only without tiles"
    assert "- img" not in page.locator("[data-map-view]").aria_snapshot(), "unnamed"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_commune_is_what_one_sees_first(with_map: Opener, width):
    page = with_map(width=width).page
    view = page.locator("[data-map-view]").bounding_box()
    area = page.locator("path.map-area").bounding_box()
    assert view and area
    assert view["x"] <= area["x"] and area["x"] + area["width"] <= view["x"] + view["width"]
    assert view["y"] <= area["y"] and area["y"] + area["height"] <= view["y"] + view["height"]
    assert max(area["width"] / view["width"], area["height"] / view["height"]) > 0.35
    others = page.get_by_role("button", name="Saint-Orens").locator("visible=true")
    assert "away" in (others.first.get_attribute("class") or "")
    own = page.get_by_role("button", name="Labège").locator("visible=true")
    assert "away" not in (own.first.get_attribute("class") or "")


def test_one_may_try_again_once_the_network_is_back(visit: Visitor):
    page = visit(LABEGE).page
    stub_tiles(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Ouvrir la carte").click()
    expect(page.locator("[data-map-status]")).to_contain_text("La carte n’arrive pas")
    page.context.set_offline(False)
    open_map(page)


def test_a_map_that_is_closed_leaves_nothing_behind(with_map: Opener):
    seen = with_map()
    seen.page.get_by_role("button", name="Fermer la carte").click()
    expect(seen.page.locator(".picture")).to_be_visible()
    seen.page.set_viewport_size({"width": 700, "height": 700})
    seen.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert seen.console_errors == []


def test_when_the_points_do_not_come_the_page_says_so_and_one_may_try_again(visit: Visitor):
    page = visit(LABEGE).page
    stub_tiles(page)
    page.route("**/cartes/points/**", lambda route: route.abort())
    button = page.get_by_role("button", name="Ouvrir la carte")
    button.click()
    expect(page.locator("[data-map-status]")).to_contain_text("La carte n’arrive pas")
    expect(page.locator(".picture")).to_be_visible()
    page.unroute("**/cartes/points/**")
    open_map(page)
    expect(page.locator("[data-map-status]")).to_have_text("")
    assert markers(page).count() > 1


def test_the_map_of_the_country_tells_départements_then_places(with_map: Opener):
    page = with_map("/cartes/").page
    links = page.locator("[data-map-links] a")
    expect(links.filter(has_text="Haute-Garonne")).to_have_attribute("href", "/territoires/31/")
    assert "/cartes/points/31.json" not in fetched(page)
    for _ in range(12):  # nearer and nearer to where most places are
        largest = max(markers(page).all(), key=lambda marker: int(marker.inner_text() or 1))
        if count(page) <= 30 or int(largest.inner_text() or 1) < 3:
            break
        largest.press("Enter")
    expect(links.first).to_have_attribute("href", re.compile(r"^/lieux/\d\w/"))
    for marker in markers(page).all():
        expect(marker).not_to_have_attribute("aria-label", re.compile("^Un lieu,"))


def fetched(page: Page) -> str:
    """Addresses of what the page has fetched."""
    return str(page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)"))


@pytest.mark.parametrize(
    ("code", "way_in", "closer", "shown", "way_out"),
    [
        ("en", "Open the map", "See closer", "{} places in the area shown", "Close the map"),
        ("ar", "فتح الخريطة", "تقريب", "الأماكن في المنطقة المعروضة: {}", "إغلاق الخريطة"),
    ],
)
def test_a_page_in_another_language_has_its_map_in_it(
    visit: Visitor, code: str, way_in: str, closer: str, shown: str, way_out: str
):
    page = visit(f"/{code}{LABEGE}", width=360).page
    page.emulate_media(reduced_motion="reduce")
    stub_tiles(page)
    page.get_by_role("button", name=way_in).click()
    expect(page.locator("[data-map][data-map-ready]")).to_be_attached()
    status = page.locator("[data-map-count]")
    expect(status).to_have_text(shown.format(before := count(page)))
    link = page.locator("[data-map-links] a").first
    expect(link).to_have_attribute("href", re.compile(f"^/{code}/lieux/31/"))
    expect(link).to_have_attribute("lang", "fr")
    one(page).press("Enter")
    card = page.get_by_role("dialog")
    expect(card.locator(".quiet, .line, .call").first).to_be_visible()  # it has come whole
    title = card.locator("h3 a")
    expect(title).to_have_attribute("href", re.compile(f"^/{code}/lieux/31/"))
    words, shut = title.bounding_box(), page.locator("[data-map-shut]").bounding_box()
    assert words
    assert shut
    assert words["x"] + words["width"] <= shut["x"] or shut["x"] + shut["width"] <= words["x"]
    page.keyboard.press("Escape")
    page.get_by_role("button", name=closer).click()
    expect(status).not_to_have_text(shown.format(before))
    expect(status).to_have_text(shown.format(count(page)))
    page.get_by_role("button", name=way_out).click()
    expect(page.get_by_role("button", name=way_in)).to_be_focused()


def test_no_violation_with_the_map_and_a_card_open(with_map: Opener):
    for options in ({"width": 1280}, {"width": 320, "dark": True}):
        page = with_map(**options).page
        assert violations(page) == []
        one(page).press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= options["width"]
