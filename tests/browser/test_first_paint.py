"""The first paint: it waits for nothing but the page, and nothing moves afterwards."""

from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.support.contexts import Contexts
from tests.support.kinds import address
from tests.support.sites import BUILD_DATE

SHIFTS = """(since) => new Promise((resolve) => {
  const late = ({ startTime }) => startTime >= since;
  const moves = (entry) => entry.sources.map(({ node }) => ({ node, value: entry.value }));
  const told = (entries) => entries.filter(late).flatMap(moves).map(({ node, value }) => {
    const element = node && (node.nodeType === 1 ? node : node.parentElement);
    return `${value.toFixed(4)} ${element ? element.outerHTML.slice(0, 60) : "?"}`;
  });
  new PerformanceObserver((list) => resolve(told(list.getEntries())))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve([]))));
})"""
PAINTED = """() => new Promise((resolve) => {
  const whole = () => {
    const isRead = document.body?.lastElementChild?.matches("link");
    requestAnimationFrame(isRead ? () => resolve(document.timeline.currentTime) : whole);
  };
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) whole();
  }).observe({ type: "paint", buffered: true });
})"""
KINDS = [
    "home",
    "commune",
    "large commune",
    "empty commune",
    "place",
    "poor place",
    "search",
    "map",
    "communes",
    "département",
    "epci",
    "territories",
    "needs",
    "need",
    "places of a need",
    "label",
    "agenda",
    "agenda of a département",
    "route",
    "easy home",
    "easy place",
    "offline",
]
LINKED = {"label", "agenda", "agenda of a département", "route", "easy place"}
"""They wait for the style too, which the worker has kept from the page that led there."""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_painted_before_anything_but_its_style_comes_and_nothing_moves_then(
    kind: str, width: int, contexts: Contexts, site_url: str, built_site: Path
):
    page = contexts.lend_page(own_clock=True, base_url=site_url)
    page.clock.set_fixed_time(f"{BUILD_DATE}T10:00:00+01:00")
    page.set_viewport_size({"width": width, "height": 740})
    waiting: list[Route] = []
    is_painted = False
    styles: list[str] = []

    def give(each: Route) -> None:
        if "/assets/style." in each.request.url:
            styles.append(each.request.url)
            each.continue_()
        elif is_painted:
            each.continue_()
        else:
            waiting.append(each)

    page.route("**/assets/**", give)
    page.goto(address(kind, built_site), wait_until="commit")
    # A browser may paint while it still reads the page: what that moves is not counted
    whole = page.evaluate(PAINTED)
    is_painted = True
    assert bool(styles) == (kind in LINKED)
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS, whole) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_an_answer_of_the_search_pushes_nothing_that_was_seen(
    width: int, contexts: Contexts, site_url: str
):
    page = contexts.lend_page(base_url=site_url)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/recherche/?q=mediatheque", wait_until="networkidle")
    expect(page.locator("[data-places] .call").first).to_be_visible()
    assert sum(float(each.split()[0]) for each in page.evaluate(SHIFTS, 0)) < 0.1  # good, web.dev


def test_without_scripts_no_room_is_kept_for_what_they_show(
    contexts: Contexts, site_url: str, built_site: Path
):
    page = contexts.lend_page(base_url=site_url, java_script_enabled=False)
    for kind in ("map", "place", "home"):
        page.goto(address(kind, built_site))
        assert page.locator("[hidden]").count() > 0
        boxes = [one.bounding_box() for one in page.locator("[hidden]").all()]
        assert boxes == [None] * len(boxes)
