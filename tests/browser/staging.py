"""A page made for one test, on the built site, at a moment and in a place of our choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, Route

Stage = Callable[..., Page]


@pytest.fixture
def stage(browser: Browser, site_url: str) -> Iterator[Stage]:
    """Open `html` as a page of the site: `stage(html, "2026-11-23T10:00+01:00", width=360)`.

    `zone`: that of the visitor's device, whose clock stands still at that moment until a test moves
    it (`page.clock`). Other options are those of Playwright's `new_context`.
    """
    contexts = []

    def open_page(
        html: str, at: str, *, zone: str = "Europe/Paris", width: int = 1280, **options: object
    ) -> Page:
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": 800},
            timezone_id=zone,
            locale="fr-FR",
            service_workers="block",
            **options,  # type: ignore[arg-type]  # names of new_context
        )
        context.set_default_timeout(10_000)  # milliseconds
        contexts.append(context)

        def answer(route: Route) -> None:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

        context.route("**/essai/", answer)
        page = context.new_page()
        if options.get("java_script_enabled", True):
            page.clock.install(time=datetime.fromisoformat(at))
        page.goto("/essai/")
        return page

    yield open_page
    for context in contexts:
        context.close()
