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

    FOLDERS = ("/besoins/",)

    def generate_output(self, writer: object) -> None:
        """`/besoins/`, a page for every need, its lists."""
        press: Press = self.context["press"]
        gazetteer, places = self.context["gazetteer"], self.context["places"]
        pages = NeedPages(self.context["needs"], places.entries, gazetteer)
        index_folder = self.context["commune_index"]

        def all_of(key: None) -> NeedsContext:
            return NeedsContext(pages.needs)

        def one(key: Need) -> NeedContext:
            return NeedContext(key, pages.counts(key), index_folder)

        def listed(key: NeedList) -> NeedListContext:
            return NeedListContext(
                need=key.need,
                departement=key.departement,
                url=key.url,
                communes=by_commune(key.entries, places, gazetteer),
                paging=key.paging,
            )

        index, *needs = pages.index_pages(index_folder)
        for name, kind, made, find in (
            ("besoins", NeedsContext, [index], all_of),
            ("besoins : pages", NeedContext, needs, one),
            ("besoins : listes", NeedListContext, list(pages.list_pages()), listed),
        ):
            for language in press.languages_of(kind):
                press.add(PageSet(name, made, press.keyed(kind, find, language)), language)
