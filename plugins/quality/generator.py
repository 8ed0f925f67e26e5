"""Pelican side: the desk of every territory to the press."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
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
from plugins.quality.measured_axes import MeasuredAxes
from plugins.quality.pages import DeskFile, desk_pages, index_page, sheet_pages, table_files
from plugins.quality.views import DeskViews

if TYPE_CHECKING:
    from plugins.press.press import Press
    from plugins.records.repository import Repository
    from plugins.territories.generator import Territories

DELIVERY = Delivery(is_listed=False, types=((".csv", "text/csv; charset=utf-8"),))
"""For those who are led there: search engines are not told of them."""


class QualityGenerator(PluginGenerator):
    """Adds `axes` to the context; hands the pages and files of the desk to the press."""

    FOLDERS = ("/qualite/",)

    def generate_context(self) -> None:
        """Give what measures axes; nothing is computed before a page asks."""
        self.context["axes"] = MeasuredAxes(lambda: self._areas, lambda: self._views, self._told)

    def generate_output(self, writer: object) -> None:
        """A page is made again only when something that it says has changed."""
        press: Press = self.context["press"]
        territories: Territories = self.context["territories"]
        areas, tables, views = list(self._areas.values()), self._tables, self._views
        pages = {area.id: self._told(area) for area in areas}
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

    @cached_property
    def _areas(self) -> dict[str, DeskArea]:
        return {area.id: area for area in desk_areas(self.context["gazetteer"])}

    @cached_property
    def _workshops(self) -> Mapping[str, tuple[int, int]]:
        known = self.context["repository"], self.context["gazetteer"]
        return workshops_by_area(self._areas.values(), *known)

    @cached_property
    def _monday(self) -> date:
        """The day of the desk: with that of the build, the order of calls would change each day."""
        today: date = self.context["press"].site.date
        return today - timedelta(days=today.weekday())

    @cached_property
    def _desk(self) -> Desk:
        gazetteer, press = self.context["gazetteer"], self.context["press"]
        repository: Repository = self.context["repository"]
        memory = Path(self.settings["PLACES_CACHE"]) / "reach"
        return Desk(
            gazetteer,
            repository,
            self.context["territories"].neighbourhood,
            Reach(gazetteer, repository.places.entries, memory, press.program),
            Path(self.settings["PLACES_DIR"]),
            self._monday,
        )

    @cached_property
    def _tables(self) -> Mapping[str, bytes]:
        """Fingerprints of the tables of all areas, by id."""
        return {id_: self._desk.fingerprint(area) for id_, area in self._areas.items()}

    @cached_property
    def _views(self) -> DeskViews:
        territories: Territories = self.context["territories"]
        memory = NumbersMemory(
            Path(self.settings["PLACES_CACHE"]) / "desks",
            f"{self.context['press'].program} {self._monday}",
            self._tables,
        )
        return DeskViews(
            self._desk,
            self.context["gazetteer"],
            self.context["repository"].places.by_id,
            territories.records,
            territories.networks,
            self._workshops,
            Outlines.load(),
            memory,
        )

    def _told(self, area: DeskArea) -> bytes:
        """The fingerprint of the page of a territory: its table, what it says of itself,
        workshops."""
        territories: Territories = self.context["territories"]
        networks = [one for one in territories.networks.values() if area.id in one.territoires]
        said = [repr(territories.records.get(area.id)), *map(repr, networks)]
        return fingerprint_of(
            self._desk.fingerprint(area), *said, repr(self._workshops.get(area.id))
        )
