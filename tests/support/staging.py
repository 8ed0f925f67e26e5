"""A page made for one test, on the built site, at a moment and in a place of our choice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, Route

from tests.support.contexts import Contexts

Stage = Callable[..., Page]


def stage_on(contexts: Contexts, site_url: str) -> Stage:
    """What the fixture `stage` gives.

    `zone`: that of the visitor's device, whose clock begins at that moment and goes on until a test
    moves it (`page.clock`). Other options are those of Playwright's `new_context`.
    """

    def open_page(
        html: str, at: str, *, zone: str = "Europe/Paris", width: int = 1280, **options: object
    ) -> Page:
        page = contexts.lend_page(own_clock=True, base_url=site_url, timezone_id=zone, **options)

        def answer(route: Route) -> None:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

        page.context.route("**/essai/", answer)
        page.set_viewport_size({"width": width, "height": 800})
        if options.get("java_script_enabled", True):
            page.clock.install(time=datetime.fromisoformat(at))
        page.goto("/essai/")
        return page

    return open_page
