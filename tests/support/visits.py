"""A page that is opened on the built site, and what went wrong meanwhile."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.support.contexts import Contexts


@dataclass
class Visit:
    """A page that was opened, and what went wrong meanwhile."""

    page: Page
    status: int = 0
    console_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)

    def listen(self, own: str) -> None:
        """Remember faults and requests from now on; `own`: address of our site."""
        page = self.page

        def on_request(url: str) -> None:
            if not url.startswith((own, "data:")):
                self.foreign_requests.append(url)

        page.on("request", lambda request: on_request(request.url))
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.on(
            "console",
            lambda message: (
                self.console_errors.append(message.text) if message.type == "error" else None
            ),
        )

    def go(self, path: str) -> None:
        """Open a page of the site."""
        response = self.page.goto(path)
        self.status = response.status if response else 0


def arrive(page: Page, url: str | re.Pattern[str]) -> None:
    """Wait until a click has led to `url`, where scripts have run: what follows needs them."""
    expect(page).to_have_url(url)
    page.wait_for_load_state()


Visitor = Callable[..., Visit]


def visitor(contexts: Contexts, site_url: str) -> Visitor:
    """What the fixture `visit` gives."""

    def open_page(
        path: str, *, width: int = 1280, javascript: bool = True, dark: bool = False
    ) -> Visit:
        seen = Visit(contexts.lend_page(base_url=site_url, java_script_enabled=javascript))
        seen.page.set_viewport_size({"width": width, "height": 800})
        seen.page.emulate_media(color_scheme="dark" if dark else "light")
        seen.listen(site_url)
        seen.go(path)
        return seen

    return open_page
