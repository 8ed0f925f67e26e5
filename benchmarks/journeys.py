"""How far the answer is on a telephone: what a resident meets before the first number to call.

    python -m benchmarks.journeys SITE [N]

`SITE`: the folder of a built site; `N` (200) of its communes, drawn by a seed, are opened at
360 × 740. One line a measure: median, 95 %, worst, and how many of the pages keep within the bar.
Pixels are from the top of the page; stops are those of the Tab key; bytes those of the HTML,
compressed by gzip.
"""

from __future__ import annotations

import gzip
import random
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from plugins.cli.server import site_server

SEED = 11
WIDTH, HEIGHT = 360, 740
_FAR = 99_999
"""Pixels of what is not on a page."""

_LOOK = """() => {
  const shown = (one) => one.checkVisibility() && one.getClientRects().length > 0;
  const top = (one) => one ? Math.round(one.getBoundingClientRect().top + scrollY) : null;
  const main = document.querySelector("main");
  const find = (from, words) => [...from.querySelectorAll(words)].filter(shown);
  const third = find(main, "[data-place]")[2];
  const isBefore = (one) => one.compareDocumentPosition(third) & Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = find(document, "a[href], button, input, select, summary, [tabindex='0']");
  return [
    top(find(main, "a[href^='tel:']")[0]),
    top(third),
    third ? stops.filter(isBefore).length + 1 : null,
  ];
}"""


class Measure(NamedTuple):
    """`bar`: the most that is good; `values`: one a page; None: the page has no such thing."""

    name: str
    bar: int
    values: list[int | None]


def communes(site: Path, count: int) -> list[str]:
    """Addresses of the communes to open, the same for the same site."""
    found = sorted(
        f"/{page.parent.relative_to(site).as_posix()}/"
        for page in site.glob("territoires/*/*/index.html")
        if page.parent.parent.name[0].isdigit()
    )
    return random.Random(SEED).sample(found, min(count, len(found)))


def look(browser: Browser, origin: str, paths: list[str]) -> Iterator[list[int | None]]:
    """Pixels of the first telephone and of the third place, stops to it, of each page."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    for path in paths:
        page.goto(f"{origin}{path}")
        page.evaluate("document.fonts.ready")
        yield page.evaluate(_LOOK)


def _weight(page: Path) -> int:
    return len(gzip.compress(page.read_bytes(), 9))


def main(site: Path, count: int) -> None:
    """Print the table."""
    paths = communes(site, count)
    with site_server(site, port=0) as server, sync_playwright() as tools:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium")
        rows = list(look(browser, f"http://127.0.0.1:{server.server_port}", paths))
        server.shutdown()
    files = [site / path[1:] / "index.html" for path in paths]
    measures = (
        Measure("first telephone, px", 480, [row[0] for row in rows]),
        Measure("third place, px", 1_500, [row[1] for row in rows]),
        Measure("stops to the third place", 25, [row[2] for row in rows]),
        Measure(
            "HTML, bytes by gzip",
            14_000,
            [len(gzip.compress(one.read_bytes(), 9)) for one in files],
        ),
    )
    print(f"{len(paths)} communes at {WIDTH} x {HEIGHT}")
    print(f"{'':26}{'median':>8}{'95 %':>8}{'worst':>8}{'bar':>8}{'within':>9}")
    for name, bar, values in measures:
        ordered = sorted(_FAR if value is None else value for value in values)
        middle, most = ordered[len(ordered) // 2], ordered[int(0.95 * (len(ordered) - 1))]
        within = sum(value <= bar for value in ordered) / len(ordered)
        print(f"{name:26}{middle:8}{most:8}{ordered[-1]:8}{bar:8}{within:9.0%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
