"""The lists of `/agenda/`: their addresses, what each shows, fingerprints of it.

The key of a page is what its template receives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from plugins.agenda import agenda_urls
from plugins.agenda.pages.upcoming import Upcoming
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex, AnyDated, in_order
from plugins.agenda.sessions.titles import SessionLine, SessionLines, by_day
from plugins.common.paging import file_of
from plugins.gazetteer import Commune, Departement, Epci, Gazetteer
from plugins.press import Page
from plugins.records.model.workshop import Workshop
from plugins.vocabulary.topics import Topic

FIRST = 12
"""Lines shown first, the other days are folded below them."""
MOST = 80
"""Lines of one list, at most: the rest is in narrower lists."""
MOST_LINKS = 80
"""Links to communes on one page; with more, only départements list theirs."""

Variables = Mapping[str, Any]
AnyTerritory = Commune | Epci | Departement


class ListPages:
    """The pages of lists, by template."""

    def __init__(
        self, agenda: Agenda, index: AgendaIndex, upcoming: Upcoming, gazetteer: Gazetteer
    ) -> None:
        self._agenda = agenda
        self._index = index
        self._upcoming = upcoming
        self._gazetteer = gazetteer

    def home(self) -> Iterator[Page]:
        """For `agenda.html`: `/agenda/`, also when there is nothing."""
        index = self._index
        communes, epcis = index.communes(), index.epcis()
        yield self._page(
            agenda_urls.HOME,
            index.lines,
            in_order([*self._agenda.workshops.values(), *self._agenda.routes.values()]),
            weeks=[(monday, agenda_urls.week_url(monday)) for monday in index.weeks()],
            topics=index.topics(),
            departements=self._links(index.departements()),
            epcis=self._links(epcis) if len(epcis) <= MOST_LINKS else [],
            communes=self._links(communes) if len(communes) <= MOST_LINKS else [],
        )

    def weeks(self) -> Iterator[Page]:
        """For `agenda_week.html`: the next weeks that have something."""
        mondays = self._index.weeks()
        for number, monday in enumerate(mondays):
            last = monday + timedelta(days=6)
            found = [line for line in self._index.lines if monday <= line.meeting.day <= last]
            yield self._page(
                agenda_urls.week_url(monday),
                found,
                monday=monday,
                last=last,
                before=agenda_urls.week_url(mondays[number - 1]) if number else "",
                after=agenda_urls.week_url(mondays[number + 1]) if monday != mondays[-1] else "",
            )

    def topics(self) -> Iterator[Page]:
        """For `agenda_topic.html`: the topics of some workshop."""
        for topic in self._index.topics():
            workshops = in_order(
                w for w in self._agenda.workshops.values()
                if w.theme == topic.theme and not w.is_over
            )  # fmt: skip
            found = [line for line in self._index.lines if _topic_is(line, topic)]
            yield self._page(topic.url, found, workshops, topic=topic, others=self._index.topics())

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
        return self._page(
            self._index.url_of(territory),
            self._index.lines_of(id_),
            self._index.records(id_),
            territory=territory,
            name=_name(territory),
            above=self._links(above),
            inside=self._links(inside),
        )

    def _links(self, territories: Iterable[AnyTerritory]) -> list[tuple[str, str]]:
        """Name and address of the agendas of territories, of those that have one."""
        return [(_name(t), url) for t in territories if (url := self._index.url_of(t))]

    def _page(
        self, url: str, lines: Sequence[SessionLine], records: Sequence[AnyDated] = (), **more: Any
    ) -> Page:
        """A page whose template receives its `url`, `days` (pairs of a day and its lines), `later`
        (the same, folded), how many lines are `left_out`, `has_workshops`, `workshops` (with
        their next dates; none when they are too many for a page), `routes`, and `more`."""
        shown = _whole_days(lines, MOST)
        first = shown if "monday" in more else _whole_days(shown, FIRST)
        known = [record for record in records if isinstance(record, Workshop)]
        workshops = [self._upcoming.workshop(w) for w in known] if len(known) <= MOST else []
        routes = [r for r in records if not isinstance(r, Workshop)]
        mark = blake2b(SessionLines.mark(shown), digest_size=16)
        for workshop in workshops:
            mark.update(self._agenda.mark("workshop", workshop.record.id))
            mark.update(repr(workshop.meetings).encode())
        for route in routes:
            mark.update(self._agenda.mark("route", route.id))
        mark.update(repr((url, len(lines), bool(known), more)).encode())
        variables: Variables = {
            "url": url,
            "days": by_day(first),
            "later": by_day(shown[len(first) :]),
            "left_out": len(lines) - len(shown),
            "has_workshops": bool(known),
            "workshops": workshops,
            "routes": routes,
            **more,
        }
        return Page(file_of(url), mark.digest(), variables)


def _whole_days(lines: Sequence[SessionLine], most: int) -> Sequence[SessionLine]:
    """The first lines, without cutting a day unless it is the first."""
    if len(lines) <= most:
        return lines
    next_day: date = lines[most].meeting.day
    whole = [line for line in lines[:most] if line.meeting.day != next_day]
    return whole or lines[:most]


def _topic_is(line: SessionLine, topic: Topic) -> bool:
    return isinstance(line.record, Workshop) and line.record.theme == topic.theme


def _name(territory: AnyTerritory) -> str:
    return territory.full_name if isinstance(territory, Epci) else territory.nom
