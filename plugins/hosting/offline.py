"""The worker that keeps pages for readers without a network, and the page about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins.contracts.shown import TemplateContext
from plugins.hosting.contract import OfflineContext, WorkerContext, WorkerEndContext
from plugins.press import UNLISTED, Delivery, Page, PageSet

if TYPE_CHECKING:
    from plugins.press.press import Press

WORKER = "hors-ligne.js"
"""Its address must never change: browsers ask for it again to replace it."""
PAGE = "hors-ligne/index.html"
_ASKED_AGAIN = Delivery(cache="no-cache")
"""The worker decides what is kept: a reader must never wait for a new one."""


def offline_page_sets(press: Press) -> Iterator[PageSet]:
    """The worker, and its page when it works; else the worker that removes the former one."""
    if press.site.offline:
        yield _page_set(press, WORKER, WorkerContext(), _ASKED_AGAIN)
        yield _page_set(press, PAGE, OfflineContext(), UNLISTED)
    else:
        yield _page_set(press, WORKER, WorkerEndContext(), _ASKED_AGAIN)


def _page_set(press: Press, path: str, shown: TemplateContext, delivery: Delivery) -> PageSet:
    render = press.renderer(type(shown))
    page = Page(path, b"", None)
    return PageSet(f"hors ligne : {path}", [page], lambda _: render(shown), delivery=delivery)
