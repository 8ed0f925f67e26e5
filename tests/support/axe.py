"""axe-core in a page: every rule of WCAG 2.2 A and AA, and its best practices.

The file of `tests/vendor/axe-core` is that of the npm package, of which a test checks the sha256.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page

FILE = Path(__file__).resolve().parents[1] / "vendor" / "axe-core" / "axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return found.violations.map(({ id, nodes }) =>
    `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}"""


@cache
def _source() -> str:
    source = FILE.read_bytes()
    assert sha256(source).hexdigest() == SHA256, "axe-core is not the file that we know"
    return source.decode()


def violations(page: Page) -> list[str]:
    """«rule: elements at fault» for each rule that the page breaks, as it is now."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(f"() => {{ {_source()} }}")
    found: list[str] = page.evaluate(RUN, TAGS)
    return found
