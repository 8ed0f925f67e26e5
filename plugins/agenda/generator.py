"""Pelican side: workshops, routes and their occurrences into the context."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from plugins.agenda.agenda_urls import owner_of
from plugins.agenda.calendars.calendar_files import calendar_page_set, session_page_set
from plugins.agenda.calendars.event_factory import Events
from plugins.agenda.calendars.feeds import feed_page_set
from plugins.agenda.calendars.subscriptions import Subscriptions
from plugins.agenda.contract import (
    AgendaContext,
    AgendaGlobals,
    AgendaTerritoryContext,
    AgendaTopicContext,
    AgendaWeekContext,
    RouteContext,
    WorkshopContext,
)
from plugins.agenda.pages.list_pages import ListPages
from plugins.agenda.pages.record_pages import RecordPages
from plugins.agenda.pages.upcoming import Upcoming
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.dated_records import read_dated
from plugins.agenda.sessions.titles import SessionLines
from plugins.common.today import end_of_month
from plugins.contracts.shown import TemplateContext
from plugins.press.page_set import PageSet
from plugins.press.plugin import PluginGenerator

if TYPE_CHECKING:
    from plugins.press.press import Press


class AgendaGenerator(PluginGenerator):
    """Adds `agenda` to the context, `upcoming` to the templates; hands its pages to the press."""

    FOLDERS = ("/agenda/",)

    def generate_context(self) -> None:
        """Compute the sessions of the records that changed, take the others from the cache."""
        press: Press = self.context["press"]
        gazetteer, entries = self.context["gazetteer"], self.context["places"].by_id
        today = press.site.date
        last = end_of_month(today + timedelta(days=self.settings["AGENDA_DAYS"]))
        days = (last - today).days  # to a day that tomorrow's build ends with too
        records = read_dated(self.context["repository"], press.program, days)
        agenda = self.context["agenda"] = Agenda(
            records,
            entries,
            gazetteer,
            today - timedelta(days=1),
            last,
            self.settings["AGENDA_NEAR_KM"],
        )
        self._lines = SessionLines(agenda, gazetteer, entries, today)
        self._index = AgendaIndex(agenda, self._lines, gazetteer)
        self._upcoming = Upcoming(agenda, self._lines, self._index)
        self.context["upcoming"] = self._upcoming
        self.context["place_fingerprints"].append(self._upcoming.fingerprint_of_place)
        self._subscriptions = Subscriptions(agenda, gazetteer, entries, today)
        press.provide(AgendaGlobals(self._upcoming, self._subscriptions))

    def generate_output(self, writer: object) -> None:
        """Hand the pages to the press."""
        press: Press = self.context["press"]
        agenda: Agenda = self.context["agenda"]
        gazetteer = self.context["gazetteer"]
        index = self.context["commune_index"]
        lists = ListPages(agenda, self._index, self._upcoming, gazetteer, index)
        records = RecordPages(
            agenda,
            self._lines,
            self._index,
            gazetteer,
            self.context["places"],
            self.context["labels"],
        )
        for name, kind, pages, find in (
            ("agenda", AgendaContext, lists.home(), _given),
            ("agenda : semaines", AgendaWeekContext, lists.weeks(), _given),
            ("agenda : thèmes", AgendaTopicContext, lists.topics(), _given),
            ("agenda : territoires", AgendaTerritoryContext, lists.territories(), _given),
            ("ateliers", WorkshopContext, records.workshops(), records.workshop),
            ("tournées", RouteContext, records.routes(), records.route),
        ):
            made = list(pages)
            for language in press.languages_of(kind):
                show = press.keyed(kind, find, language)
                press.add(PageSet(name, made, show, owner=_owner), language)
        self._follow(press, agenda)

    def _follow(self, press: Press, agenda: Agenda) -> None:
        """Hand calendars and feeds to the press."""
        places, site, subscriptions = self.context["places"], press.site, self._subscriptions
        events = Events(agenda, places, self.context["gazetteer"], site.url, site.date)
        common = repr((press.program, site.url)).encode()
        press.add(calendar_page_set(agenda, subscriptions, events, site.url))
        press.add(session_page_set(agenda, subscriptions, events, common))
        press.add(feed_page_set(agenda, subscriptions, places.by_id, site))


def _owner(key: Any) -> str:
    """Of a list, its territory; workshops and routes (their keys are ids) lie at their address."""
    return "" if isinstance(key, str) else owner_of(key.url)


def _given(key: TemplateContext) -> TemplateContext:
    """The keys of lists are what they show."""
    return key
