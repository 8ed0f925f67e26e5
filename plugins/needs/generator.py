"""Pelican side: the pages of the needs to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.needs.contract import NeedContext, NeedListContext, NeedsContext
from plugins.needs.pages import NeedList, NeedPages
from plugins.places.by_commune import by_commune
from plugins.press.page_set import PageSet
from plugins.press.plugin import PluginGenerator
from plugins.vocabulary.needs import Need

if TYPE_CHECKING:
    from plugins.press.press import Press


class NeedsGenerator(PluginGenerator):
    """Hands the pages of the needs to the press."""

    def generate_output(self, writer: object) -> None:
        """`/besoins/`, a page for every need, its lists."""
        press: Press = self.context["press"]
        gazetteer, places = self.context["gazetteer"], self.context["places"]
        pages = NeedPages(self.context["needs"], places.entries, gazetteer)
        index_folder = self.context["commune_index"]
        show_all, show_one = press.renderer(NeedsContext), press.renderer(NeedContext)
        show_list = press.renderer(NeedListContext)

        def render(key: object) -> str:
            if not isinstance(key, Need):
                return show_all(NeedsContext(pages.needs))
            return show_one(NeedContext(key, pages.counts(key), index_folder))

        def render_list(key: object) -> str:
            if not isinstance(key, NeedList):
                raise TypeError(type(key))
            return show_list(
                NeedListContext(
                    need=key.need,
                    departement=key.departement,
                    url=key.url,
                    communes=by_commune(key.entries, places, gazetteer),
                    paging=key.paging,
                )
            )

        press.add(PageSet("besoins", list(pages.index_pages(index_folder)), render))
        press.add(PageSet("besoins : listes", list(pages.list_pages()), render_list))
