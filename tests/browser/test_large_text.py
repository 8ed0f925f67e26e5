"""Letters twice as large on a telephone: no word is cut where the site chose the words."""

from pathlib import Path

import pytest

from tests.support.kinds import KINDS, address
from tests.support.visits import Visitor

BROKEN = r"""() => {
  document.documentElement.style.fontSize = "200%";
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    const ours = "h1, h2, .kicker, .menu, .notice, .button, .call, .needs, .line, .easy-lines";
    if (!parent.closest(ours) || parent.closest("svg, [hidden], .hidden")) continue;
    for (const word of node.data.matchAll(/[\p{L}’]{3,}/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(({ y }) => Math.round(y)));
      if (lines.size > 1) found.add(word[0]);
    }
  }
  return [...found];
}"""
SMALL = """() => [...document.querySelectorAll(
    "main :is(.links, .rows, .cards, .sessions, .aheads, .by-commune, .letters, .menu) a"
  )].filter((link) => {
    const { width, height } = link.getBoundingClientRect();
    return width > 1 && height < 43.5 && !link.closest("p, dd, td");
  }).map((link) => link.outerHTML.slice(0, 80))"""
OURS = [
    "home",
    "commune",
    "place",
    "poor place",
    "search",
    "map",
    "epci",
    "needs",
    "need",
    "label",
    "agenda",
    "easy home",
    "easy need",
    "not found",
]


@pytest.mark.parametrize("kind", OURS)
def test_no_word_of_ours_is_cut_on_a_telephone_with_letters_twice_as_large(
    kind: str, visit: Visitor, built_site: Path
):
    page = visit(address(kind, built_site), width=360).page
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("kind", KINDS)
def test_links_of_lists_have_the_height_of_a_finger(kind: str, visit: Visitor, built_site: Path):
    page = visit(address(kind, built_site), width=360).page
    assert page.evaluate(SMALL) == []
