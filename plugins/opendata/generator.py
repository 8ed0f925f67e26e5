"""Pelican side: the files of `/donnees/v1/` to the press."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import file_of
from plugins.gazetteer.coverage import told_coverage
from plugins.opendata.contract import AreaDownloadsContext, DownloadsContext, LossesContext
from plugins.opendata.export_areas import export_areas
from plugins.opendata.export_files import Prints, export_files
from plugins.opendata.export_page_sets import beside_page_set, export_page_set
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.formats.export_format import Surroundings
from plugins.opendata.pieces import Pieces
from plugins.opendata.views import PAGES, OpenDataViews
from plugins.press.page_set import Page, PageSet
from plugins.press.plugin import PluginGenerator
from plugins.records.model.label import Label

_PAGE = file_of(PAGES)
_LOSSES = "donnees/pertes/index.html"

if TYPE_CHECKING:
    from plugins.press.press import Press
    from plugins.records.repository import Repository


class OpenDataGenerator(PluginGenerator):
    """Hands the files of open data, and the pages that list them, to the press."""

    FOLDERS = ("/donnees/v1/", "/donnees/fichiers/", "/donnees/pertes/")

    def generate_output(self, writer: object) -> None:
        """A file is written again only when one of its places has changed."""
        press: Press = self.context["press"]
        if not press.looked_at.is_in(*self.FOLDERS):
            return
        repository: Repository = self.context["repository"]
        gazetteer, labels = self.context["gazetteer"], self.context["labels"]
        places, site = repository.places, press.site
        common = fingerprint_of(*repository.fingerprints(Label).values())
        pieces = Pieces(
            places,
            Surroundings(labels, gazetteer, site.url),
            FORMATS,
            fingerprint_of(press.program, site.url, common).hex(),
            Path(self.settings["PLACES_CACHE"]) / "opendata",
        )
        if not press.division.is_plan:
            pieces.fill(self.settings["PRESS_WORKERS"], press.division.only)
        areas = export_areas(places.entries, gazetteer, labels, site.name)
        files = export_files(areas, FORMATS)
        prints = Prints(common)
        press.add(export_page_set(files, pieces, site, prints))
        covered = told_coverage(gazetteer, self.settings["TERRITORIES_COVERED"])
        press.add(beside_page_set(files, pieces, site, gazetteer, prints, covered))
        views = OpenDataViews(files, gazetteer, pieces)
        every = prints.of(*(file.area for file in files))
        for name, kind, pages, find in (
            ("données : fichiers", DownloadsContext, [Page(_PAGE, every, None)], views.downloads),
            ("données : pertes", LossesContext, [Page(_LOSSES, every, None)], views.losses),
            (
                "données : départements",
                AreaDownloadsContext,
                [Page(file_of(f"{PAGES}{code}/"), every, code) for code in views.departements],
                views.of_departement,
            ),
        ):
            press.add(PageSet(name, pages, press.keyed(kind, find)))
