"""Every page of every plugin goes through the press.

Adds to context: `press` (see `plugins.press.press.Press`). Writes: `/assets/`, Pelican's own
pages, the manifest. Reads: the theme, the output's manifest.

A page is made when its fingerprint, or that of the house (templates, settings, code, date), is not
the one in the manifest; pages are made on all cores beside the site, then published
(docs/adr/0003).

Settings: `PRESS_REQUIRES` (plugins without which nothing is built), `PRESS_CACHE` (default
".cache"; compiled templates), `PRESS_WORKERS` (default: all
cores), `PRESS_SWAP_ABOVE` (default 500: with more changed pages the whole site is exchanged at
once).
"""

from __future__ import annotations

from plugins.common.errors import BuildError, stop
from plugins.press.delivery import UNLISTED, Delivery
from plugins.press.page_set import Page, PageSet
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


def register() -> None:
    """Connect to Pelican; imported here so that libraries and commands need no Pelican."""
    from pelican import signals

    from plugins.press import generator

    signals.initialized.connect(generator.set_up)
    signals.get_generators.connect(generator.begin)
    signals.readers_init.connect(generator.use_safe_markdown)
    signals.generator_init.connect(generator.share_environment)
    signals.get_writer.connect(generator.make_writer)
    signals.finalized.connect(generator.publish)
