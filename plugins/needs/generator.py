"""Pelican side: the pages of the needs to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.needs.pages import NeedList, NeedPages
from plugins.press.page_set import PageSet
from plugins.vocabulary.needs import Need

if TYPE_CHECKING:
    from plugins.press.press import Press


class NeedsGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Hands the pages of the needs to the press."""

    def generate_output(self, writer: object) -> None:
        """`/besoins/`, a page for every need, its lists."""
        press: Press = self.context["press"]
        gazetteer, places = self.context["gazetteer"], self.context["places"]
        pages = NeedPages(self.context["needs"], places.entries, gazetteer)
        index_folder = self.context["commune_index"]
        index, one, listed = (
            press.template(n) for n in ("needs.html", "need.html", "need_list.html")
        )

        def render(key: object) -> str:
            if not isinstance(key, Need):
                return index.render(needs=pages.needs)
            return one.render(need=key, departements=pages.counts(key), commune_index=index_folder)

        def render_list(key: object) -> str:
            if not isinstance(key, NeedList):
                raise TypeError(type(key))
            return listed.render(
                need=key.need,
                departement=key.departement,
                url=key.url,
                communes=pages.lines(key.entries),
                paging=key.paging,
            )

        press.add(PageSet("besoins", list(pages.index_pages(index_folder)), render))
        press.add(PageSet("besoins : listes", list(pages.list_pages()), render_list))


def get_generators(pelican: Pelican) -> type[NeedsGenerator]:
    """Name the generator to Pelican."""
    return NeedsGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(get_generators)
