"""The data of every sheet of the agenda."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.gazetteer import Gazetteer
from plugins.hours import Calendar
from plugins.paper.agenda_month import MonthSheet, month_data
from plugins.paper.agenda_poster import PosterSheet, poster_data
from plugins.paper.edges import edges, to_json
from plugins.press.site import Site
from plugins.records.model.place import Place

AgendaSheet = MonthSheet | PosterSheet


class AgendaSheets:
    """Which template prints a sheet, and what it reads."""

    def __init__(self, gazetteer: Gazetteer, places: Mapping[str, Place], site: Site) -> None:
        self._gazetteer = gazetteer
        self._places = places
        self._site = site
        self._calendars: dict[str, Calendar] = {}

    def template(self, sheet: AgendaSheet) -> str:
        """A file of `typst/`."""
        return "mois" if isinstance(sheet, MonthSheet) else "rendez-vous"

    def data(self, sheet: AgendaSheet) -> str:
        """What the sheet's template reads, as JSON."""
        site = self._site
        news = [line.record.freshness(site.date).date for line in sheet.lines]
        if isinstance(sheet, MonthSheet):
            calendar = self._calendar(sheet.departement)
            made = month_data(sheet, self._places, calendar, site.date)
            return to_json({**edges(site, sheet.url, news), **made})
        made = poster_data(sheet, self._places, site.date)
        return to_json({**edges(site, sheet.page, news), **made})

    def _calendar(self, code: str) -> Calendar:
        if code not in self._calendars:
            self._calendars[code] = Calendar.of(self._gazetteer.all_departements[code])
        return self._calendars[code]
