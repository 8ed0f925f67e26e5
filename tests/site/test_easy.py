"""The easy pages of the built site: what they lead to is there, and none is about nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HREF = re.compile(r'href="(/facile/[^"#]*)')
BLANK = "Nous ne savons rien d’autre de ce lieu."


@pytest.fixture(scope="module")
def easy_links(built_site: Path) -> set[str]:
    """Addresses of easy pages to which some page leads."""
    pages = [*built_site.glob("facile/**/index.html"), *built_site.glob("lieux/**/index.html")]
    pages += [*built_site.glob("territoires/31/*/index.html"), built_site / "index.html"]
    return {address for page in pages for address in HREF.findall(page.read_text("utf-8"))}


def test_every_link_to_an_easy_page_leads_to_one(built_site: Path, easy_links: set[str]):
    assert len(easy_links) > 100
    assert not [one for one in easy_links if not (built_site / one[1:] / "index.html").is_file()]


def test_no_easy_page_tells_of_a_record_of_which_nothing_is_known(built_site: Path):
    blank = [
        page for page in built_site.glob("lieux/*/*/index.html") if BLANK in page.read_text("utf-8")
    ]
    assert blank
    folder = built_site / "facile"
    assert not [one for one in blank if (folder / one.relative_to(built_site)).exists()]
    assert len([*folder.glob("lieux/*/*/index.html")]) > len(blank)
