"""No violation of axe-core on any kind of page, in the renderings that people meet."""

import re
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import Visitor
from tests.browser.kinds import KINDS, address

TWICE = "document.documentElement.style.fontSize = '200%'"


@pytest.mark.parametrize("kind", KINDS)
def test_a_wide_light_screen_then_a_narrow_dark_one_with_text_twice_as_large(
    kind: str, visit: Visitor, built_site: Path
):
    page = visit(address(kind, built_site)).page
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme="dark")
    page.evaluate(TWICE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


@pytest.mark.parametrize("kind", ["home", "commune", "place", "search", "offline"])
def test_without_the_scripts_of_the_page(kind: str, visit: Visitor, built_site: Path):
    """axe-core is a script itself: the page is shown as it is when its own do not run."""
    path = address(kind, built_site)
    html = (built_site / path.strip("/") / "index.html").read_text("utf-8")
    html = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    html = html.replace("<noscript>", "<div>").replace("</noscript>", "</div>")
    page = visit("/robots.txt", width=360).page
    page.route(
        f"**{path}",
        lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"),
    )
    page.goto(path)
    assert violations(page) == []
