"""Pelican side: the easy pages to the press."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.press.page_set import Page, PageSet

if TYPE_CHECKING:
    from jinja2 import Template

    from plugins.press.press import Press
    from plugins.records.entry import Entry, Places
    from plugins.vocabulary.needs import Need

MOST_PLACES = 3000
"""By default a larger directory makes no easy pages."""


class EasyGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Hands the pages of `/facile/` to the press."""

    def generate_context(self) -> None:
        """Decide whether the pages are made; templates that link to them ask `has_easy`."""
        wanted = self.settings["EASY_TO_READ"]
        if wanted is None:
            wanted = len(self.context["places"].entries) <= MOST_PLACES
        self._made = bool(wanted)
        press: Press = self.context["press"]
        press.environment.globals["has_easy"] = self._made

    def generate_output(self, writer: object) -> None:
        """Home, needs, places."""
        if not self._made:
            return
        press: Press = self.context["press"]
        needs = self.context["needs"]
        home, need = press.template("easy_home.html"), press.template("easy_need.html")
        folder = self.context["commune_index"]

        def render(key: object) -> str:
            if key is None:
                return home.render(needs=needs, commune_index=folder)
            return need.render(need=cast("Need", key), commune_index=folder)

        mark = blake2b(folder.encode(), digest_size=16).digest()
        pages = [Page("facile/index.html", mark, None)]
        pages += [Page(f"facile{each.url}index.html", mark, each) for each in needs]
        press.add(PageSet("facile", pages, render))
        press.add(self._places(press.template("easy_place.html")))

    def _places(self, template: Template) -> PageSet:
        places: Places = self.context["places"]
        gazetteer = self.context["gazetteer"]

        def render(key: object) -> str:
            entry = cast("Entry", key)
            commune = gazetteer.page_of(entry.code_insee)
            return template.render(place=places[entry.id], commune=commune)

        pages = [
            Page(f"facile/lieux/{entry.id}/index.html", entry.fingerprint, entry)
            for entry in places.entries
        ]
        return PageSet("facile : lieux", pages, render, owner=lambda key: cast("Entry", key).url)


def set_defaults(pelican: Pelican) -> None:
    """Give the setting that this plugin reads its default value."""
    pelican.settings.setdefault("EASY_TO_READ", None)


def get_generators(pelican: Pelican) -> type[EasyGenerator]:
    """Name the generator to Pelican."""
    return EasyGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(set_defaults)
    signals.get_generators.connect(get_generators)
