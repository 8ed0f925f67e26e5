"""What pages weigh: bytes and requests counted where they are served, never seconds.

Sizes are those of files compressed by `gzip -9`, as a host sends them.
"""

import gzip
import re
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.cli.server import SiteHandler, SiteServer
from tests.support.kinds import KINDS, address

FIRST_WINDOW = 14_600
"""What a host sends before it waits for an answer: ten segments of 1,460 bytes. By brotli, as hosts
send them, pages weigh a twentieth less than these sizes: room for the headers."""
MOST_HTML, MOST_CSS, MOST_SCRIPTS, MOST_REQUESTS = 14_000, 12_000, 10_000, 6
LARGEST = 60
FIRST_SCREEN = 10_000
"""Characters after the title, more than a screen of a telephone shows."""
TERRITORY = re.compile("/epci/|/communes/index.html$")  # lists, not the page of a commune
STYLE = re.compile("<style>.*?</style>", re.DOTALL)


class CountingServer(SiteServer):
    """Serves the site and remembers each request, those of a worker or of `<use>` included."""

    def __init__(self, site: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(CountingHandler, directory=str(site)))
        self.paths: list[str] = []


class CountingHandler(SiteHandler):
    """Tells its server what it is asked."""

    def do_GET(self) -> None:  # noqa: N802 (named by the library)
        """Remember, then serve."""
        assert isinstance(self.server, CountingServer)
        self.server.paths.append(self.path)
        super().do_GET()


@pytest.fixture
def server(built_site: Path) -> Iterator[CountingServer]:
    with CountingServer(built_site) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def squeezed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def largest(folder: Path) -> list[Path]:
    pages = folder.glob("*/*/index.html")
    return sorted(pages, key=lambda page: page.stat().st_size)[-LARGEST:]


@pytest.mark.parametrize("folder", ["lieux", "territoires"])
def test_the_largest_pages_are_light(built_site: Path, folder: str):
    sizes = {
        str(page.relative_to(built_site)): squeezed(STYLE.sub("", page.read_text("utf-8")))
        for page in largest(built_site / folder)
    }
    assert sizes
    assert not {page: size for page, size in sizes.items() if size > MOST_HTML}


@pytest.mark.parametrize("folder", ["lieux", "facile/lieux"])
def test_the_largest_pages_of_places_come_with_their_style_in_one_round_trip(
    built_site: Path, folder: str
):
    sizes = {str(page): compressed(page) for page in largest(built_site / folder)}
    assert sizes
    assert max(sizes.values()) <= FIRST_WINDOW, sizes


def test_the_pages_of_communes_come_with_their_style_in_one_round_trip(built_site: Path):
    pages = [
        page
        for page in largest(built_site / "territoires")
        if not TERRITORY.search(str(page))
        and not (page.parent / "lieux").is_dir()  # a city has more, below its first screen
    ]
    sizes = {str(page): compressed(page) for page in pages}
    assert sizes
    assert max(sizes.values()) <= FIRST_WINDOW, sizes


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_screen_of_any_page_comes_in_one_round_trip(kind: str, built_site: Path):
    path = address(kind, built_site)
    file = "404.html" if kind == "not found" else f"{path[1:]}index.html"
    html = (built_site / file).read_text("utf-8")
    until = html.find("</h1>")
    assert until > 0
    assert squeezed(html[: until + FIRST_SCREEN]) <= FIRST_WINDOW


@pytest.mark.parametrize("kind", ["commune", "large commune", "place", "home"])
def test_a_page_asks_for_little_before_its_reader_does_anything(
    kind: str, browser: Browser, server: CountingServer, built_site: Path
):
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}")
    page = context.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url))
    path = address(kind, built_site)
    page.goto(path, wait_until="networkidle")
    cookies = context.cookies()
    storage = page.evaluate("localStorage.length + sessionStorage.length")
    context.close()

    sizes = {
        asked: compressed(built_site / asked.lstrip("/").partition("?")[0])
        for asked in server.paths
        if not asked.endswith("/")
    }
    # This server lets nothing be kept, so that the icon of the tab and of the head is asked twice.
    assert len(set(server.paths)) <= MOST_REQUESTS, server.paths
    assert sum(size for asked, size in sizes.items() if asked.endswith(".css")) <= MOST_CSS
    assert sum(size for asked, size in sizes.items() if asked.endswith(".js")) <= MOST_SCRIPTS
    assert not [asked for asked in sizes if asked.endswith((".woff", ".woff2", ".ttf"))]
    root = f"http://127.0.0.1:{server.server_port}/"
    assert not [url for url in foreign if not url.startswith((root, "data:"))]
    assert cookies == []
    assert storage == 0
