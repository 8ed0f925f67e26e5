"""Every page of every plugin goes through the press.

Adds to context: `press` (see `plugins.press.press.Press`). Writes: `/assets/`, Pelican's own
pages, the manifest. Reads: the theme, the output's manifest.

A page is made when its fingerprint, or that of the build (templates, settings, code), is not
the one in the manifest; pages are made on all cores beside the site, then published
(docs/adr/0003-pages-rendered-in-parallel.md). Pages that nobody names any more are removed.
Pelican's own writer (texts, home, 404) goes through the same door. docs/templates.md lists what
plugins ask of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.common.errors import BuildError, stop
from plugins.press.delivery import UNLISTED, Delivery
from plugins.press.page_set import Page, PageSet

if TYPE_CHECKING:
    from plugins.press.press import Press

__all__ = [
    "UNLISTED",
    "BuildError",
    "Delivery",
    "Page",
    "PageSet",
    "Press",
    "register",
    "stop",
]


def __getattr__(name: str) -> Any:
    """`Press` when it is asked for: settings import this package, and need no templates."""
    if name != "Press":
        raise AttributeError(name)
    from plugins.press.press import Press

    return Press


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.press.plugin import register_press

    register_press()
