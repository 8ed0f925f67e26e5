"""Kinds of page that are looked at once, in one tab, for many tests."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Error, Page

from tests.support.axe import violations
from tests.support.kinds import address
from tests.support.visits import Visit

WIDE, NARROW = 1280, 320
SCROLL_WIDTH = "document.documentElement.scrollWidth"
TWICE = "document.documentElement.style.fontSize = '200%'"
KEPT = "localStorage.length + sessionStorage.length"


class Look(NamedTuple):
    """What a page answers with its scripts: as it opens, then to axe-core on two screens.

    `kept`: how many things it stored in the browser. `wide`: rules broken on a wide light screen;
    `narrow`: on a narrow dark one with text twice as large, where it is `width` pixels wide.
    """

    status: int
    console_errors: list[str]
    foreign_requests: list[str]
    kept: int
    wide: list[str]
    width: int
    narrow: list[str]


class PlainLook(NamedTuple):
    """What a page answers without scripts on a narrow screen."""

    titles: int
    is_title_visible: bool
    width: int


class Looks:
    """Opens each kind of page when it is first asked for, and remembers what it answered.

    A tab is used again from page to page: opening one costs more than most pages. Nothing but what
    a page stores could pass from one to the next, and `kept` says that none stores anything.
    """

    def __init__(self, browser: Browser, site_url: str, site: Path) -> None:
        self._browser, self._url, self._site = browser, site_url, site
        self._known: dict[tuple[str, bool], Look | PlainLook | str] = {}
        self._step = ""

    @cached_property
    def _seen(self) -> Visit:
        seen = Visit(self._browser.new_context(base_url=self._url, locale="fr-FR").new_page())
        seen.listen(self._url)
        return seen

    @cached_property
    def _plain(self) -> Page:
        context = self._browser.new_context(
            base_url=self._url, locale="fr-FR", java_script_enabled=False
        )
        return context.new_page()

    def at(self, kind: str) -> Look:
        """With scripts. Fails with the kind, its address and the step at which the browser did."""
        found = self._once(kind, True)
        assert isinstance(found, Look), found
        return found

    def plainly_at(self, kind: str) -> PlainLook:
        """Without scripts. Fails as `at` does."""
        found = self._once(kind, False)
        assert isinstance(found, PlainLook), found
        return found

    def _once(self, kind: str, has_scripts: bool) -> Look | PlainLook | str:
        if (kind, has_scripts) not in self._known:
            path = address(kind, self._site)
            found: Look | PlainLook | str
            try:
                found = self._look(path) if has_scripts else self._look_plainly(path)
            except Error as error:
                found = f"{kind} ({path}), {self._step}: {error}"
            self._known[kind, has_scripts] = found
        return self._known[kind, has_scripts]

    def _look(self, path: str) -> Look:
        seen, page = self._seen, self._seen.page
        self._step = "before it opens"
        page.goto("about:blank")  # what the page before it still says is not said of this one
        page.set_viewport_size({"width": WIDE, "height": 800})
        page.emulate_media(color_scheme="light")
        self._step = "while it opens"
        seen.console_errors, seen.foreign_requests = [], []
        seen.go(path)
        errors, foreign = seen.console_errors, seen.foreign_requests
        kept = page.evaluate(KEPT) + len(page.context.cookies())
        self._step = "looked at by axe-core on a wide light screen"
        wide = violations(page)
        self._step = "on a narrow dark screen, its text twice as large"
        page.set_viewport_size({"width": NARROW, "height": 800})
        page.emulate_media(color_scheme="dark")
        page.evaluate(TWICE)
        width = page.evaluate(SCROLL_WIDTH)
        return Look(seen.status, errors, foreign, kept, wide, width, violations(page))

    def _look_plainly(self, path: str) -> PlainLook:
        page = self._plain
        self._step = "without scripts"
        page.set_viewport_size({"width": NARROW, "height": 800})
        page.goto(path)
        title = page.locator("h1")
        return PlainLook(title.count(), title.first.is_visible(), page.evaluate(SCROLL_WIDTH))
