"""No violation of axe-core where scripts do not run; test_pages asks every kind of page."""

import re
from pathlib import Path

import pytest

from tests.support.axe import violations
from tests.support.kinds import address
from tests.support.visits import Visitor


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
