"""The system's Chromium, and its contexts, which are lent again and again.

A context is what a browser remembers of a person: cookies, storage, permissions. To make one costs
more than to show a page in it, so that it is emptied after a test and lent to the next.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

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
IS_CLOCK_SET = """[Date, setTimeout].some((one) =>
  !Function.prototype.toString.call(one).includes("[native code]"))"""


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
    """Lends contexts; each test has its own, as if it were new.

    An empty page stays open in each, or the browser would end the processes of the context.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[_Kept]] = {}
        self._lent: list[_Kept] = []

    def lend(self, *, own_clock: bool = False, **options: Any) -> BrowserContext:
        """A context for new pages; `options` are those of Playwright's `new_context`.

        `own_clock`: the test sets the time: what it sets cannot be taken away. No service worker
        outlives its page here: tests of those make a context themselves.
        """
        key = repr((own_clock, sorted(options.items())))
        free = self._free.get(key)
        kept = free.pop() if free else self._make(key, own_clock, options)
        self._lent.append(kept)
        return kept.context

    def _make(self, key: str, own_clock: bool, options: dict[str, Any]) -> _Kept:
        context = self._browser.new_context(locale="fr-FR", service_workers="block", **options)
        context.set_default_timeout(10_000)  # milliseconds
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


class _Kept(NamedTuple):
    """A context that waits for a test; `is_for_one`: what it may do was given to one test."""

    key: str
    own_clock: bool
    is_for_one: bool
    context: BrowserContext
    empty: Page

    def is_emptied(self) -> bool:
        """Empty it; False when it cannot be as new again."""
        context = self.context
        pages = [page for page in context.pages if page is not self.empty]
        try:
            for page in pages:
                if not self.own_clock and page.evaluate(IS_CLOCK_SET):
                    return False
            self._forget(pages)
            for page in pages:
                page.close()
            context.unroute_all(behavior="ignoreErrors")
            context.clear_cookies()
            context.clear_permissions()
            context.set_geolocation(None)
            context.set_offline(False)
        except Error:
            return False
        return True

    def _forget(self, pages: list[Page]) -> None:
        """Empty the cache of files, and the storage of all sites that are shown."""
        addresses = [urlsplit(frame.url) for page in pages for frame in page.frames]
        session = self.context.new_cdp_session(self.empty)
        for origin in {f"{url.scheme}://{url.netloc}" for url in addresses if url.netloc}:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.send("Network.clearBrowserCache")
        session.detach()
