"""Every kind of page, as a reader meets it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.cli.server import site_server
from tests.support.kinds import KINDS, address
from tests.support.looks import NARROW, Looks
from tests.support.visits import Visitor

LUMINANCE = """() => {
  const paint = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return 0.2126 * paint[0] + 0.7152 * paint[1] + 0.0722 * paint[2];
}"""
FOCUSED = """() => {
  const link = document.activeElement, style = getComputedStyle(link);
  return {
    href: link.getAttribute("href"),
    shown: style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
}"""


each_kind = pytest.mark.parametrize("kind", KINDS)


@each_kind
def test_a_page_opens_without_error_asks_nobody_else_and_keeps_nothing(kind: str, looks: Looks):
    seen = looks.at(kind)
    # Chromium itself logs the status of a page that is not there.
    expected_errors = 1 if kind == "not found" else 0
    assert seen.status == (404 if kind == "not found" else 200)
    assert len(seen.console_errors) == expected_errors, seen.console_errors
    assert seen.foreign_requests == []
    assert seen.kept == 0


@each_kind
def test_a_wide_light_screen_has_no_violation(kind: str, looks: Looks):
    assert looks.at(kind).wide == []


@each_kind
def test_a_narrow_dark_screen_with_text_twice_as_large_has_no_violation(kind: str, looks: Looks):
    seen = looks.at(kind)
    assert seen.width <= NARROW
    assert seen.narrow == []


@each_kind
def test_a_page_holds_in_a_narrow_screen_without_javascript(kind: str, looks: Looks):
    seen = looks.plainly_at(kind)
    assert seen.titles == 1
    assert seen.is_title_visible
    assert seen.width <= NARROW


@pytest.mark.parametrize("kind", ["home", "place", "commune"])
def test_a_page_follows_the_dark_scheme(kind: str, visit: Visitor, built_site: Path):
    path = address(kind, built_site)
    assert visit(path, dark=True).page.evaluate(LUMINANCE) < 60
    assert visit(path, dark=False).page.evaluate(LUMINANCE) > 200


@pytest.mark.parametrize("kind", ["home", "place", "commune"])
def test_the_keyboard_skips_to_the_content_and_reaches_every_main_link(
    kind: str, visit: Visitor, built_site: Path
):
    page = visit(address(kind, built_site), width=360).page
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if not focused["href"]:
            continue
        assert focused["shown"], f"no visible focus on {focused['href']}"
        if reached and focused["href"] == reached[0]:
            break  # once route
        reached.append(focused["href"])
    assert reached[0].startswith("#"), "the first link skips to the content"
    menu = [link for link in page.locator("header a").all() if link.is_visible()]
    assert {link.get_attribute("href") for link in menu} <= set(reached)


def test_home_leads_to_a_place_without_javascript(visit: Visitor):
    page = visit("/", javascript=False, width=360).page
    page.goto("/territoires/31/labege/")
    page.locator("main a[href*='/lieux/31/']").first.click()
    assert "/lieux/31/" in page.url
    assert page.locator("h1").is_visible()


def test_a_page_that_does_not_open_is_named_with_the_moment(browser: Browser, built_site: Path):
    with site_server(built_site, port=0) as server:
        nobody = f"http://127.0.0.1:{server.server_port}"
    looks = Looks(browser, nobody, built_site)
    for _ in range(2):
        with pytest.raises(AssertionError, match=r"^commune \(/territoires/31/labege/\), while it"):
            looks.at("commune")
