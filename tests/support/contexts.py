"""The system's Chromium, and its contexts, which are lent again and again.

A context is what a browser remembers of a person: cookies, storage, permissions. To make one, or to
open a tab in it, costs more than to show a page, so that both are emptied after a test and lent to
the next.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

# The same engine without a window takes a third less of the processor than the program with one.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Chromium hears only the last list of what it must do without. Ours: what its address bar would
# show, two processes for each context. The others are those that Playwright itself leaves out.
WITHOUT = """
WebUIOmniboxPopup WebUIOmniboxAimPopup WebUIOmniboxFullPopup
AimEnabled AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync
DestroyProfileOnBrowserClose HttpsFirstBalancedModeAutoEnable HttpsUpgrades LensOverlay MediaRouter
NetworkTimeServiceQuerying OptimizationHints PaintHolding PreconnectToSearch
TcpPortRandomizationWin ThirdPartyStoragePartitioning
""".split()
# Nothing but the pages themselves may use the network; nothing is drawn on a graphics card, nor by
# a process that stands for one.
FLAGS = [
    "--disable-gpu",
    "--disable-software-rasterizer",
    "--in-process-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
]
IS_CLOCK_SET = """[Date, setTimeout].some((one) =>
  !Function.prototype.toString.call(one).includes("[native code]"))"""
PATIENCE = 60_000
"""Milliseconds after which a page is lost: a busy machine may stand still for ten seconds."""
expect.set_options(timeout=PATIENCE)
USES = 15
"""Tests that one tab serves: what tests listen to in it is only forgotten with it."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system, or the one that CHROMIUM names."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert program, "Chromium manque : sudo apt install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0, args=FLAGS
        )
        yield browser
        browser.close()


class Contexts:
    """Lends contexts, and their tab; each test has its own, as if it were new."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[_Kept]] = {}
        self._lent: list[_Kept] = []

    def lend(self, *, own_clock: bool = False, **options: Any) -> BrowserContext:
        """A context for new pages; `options` are those of Playwright's `new_context`.

        `own_clock`: the test sets the time: what it sets cannot be taken away. No service worker
        outlives its page here: tests of those make a context themselves.
        """
        return self._lend(own_clock, options).context

    def lend_page(self, *, own_clock: bool = False, **options: Any) -> Page:
        """The tab of such a context. Tests add no script to it, nor answer its dialogs."""
        return self._lend(own_clock, options).page

    def _lend(self, own_clock: bool, options: dict[str, Any]) -> _Kept:
        key = repr((own_clock, sorted(options.items())))
        free = self._free.get(key)
        kept = free.pop() if free else self._make(key, own_clock, options)
        self._lent.append(kept)
        return kept

    def _make(self, key: str, own_clock: bool, options: dict[str, Any]) -> _Kept:
        context = self._browser.new_context(locale="fr-FR", service_workers="block", **options)
        context.set_default_timeout(PATIENCE)
        is_for_one = "permissions" in options or "geolocation" in options
        return _Kept(key, own_clock, is_for_one, context, context.new_page())

    def take_back(self) -> None:
        """At the end of a test: close its pages, forget what they left."""
        while self._lent:
            kept = self._lent.pop()
            if not kept.is_for_one and kept.is_emptied():
                self._free.setdefault(kept.key, []).append(kept)
            else:
                kept.context.close()


@dataclass
class _Kept:
    """A context that waits for a test; `is_for_one`: what it may do was given to one test.

    Its tab stays open, or the browser would end the processes of the context.
    """

    key: str
    own_clock: bool
    is_for_one: bool
    context: BrowserContext
    page: Page
    uses: int = 0

    def is_emptied(self) -> bool:
        """Empty it; False when it cannot be as new again."""
        context = self.context
        try:
            for page in context.pages:
                if not self.own_clock and page.evaluate(IS_CLOCK_SET):
                    return False
            addresses = [urlsplit(frame.url) for page in context.pages for frame in page.frames]
            self._empty_page()
            for page in context.pages:
                if page is not self.page:
                    page.close()
            self._forget({f"{url.scheme}://{url.netloc}" for url in addresses if url.netloc})
            context.unroute_all(behavior="ignoreErrors")
            context.clear_cookies()
            context.clear_permissions()
            context.set_geolocation(None)
            context.set_offline(False)
        except Error:
            return False
        return True

    def _empty_page(self) -> None:
        """Leave what the tab shows, or take another one."""
        page = self.page
        if page.url == "about:blank":
            return
        self.uses += 1
        if self.uses % USES == 0:
            self.page = self.context.new_page()
            page.close()
            return
        page.unroute_all(behavior="ignoreErrors")
        page.goto("about:blank")
        page.set_viewport_size({"width": 1280, "height": 720})
        page.emulate_media(
            media="null",
            color_scheme="null",
            reduced_motion="null",
            forced_colors="null",
            contrast="null",
        )

    def _forget(self, origins: set[str]) -> None:
        """Empty the cache of files, the history, and the storage of all sites that were shown."""
        session = self.context.new_cdp_session(self.page)
        for origin in origins:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.send("Network.clearBrowserCache")
        session.send("Page.resetNavigationHistory")
        session.detach()
