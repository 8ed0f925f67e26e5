"""A reader of another language, without scripts: from home to a record by links, always in it."""

from __future__ import annotations

import pytest

from plugins.i18n.languages import LANGUAGES
from tests.support.foreign import FOREIGN, unmarked_french

OWN_TEXTS = """() => {
  const own = document.documentElement.lang;
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const { parentElement: parent } = node;
    if (parent.closest("script, style, code, pre, textarea")) continue;
    if (parent.closest("[lang]").lang !== own || !parent.checkVisibility()) continue;
    texts.push(node.data);
  }
  return texts;
}"""
MARKED_OTHERWISE = """() => [...document.querySelectorAll("main [lang=fr]")]
  .filter((one) => getComputedStyle(one).direction !== "ltr").map((one) => one.textContent)"""
ROUND = "agenda/tournees/16/bus-france-services-emmaus-ruffec/"
JOURNEYS = {
    "a place": (
        "besoins/demarches/",
        "besoins/demarches/31/",
        "territoires/31/labege/",
        "lieux/31/",
    ),
    "a list": (
        "territoires/",
        "territoires/31/",
        "territoires/31/communes/",
        "territoires/31/auterive/",
    ),
    "a commune without a record": (
        "territoires/",
        "territoires/31/",
        "territoires/31/communes/",
        "territoires/epci/200072643/#31-agassac",
        "lieux/31/",
    ),
    "a round": ("agenda/", ROUND, "territoires/epci/200072023/#16-tusson"),
    "easy": ("facile/", "facile/besoins/demarches/", "besoins/demarches/"),
}


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("code", FOREIGN)
def test_a_journey_stays_in_its_language(visit, code, journey):
    page = visit(f"/{code}/", width=360, javascript=False).page
    for step in (*JOURNEYS[journey], ""):
        html = page.locator("html")
        assert html.get_attribute("lang") == code
        assert (html.get_attribute("dir") or "ltr") == LANGUAGES[code].direction
        assert unmarked_french(code, page.evaluate(OWN_TEXTS)) == set(), page.url
        assert page.evaluate(MARKED_OTHERWISE) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        if step:
            links = page.locator(f'main a[href^="/{code}/{step}"], .menu a[href="/{code}/{step}"]')
            page.goto(links.first.evaluate("link => link.href"))
    assert f"/{code}/{JOURNEYS[journey][-1]}" in page.url
