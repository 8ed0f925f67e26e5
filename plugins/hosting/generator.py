"""Pelican side: when all other plugins have given their pages, what hosts need to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.hosting.header_rules import headers_file
from plugins.hosting.offline import offline_page_sets
from plugins.hosting.sitemap import robots
from plugins.hosting.sitemaps import sitemaps_page_set

if TYPE_CHECKING:
    from plugins.press.press import Press


class HostingGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Hands `_headers`, the sitemaps, `robots.txt` and the worker to the press."""

    def generate_output(self, writer: object) -> None:
        """The sitemaps and `_headers` last: they read what was given before."""
        press: Press = self.context["press"]
        for page_set in offline_page_sets(press):
            press.add(page_set)
        press.put("robots.txt", robots(press.site.url))
        if press.site.url:
            covered = self.context["gazetteer"].departements
            press.add(sitemaps_page_set(press, self.context["places"], covered))
        press.put("_headers", headers_file(press.page_sets(), press.policies, press.site.path))


def get_generators(pelican: Pelican) -> type[HostingGenerator]:
    """Name the generator to Pelican."""
    return HostingGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(get_generators)
