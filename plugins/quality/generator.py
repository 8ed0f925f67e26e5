"""Pelican side: the desk of every territory to the press."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plugins.common.fingerprint import fingerprint_of
from plugins.maps.geometry.outlines import Outlines
from plugins.press.delivery import Delivery
from plugins.press.page_set import PageSet
from plugins.press.plugin import PluginGenerator
from plugins.quality.area_numbers import NumbersMemory
from plugins.quality.area_workshops import workshops_by_area
from plugins.quality.areas import DeskArea, desk_areas
from plugins.quality.computed.reach import Reach
from plugins.quality.contract import CallSheetContext, DeskContext, DeskIndexContext
from plugins.quality.desk import Desk
from plugins.quality.pages import DeskFile, desk_pages, index_page, sheet_pages, table_files
from plugins.quality.views import DeskViews

if TYPE_CHECKING:
    from plugins.press.press import Press
    from plugins.records.repository import Repository
    from plugins.territories.generator import Territories

DELIVERY = Delivery(is_listed=False, types=((".csv", "text/csv; charset=utf-8"),))
"""For those who are led there: search engines are not told of them."""


class QualityGenerator(PluginGenerator):
    """Hands the pages and files of the desk to the press."""

    FOLDERS = ("/qualite/",)

    def generate_output(self, writer: object) -> None:
        """A page is made again only when something that it says has changed."""
        press: Press = self.context["press"]
        gazetteer = self.context["gazetteer"]
        repository: Repository = self.context["repository"]
        territories: Territories = self.context["territories"]
        entries = repository.places.entries
        memory = Path(self.settings["PLACES_CACHE"]) / "reach"
        today = press.site.date
        monday = today - timedelta(days=today.weekday())  # or the order of calls changes each day
        desk = Desk(
            gazetteer,
            repository,
            territories.neighbourhood,
            Reach(gazetteer, entries, memory, press.program),
            Path(self.settings["PLACES_DIR"]),
            monday,
        )
        areas = list(desk_areas(gazetteer))
        tables = {area.id: desk.fingerprint(area) for area in areas}
        workshops = workshops_by_area(areas, repository, gazetteer)
        views = DeskViews(
            desk,
            gazetteer,
            repository.places.by_id,
            territories.records,
            territories.networks,
            workshops,
            Outlines.load(),
            NumbersMemory(
                Path(self.settings["PLACES_CACHE"]) / "desks",
                f"{press.program} {monday}",
                tables,
            ),
        )
        pages = {area.id: _page_of(area, tables, territories, workshops) for area in areas}
        counts = {
            area.id: sum(map(territories.neighbourhood.count, area.communes)) for area in areas
        }
        for name, made, render in (
            ("qualité", [index_page(tables)], press.keyed(DeskIndexContext, views.index)),
            (
                "qualité : territoires",
                list(desk_pages(areas, pages)),
                press.keyed(DeskContext, views.desk),
            ),
            (
                "qualité : à appeler",
                list(sheet_pages(areas, tables, counts)),
                press.keyed(CallSheetContext, views.sheet),
            ),
            (
                "qualité : tableaux",
                list(table_files(areas, tables)),
                lambda key: views.table(cast("DeskFile", key)),
            ),
        ):
            press.add(PageSet(name, made, render, delivery=DELIVERY))


def _page_of(
    area: DeskArea,
    tables: Mapping[str, bytes],
    territories: Territories,
    workshops: Mapping[str, tuple[int, int]],
) -> bytes:
    """The fingerprint of the page of a territory: its table, what it says of itself, workshops."""
    networks = [repr(one) for one in territories.networks.values() if area.id in one.territoires]
    said = repr(territories.records.get(area.id))
    return fingerprint_of(tables[area.id], said, *networks, repr(workshops.get(area.id)))
