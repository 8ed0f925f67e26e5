"""The lists of `/agenda/`: their addresses, what each shows, fingerprints of it.

The key of a page is its context.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypedDict

from plugins.agenda import agenda_urls
from plugins.agenda.contract import (
    AgendaContext,
    AgendaTerritoryContext,
    AgendaTopicContext,
    AgendaWeekContext,
    SessionListContext,
)
from plugins.agenda.pages.upcoming import Ahead, Upcoming
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex, in_order
from plugins.agenda.sessions.titles import SessionLine, SessionLines, by_day
from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import file_of
from plugins.contracts.shown import names_of
from plugins.gazetteer import AnyTerritory, Commune, Epci, Gazetteer
from plugins.press import Page
from plugins.records.model.dated import DatedRecord
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop

FIRST = 12
"""Lines shown first, the other days are folded below them."""
MOST = 80
"""Lines of one list, at most: the rest is in narrower lists."""
MOST_LINKS = 80
"""Links to communes on one page; with more, only départements list theirs."""

_MARKED = {"days", "later", "workshops", "routes"}
"""What has a fingerprint of its own."""


class _ListedDays(TypedDict):
    """What all lists show (`SessionListContext`)."""

    url: str
    days: list[tuple[date, list[SessionLine]]]
    later: list[tuple[date, list[SessionLine]]]
    left_out: int
    in_one: bool


class _Told(NamedTuple):
    """The records that a page lists beside the dates."""

    workshops: list[Ahead]
    routes: list[Route]
    has_workshops: bool


class ListPages:
    """The pages of lists, by template. `commune_index`: folder of the index of communes."""

    def __init__(
        self,
        agenda: Agenda,
        index: AgendaIndex,
        upcoming: Upcoming,
        gazetteer: Gazetteer,
        commune_index: str,
    ) -> None:
        self._commune_index = commune_index
        self._agenda = agenda
        self._index = index
        self._upcoming = upcoming
        self._gazetteer = gazetteer

    def home(self) -> Iterator[Page]:
        """For `agenda.html`: `/agenda/`, also when there is nothing."""
        index = self._index
        communes, epcis = index.communes(), index.epcis()
        told = self._told(self._agenda.records)
        context = AgendaContext(
            **_sessions(agenda_urls.HOME, index.lines),
            has_workshops=told.has_workshops,
            workshops=told.workshops,
            routes=told.routes,
            weeks=[(monday, agenda_urls.week_url(monday)) for monday in index.weeks()],
            topics=index.topics(),
            departements=self._links(index.departements()),
            epcis=self._links(epcis) if len(epcis) <= MOST_LINKS else [],
            communes=self._links(communes) if len(communes) <= MOST_LINKS else [],
            commune_index=self._commune_index,
        )
        yield self._page(context, index.lines, told)

    def weeks(self) -> Iterator[Page]:
        """For `agenda_week.html`: the next weeks that have something."""
        mondays = self._index.weeks()
        for number, monday in enumerate(mondays):
            last = monday + timedelta(days=6)
            found = [line for line in self._index.lines if monday <= line.meeting.day <= last]
            context = AgendaWeekContext(
                **_sessions(agenda_urls.week_url(monday), found, MOST),
                monday=monday,
                last=last,
                before=agenda_urls.week_url(mondays[number - 1]) if number else "",
                after=agenda_urls.week_url(mondays[number + 1]) if monday != mondays[-1] else "",
            )
            yield self._page(context, found)

    def topics(self) -> Iterator[Page]:
        """For `agenda_topic.html`: the topics of some workshop."""
        for topic in self._index.topics():
            workshops = {
                w.url: w
                for w in self._agenda.workshops.values()
                if w.theme == topic.theme and not w.is_over
            }
            told = self._told(workshops.values())
            found = [line for line in self._index.lines if line.record.url in workshops]
            context = AgendaTopicContext(
                **_sessions(topic.url, found),
                topic=topic,
                others=self._index.topics(),
                workshops=told.workshops,
            )
            yield self._page(context, found, told)

    def territories(self) -> Iterator[Page]:
        """For `agenda_territory.html`: communes, EPCI and départements with something."""
        index = self._index
        communes, epcis = index.communes(), index.epcis()
        for departement in index.departements():
            inside = [c for c in communes if c.departement == departement.code]
            groups = [e for e in epcis if departement.code in e.departements]
            yield self._territory(
                f"departement/{departement.code}", departement, [], [*groups, *inside]
            )
        for epci in epcis:
            above: list[AnyTerritory] = [
                d for code in epci.departements if (d := self._gazetteer.departements.get(code))
            ]
            codes = set(epci.communes)
            inside = [c for c in communes if c.code in codes]
            yield self._territory(f"epci/{epci.siren}", epci, above, inside)
        for commune in communes:
            departement = self._gazetteer.all_departements[commune.departement]
            group = self._gazetteer.epcis.get(commune.epci or "")
            yield self._territory(
                f"commune/{commune.code}", commune, [departement, *([group] if group else [])], []
            )

    def _territory(
        self,
        id_: str,
        territory: AnyTerritory,
        above: Sequence[AnyTerritory],
        inside: Sequence[AnyTerritory],
    ) -> Page:
        lines, told = self._index.lines_of(id_), self._told(self._index.records(id_))
        context = AgendaTerritoryContext(
            **_sessions(
                self._index.url_of(territory), lines, in_one=isinstance(territory, Commune)
            ),
            territory=territory,
            name=_name(territory),
            above=self._links(above),
            inside=self._links(inside),
            workshops=told.workshops,
            routes=told.routes,
        )
        return self._page(context, lines, told)

    def _links(self, territories: Iterable[AnyTerritory]) -> list[tuple[str, str]]:
        """Name and address of the agendas of territories, of those that have one."""
        return [(_name(t), url) for t in territories if (url := self._index.url_of(t))]

    def _told(self, records: Iterable[DatedRecord]) -> _Told:
        """The records that a page lists, in order; no workshops when they are too many for it."""
        found = in_order(records)
        known = [record for record in found if isinstance(record, Workshop)]
        workshops = [self._upcoming.ahead(w) for w in known] if len(known) <= MOST else []
        routes = [record for record in found if isinstance(record, Route)]
        return _Told(workshops, routes, bool(known))

    def _page(
        self, context: SessionListContext, lines: Sequence[SessionLine], told: _Told | None = None
    ) -> Page:
        """The page of `context`, which shows `lines` and the records `told`; its fingerprint holds
        all the rest of the context too."""
        parts: list[bytes | str] = [SessionLines.fingerprint(_whole_days(lines, MOST))]
        for workshop in told.workshops if told else ():
            parts += (
                self._agenda.fingerprint("workshop", workshop.record.id),
                repr(workshop.meetings),
            )
        for route in told.routes if told else ():
            parts.append(self._agenda.fingerprint("route", route.id))
        rest = [getattr(context, name) for name in names_of(type(context)) if name not in _MARKED]
        return Page(file_of(context.url), fingerprint_of(*parts, repr(rest)), context)


def _sessions(
    url: str, lines: Sequence[SessionLine], first_most: int = FIRST, *, in_one: bool = False
) -> _ListedDays:
    """Lines by day, those after the first folded, those that are too many left out."""
    shown = _whole_days(lines, MOST)
    first = _whole_days(shown, first_most)
    return _ListedDays(
        url=url,
        days=by_day(first),
        later=by_day(shown[len(first) :]),
        left_out=len(lines) - len(shown),
        in_one=in_one,
    )


def _whole_days(lines: Sequence[SessionLine], most: int) -> Sequence[SessionLine]:
    """The first lines, without cutting a day unless it is the first."""
    if len(lines) <= most:
        return lines
    next_day: date = lines[most].meeting.day
    whole = [line for line in lines[:most] if line.meeting.day != next_day]
    return whole or lines[:most]


def _name(territory: AnyTerritory) -> str:
    return territory.full_name if isinstance(territory, Epci) else territory.nom
