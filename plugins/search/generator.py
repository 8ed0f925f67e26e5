"""Pelican side: the address of the index into the context; its files and the page to the press."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plugins.common.fingerprint import fingerprint_of
from plugins.press import Page, PageSet
from plugins.press.plugin import PluginGenerator
from plugins.search.across_names import beside, make_across_names
from plugins.search.commune_index import make_index
from plugins.search.contract import SearchContext
from plugins.search.covered import covered_names
from plugins.search.fulltext.fulltext_bundles import Library, make_bundles, prose_of
from plugins.search.fulltext.fulltext_search import SEARCH, FullText, make_full_text
from plugins.search.name_files import NameIndex
from plugins.search.place_index import make_place_names
from plugins.search.word_rules import SMALL_WORDS
from plugins.vocabulary.foreign_keywords import keywords_of, small_words_of

if TYPE_CHECKING:
    from plugins.press.press import Press

_MOST_NAMED = 6


class SearchGenerator(PluginGenerator):
    """Adds `commune_index` and `beside` to the context; hands the index and `/recherche/` over."""

    FOLDERS = ("/recherche/",)

    def generate_context(self) -> None:
        """Make the index, or take that of the last build."""
        press: Press = self.context["press"]
        memory = Path(self.settings["PLACES_CACHE"]) / "communes"
        self._index = make_index(self.context["gazetteer"], memory, press.program)
        self.context["commune_index"] = self._index.folder
        others, gazetteer = self.context["territories"].others, self.context["gazetteer"]
        memory = Path(self.settings["PLACES_CACHE"]) / "voisins"
        self._across = make_across_names(others, gazetteer, memory, press.program)
        self.context["beside"] = beside(others, self._across, gazetteer)

    def generate_output(self, writer: object) -> None:
        """Hand the files to the press."""
        press: Press = self.context["press"]
        press.add(_files("recherche : index", self._index))
        if self._across:
            press.add(_files("recherche : voisins", self._across))
        is_made = press.looked_at.is_in(*self.FOLDERS) and press.division.makes_the_rest
        has_text = self.settings["SEARCH_FULL_TEXT"] and is_made
        full_text = self._full_text(press) if has_text else None
        entries = self.context["places"].by_id.values()
        memory = Path(self.settings["PLACES_CACHE"]) / "noms"
        self._names = make_place_names(entries, self.context["gazetteer"], memory, press.program)
        if full_text:
            press.add(full_text.page_set)
            press.add(_files("recherche : noms", self._names))
        for language in press.languages_of(SearchContext):
            press.add(self._page(press, full_text, language), language)

    def _full_text(self, press: Press) -> FullText:
        """The index of texts; says on stderr what had to be made."""
        started = time.monotonic()
        library = Library(
            self.context["places"],
            self.context["labels"],
            self.context["agenda"],
            prose_of(self.context.get("pages", ())),
            self.context["gazetteer"],
            press.environment.filters["prose"],
        )
        most: int = self.settings["SEARCH_ONE_INDEX_MOST"]
        cache = Path(self.settings["PLACES_CACHE"]) / "texte"
        bundles = make_bundles(library, press.site.date, most, press.program)
        found = make_full_text(bundles, cache, self.settings["PRESS_WORKERS"])
        if found.made:
            seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
            names = ", ".join(found.made[:_MOST_NAMED]) + ("…" if found.made[_MOST_NAMED:] else "")
            count = f"{len(found.made)} index de texte sur {len(bundles)}"
            print(f"Recherche : {count} refaits ({names}), en {seconds} s.", file=sys.stderr)
        return found

    def _page(self, press: Press, full_text: FullText | None, language: str) -> PageSet:
        gazetteer, places = self.context["gazetteer"], self.context["places"]
        tags = dict(full_text.tags) if full_text else {}
        labels = self.context["labels"]
        covered = covered_names(gazetteer, self.settings["TERRITORIES_COVERED"])
        counts = [len(places.by_departement.get(code, ())) for code in gazetteer.departements]
        show = press.renderer(SearchContext, language)
        context = SearchContext(
            commune_index=self._index.folder,
            covered=covered,
            gazetteer=gazetteer,
            places=places,
            full_text_tags=tags,
            full_text_start=full_text.start if full_text else (),
            needs=self.context["needs"],
            labels=labels,
            small_words=sorted(SMALL_WORDS | small_words_of(language)),
            keywords=dict(keywords_of(language)),
            place_names=self._names.folder,
            beside=self.context["beside"],
        )
        page = Page(
            "recherche/index.html",
            fingerprint_of(
                f"{self._index.folder} {self._names.folder} {covered} {counts} {tags}",
                repr(list(labels.values())),
                self.context["beside"].fingerprint(),
            ),
            None,
        )
        return PageSet("recherche", [page], lambda _: show(context), delivery=SEARCH)


def _files(name: str, index: NameIndex) -> PageSet:
    """A page set of texts that are made already."""
    pages = [
        Page(f"{index.folder}/{file}", fingerprint_of(text), text)
        for file, text in index.files.items()
    ]
    return PageSet(name, pages, lambda text: cast(str, text), delivery=SEARCH)
