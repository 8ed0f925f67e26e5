"""The worker that keeps pages for readers without a network, and the page about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

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
    name = WORKER if press.site.offline else "hors-ligne-fini.js"
    for path, template, delivery in (
        (WORKER, name, _ASKED_AGAIN),
        *(((PAGE, "offline.html", UNLISTED),) if press.site.offline else ()),
    ):
        page = Page(path, b"", press.template(template))
        yield PageSet(f"hors ligne : {path}", [page], _rendered, delivery=delivery)


def _rendered(template: object) -> str:
    from jinja2 import Template

    return cast(Template, template).render()
