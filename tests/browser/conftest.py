"""A reader at their screen: the system's Chromium on the built site, with or without JavaScript."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from plugins.cli.server import site_server

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing but the pages themselves may use the network.
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser in one worker: a second one would cost more than it saves."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the built site, without a slash at its end."""
    with site_server(built_site, port=0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert program, "Chromium manque : sudo apt install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0, args=FLAGS
        )
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """A page that was opened, and what went wrong meanwhile."""

    page: Page
    status: int = 0
    console_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Open a page: `visit("/lieux/", width=360, javascript=False, dark=True)`."""
    contexts = []

    def open_page(
        path: str, *, width: int = 1280, javascript: bool = True, dark: bool = False
    ) -> Visit:
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            locale="fr-FR",
        )
        context.set_default_timeout(10_000)  # milliseconds
        contexts.append(context)
        seen = Visit(context.new_page())

        def on_request(url: str) -> None:
            if not url.startswith((site_url, "data:")):
                seen.foreign_requests.append(url)

        seen.page.on("request", lambda request: on_request(request.url))
        seen.page.on("pageerror", lambda error: seen.console_errors.append(str(error)))
        seen.page.on(
            "console",
            lambda message: (
                seen.console_errors.append(message.text) if message.type == "error" else None
            ),
        )
        response = seen.page.goto(path)
        seen.status = response.status if response else 0
        return seen

    yield open_page
    for context in contexts:
        context.close()
