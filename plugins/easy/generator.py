"""Pelican side: the easy pages to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import file_of
from plugins.easy.commune_answers import answers_of, nearest_of
from plugins.easy.contract import (
    EasyCommuneContext,
    EasyCommunesContext,
    EasyDepartementsContext,
    EasyEpciContext,
    EasyGlobals,
    EasyHomeContext,
    EasyNeedContext,
    EasyPlaceContext,
)
from plugins.easy.lists import EasyLists
from plugins.press.page_set import Page, PageSet
from plugins.press.plugin import PluginGenerator
from plugins.records.what_helps import is_blank
from plugins.territories.pages import Fingerprints, commune_pages
from plugins.territories.shared_pages import anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.easy.contract import EasyNearest
    from plugins.gazetteer import Commune, Epci
    from plugins.press.press import Press
    from plugins.records.entry import Entry, Places
    from plugins.territories.shared_pages import SharedPages
    from plugins.vocabulary.needs import Need

MOST_PLACES = 3000
"""By default a larger directory makes no easy pages."""


class EasyGenerator(PluginGenerator):
    """Hands the pages of `/facile/` to the press."""

    FOLDERS = ("/facile/",)

    def generate_context(self) -> None:
        """Decide whether the pages are made; templates that link to them ask `has_easy`."""
        wanted = self.settings["EASY_TO_READ"]
        if wanted is None:
            wanted = len(self.context["places"].entries) <= MOST_PLACES
        self._made = bool(wanted)
        press: Press = self.context["press"]
        press.provide(EasyGlobals(self._made))

    def generate_output(self, writer: object) -> None:
        """Home, needs, lists of communes, communes, places."""
        if not self._made:
            return
        press: Press = self.context["press"]
        needs = self.context["needs"]
        folder = self.context["commune_index"]
        lists = EasyLists(self.context["gazetteer"], needs, self.context["territories"].easy)
        fingerprint = fingerprint_of(folder, lists.fingerprint.hex())
        home = [Page("facile/index.html", fingerprint, None)]
        index = [Page("facile/territoires/index.html", lists.fingerprint, None)]
        pages = [Page(f"facile{each.url}index.html", fingerprint, each) for each in needs]

        def all_of(key: None) -> EasyHomeContext:
            return EasyHomeContext(needs, folder)

        def one(key: Need) -> EasyNeedContext:
            return EasyNeedContext(key, folder, lists.departements)

        def whole(key: None) -> EasyDepartementsContext:
            return EasyDepartementsContext(lists.departements)

        for name, kind, made, find in (
            ("facile", EasyHomeContext, home, all_of),
            ("facile : besoins", EasyNeedContext, pages, one),
            ("facile : départements", EasyDepartementsContext, index, whole),
            ("facile : listes", EasyCommunesContext, list(lists.pages()), lists.shown),
        ):
            for language in press.languages_of(kind):
                press.add(PageSet(name, made, press.keyed(kind, find, language)), language)
        press.add(self._places(press.renderer(EasyPlaceContext)))
        for page_set in self._communes(press):
            press.add(page_set)

    def _communes(self, press: Press) -> Iterator[PageSet]:
        """Of the communes that have a record; the others share a page for each EPCI."""
        gazetteer, territories = self.context["gazetteer"], self.context["territories"]
        near, by_need = territories.neighbourhood, territories.by_need
        shared: SharedPages = territories.easy
        known = (self.context["needs"], self.context["places"], near, by_need)
        show, show_epci = press.renderer(EasyCommuneContext), press.renderer(EasyEpciContext)

        def render(key: object) -> str:
            code = cast("str", key)
            return show(EasyCommuneContext(gazetteer.communes[code], answers_of(code, *known)))

        def nearest(commune: Commune) -> list[EasyNearest]:
            return nearest_of(answers_of(commune.code, *known))

        def render_epci(key: object) -> str:
            epci = cast("Epci", key)
            return show_epci(EasyEpciContext(epci, shared.members(epci), nearest, anchor))

        common = Fingerprints(gazetteer, {})
        pages = list(commune_pages(gazetteer, near, common, by_need, "facile/"))
        told = {str(page.key): page.fingerprint for page in pages}
        yield PageSet("facile : communes", list(shared.own(pages)), render)
        epcis = [
            Page(
                file_of(f"/facile{epci.url}"),
                fingerprint_of(*(told[c.code] for c in members)),
                epci,
            )
            for epci in gazetteer.epcis.values()
            if (members := shared.members(epci))
        ]
        yield PageSet("facile : groupes de communes", epcis, render_epci)

    def _places(self, show: Callable[[EasyPlaceContext], str]) -> PageSet:
        """None of an open place of which nothing is known: its own page has two lines already."""
        places: Places = self.context["places"]
        gazetteer = self.context["gazetteer"]

        def render(key: object) -> str:
            entry = cast("Entry", key)
            commune = gazetteer.page_of(entry.code_insee)
            return show(EasyPlaceContext(places[entry.id], commune))

        pages = [
            Page(f"facile/lieux/{entry.id}/index.html", entry.fingerprint, entry)
            for entry in places.entries
            if entry.is_closed or not is_blank(entry)
        ]
        return PageSet("facile : lieux", pages, render, owner=lambda key: cast("Entry", key).url)
