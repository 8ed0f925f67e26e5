"""Home, commune, place and search in other languages: direction, links, what stays French."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.kinds import address

KINDS = ("home", "commune", "place", "search")
CUT_WORDS = """() => {
  const cut = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!node.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\p{L}’]{4,}/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = [...range.getClientRects()].filter((one) => one.width > 1);
      if (new Set(lines.map((one) => Math.round(one.top))).size > 1) cut.push(word);
    }
  }
  return cut;
}"""
each_kind = pytest.mark.parametrize("kind", KINDS)


@each_kind
def test_a_page_offers_itself_in_every_language(visit, built_site, kind):
    path = address(kind, built_site)
    page = visit(path).page
    links = page.locator(".languages a")
    assert links.evaluate_all("all => all.map(a => a.lang)") == ["en", "ar", "uk", "pt", "tr"]
    assert links.first.get_attribute("href") == f"/en{path}"


@each_kind
def test_arabic_reads_from_the_right_without_going_over_the_edge(visit, built_site, kind):
    visited = visit(f"/ar{address(kind, built_site)}", width=360)
    page = visited.page
    assert visited.status == 200
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not visited.console_errors
    assert not visited.foreign_requests


def test_links_stay_in_the_language_and_others_say_that_they_are_french(visit):
    page = visit("/en/territoires/31/labege/").page
    assert page.locator("main h3 a").first.get_attribute("href").startswith("/en/lieux/31/")
    assert page.locator(".brand").get_attribute("href") == "/en/"
    departement = page.locator('.crumbs a[href="/en/territoires/31/"]')
    assert departement.locator("bdi").get_attribute("lang") == "fr"
    explained = page.locator(".top .menu a[hreflang=fr]").first
    assert explained.text_content() == "Understand (in French)"
    assert page.locator("main h3 a bdi").first.get_attribute("lang") == "fr"


def test_a_commune_found_from_an_english_page_is_shown_in_english(visit):
    page = visit("/en/").page
    page.locator("#q").fill("labege")
    page.locator("#q-list [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/territoires/31/labege/")


def test_a_commune_without_a_page_in_english_is_told_of_on_that_of_its_group(visit):
    page = visit("/en/", width=360).page
    page.locator("#q").fill("auzielle")
    page.locator("#q-list [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/territoires/epci/243100633/#31-auzielle")
    told = page.locator(":target")
    expect(told.get_by_role("heading")).to_have_text("Auzielle")
    expect(told.locator(".rows a[href^='/en/lieux/']")).to_have_count(5)
    expect(told.locator("a[href^='tel:']").first).to_be_in_viewport()
    expect(page.locator(".only").filter(visible=True)).to_have_count(1)


def test_telephone_numbers_read_from_the_left_in_arabic(visit):
    page = visit("/ar/territoires/31/labege/").page
    number = page.locator("a.call b bdi").first
    assert number.get_attribute("dir") == "ltr"
    assert number.inner_text().startswith("0")


@pytest.mark.parametrize("code", ["en", "ar", "uk", "pt", "tr"])
def test_links_alone_lead_from_home_to_a_place_in_ones_language(visit, code):
    page = visit(f"/{code}/", width=360, javascript=False).page
    steps = ("territoires/", "territoires/31/", "territoires/31/labege/")
    for step in steps:
        page.locator(f'a[href="/{code}/{step}"]').first.click()
        assert page.locator("html").get_attribute("lang") == code
    page.locator("main h3 a").first.click()
    assert f"/{code}/lieux/31/" in page.url


@pytest.mark.parametrize("path", ["", "territoires/31/", "besoins/demarches/", "labels/"])
def test_a_link_to_a_french_page_says_so_in_words(visit, path):
    page = visit(f"/en/{path}").page
    french = page.locator("a[hreflang=fr]:not([lang])")
    assert french.count()
    for words in french.all_text_contents():
        assert words.endswith(" (in French)")


@pytest.mark.parametrize("path", ["/", "/territoires/31/labege/", "/besoins/demarches/"])
def test_no_word_is_cut_at_twice_the_size(visit, path):
    page = visit(path, width=360).page
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CUT_WORDS) == []
