"""Pelican side: the worker and its page to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.press import Page, PageSet

if TYPE_CHECKING:
    from plugins.press.press import Press

WORKER = "hors-ligne.js"
PAGE = "hors-ligne/index.html"


class OfflineGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Hands the worker over, and its page when it works."""

    def generate_output(self, writer: object) -> None:
        """The address of the worker must never change: browsers ask for it again to replace it."""
        press: Press = self.context["press"]
        if press.site.offline:
            templates = {WORKER: press.template(WORKER), PAGE: press.template("offline.html")}
        else:
            templates = {WORKER: press.template("hors-ligne-fini.js")}
        pages = [Page(path, b"", path) for path in templates]
        press.add(PageSet("hors ligne", pages, lambda path: templates[cast(str, path)].render()))


def get_generators(pelican: Pelican) -> type[OfflineGenerator]:
    """Name the generator to Pelican."""
    return OfflineGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(get_generators)
