"""A reader at their screen: the system's Chromium on the built site, with or without JavaScript."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.cli.server import site_server
from tests.support.contexts import Contexts, chromium
from tests.support.looks import Looks
from tests.support.map_pages import Opener, opener
from tests.support.staging import Stage, stage_on
from tests.support.visits import Visitor, visitor


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the built site, without a slash at its end."""
    with site_server(built_site, port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One a worker."""
    with chromium() as program:
        yield program


@pytest.fixture(scope="session")
def every_context(browser: Browser) -> Contexts:
    """Those of this browser."""
    return Contexts(browser)


@pytest.fixture
def contexts(every_context: Contexts) -> Iterator[Contexts]:
    """`contexts.lend(base_url=…)`: a context for this test."""
    yield every_context
    every_context.take_back()


@pytest.fixture(scope="session")
def looks(browser: Browser, site_url: str, built_site: Path) -> Looks:
    """`looks.at("home")`: what a kind of page answers; each is opened once."""
    return Looks(browser, site_url, built_site)


@pytest.fixture
def visit(contexts: Contexts, site_url: str) -> Visitor:
    """Open a page: `visit("/lieux/", width=360, javascript=False, dark=True)`."""
    return visitor(contexts, site_url)


@pytest.fixture
def stage(contexts: Contexts, site_url: str) -> Stage:
    """Open `html` as a page of the site: `stage(html, "2026-11-23T10:00+01:00", width=360)`."""
    return stage_on(contexts, site_url)


@pytest.fixture
def with_map(visit: Visitor) -> Opener:
    """`with_map("/territoires/31/labege/", tiles=False, width=360)`: the page, its map open."""
    return opener(visit)
