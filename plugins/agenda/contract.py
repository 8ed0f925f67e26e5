"""What the templates of the agenda receive; what it gives to all; its settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from plugins.contracts.settings import COUNT, DISTANCE, Setting
from plugins.contracts.shown import TemplateContext, TemplateGlobals

if TYPE_CHECKING:
    from datetime import date

    from plugins.agenda.calendars.subscriptions import Subscriptions
    from plugins.agenda.pages.upcoming import Ahead, Upcoming
    from plugins.agenda.sessions.titles import SessionLine, Whereabouts
    from plugins.gazetteer import Commune, Departement, Epci
    from plugins.records.freshness import Freshness
    from plugins.records.model.label import Label
    from plugins.records.model.parts import Announcement, Source
    from plugins.records.model.place import Place
    from plugins.records.model.route import Route, Stop
    from plugins.records.model.workshop import Workshop
    from plugins.vocabulary.topics import Topic


class ShownStop(NamedTuple):
    """A stop on the page of its route. `rules`: its rhythm, in sentences; `commune_url`: empty when
    the site does not cover its commune."""

    name: str
    anchor: str
    stop: Stop
    where: Whereabouts
    commune_url: str
    rules: list[str]
    lines: list[SessionLine]


class RecordFacts(NamedTuple):
    """What `report` and `sources` of the theme take of a record; `id`: its file, without ending."""

    id: str
    nom: str
    url: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class AgendaGlobals(TemplateGlobals):
    """What pages of other plugins show of the agenda."""

    upcoming: Upcoming
    """Asked for what is coming: `near(commune)`, `at(place)`, `of_territory(territory)`,
    `announced(territory)`, `is_empty`."""
    calendars: Subscriptions
    """Addresses of calendar files and feeds: `of(url of a page)`, `session(occurrence)`."""


@dataclass(frozen=True, slots=True)
class SessionListContext(TemplateContext):
    """What all lists of the agenda receive."""

    url: str
    """Address of the page."""
    days: Sequence[tuple[date, Sequence[SessionLine]]]
    """Lines by day."""
    later: Sequence[tuple[date, Sequence[SessionLine]]]
    """The days after those, folded."""
    left_out: int
    """How many lines are too many for the page."""
    in_one: bool
    """All are in the same commune, that of the page: it is not the title of each."""


@dataclass(frozen=True, slots=True)
class AgendaContext(SessionListContext):
    """`/agenda/`, also when there is nothing."""

    TEMPLATE: ClassVar[str] = "agenda.html"
    TRANSLATED: ClassVar[bool] = True

    has_workshops: bool
    """Whether any workshop is known, be they too many for the page."""
    workshops: Sequence[Ahead]
    """All workshops with their next dates; none when they are too many for a page."""
    routes: Sequence[Route]
    """All routes."""
    weeks: Sequence[tuple[date, str]]
    """Next weeks that have something: Monday and address."""
    topics: Sequence[Topic]
    """Topics of some workshop."""
    departements: Sequence[tuple[str, str]]
    """Name and address of the agendas of départements."""
    epcis: Sequence[tuple[str, str]]
    """Those of EPCI; none when they are too many for a page."""
    communes: Sequence[tuple[str, str]]
    """Those of communes; none when they are too many for a page."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""


@dataclass(frozen=True, slots=True)
class AgendaWeekContext(SessionListContext):
    """A week of the agenda that has something."""

    TEMPLATE: ClassVar[str] = "agenda_week.html"
    TRANSLATED: ClassVar[bool] = True

    monday: date
    """Its first day."""
    last: date
    """Its Sunday."""
    before: str
    """Address of the week before that has something; empty: none."""
    after: str
    """Address of the next week that has something; empty: none."""


@dataclass(frozen=True, slots=True)
class AgendaTopicContext(SessionListContext):
    """A topic of workshops: what one learns, when and where."""

    TEMPLATE: ClassVar[str] = "agenda_topic.html"
    TRANSLATED: ClassVar[bool] = True

    topic: Topic
    """The topic."""
    others: Sequence[Topic]
    """All topics of some workshop, this one too."""
    workshops: Sequence[Ahead]
    """Workshops of the topic with their next dates; none when they are too many for a page."""


@dataclass(frozen=True, slots=True)
class AgendaTerritoryContext(SessionListContext):
    """The agenda of a commune, an EPCI or a département that has something."""

    TEMPLATE: ClassVar[str] = "agenda_territory.html"
    TRANSLATED: ClassVar[bool] = True

    territory: Commune | Epci | Departement
    """The territory."""
    name: str
    """Its name."""
    above: Sequence[tuple[str, str]]
    """Name and address of the agendas of the larger territories."""
    inside: Sequence[tuple[str, str]]
    """Those of the smaller ones."""
    workshops: Sequence[Ahead]
    """Its workshops with their next dates; none when they are too many for a page."""
    routes: Sequence[Route]
    """Its routes."""


@dataclass(frozen=True, slots=True)
class DatedContext(TemplateContext):
    """What the pages of a workshop and of a route have in common."""

    sheet: RecordFacts
    """The record as `report` and `sources` of the theme take it."""
    above: Sequence[tuple[str, str]]
    """Name and address of the agenda of its département, where there is one."""
    labels: Sequence[Label]
    """Its labels that have a record."""
    age: Freshness
    """When somebody vouched for it."""
    announcements: Sequence[Announcement]
    """Messages that are still of use."""
    lines: Sequence[SessionLine]
    """Its next dates, at most so many."""


@dataclass(frozen=True, slots=True)
class WorkshopContext(DatedContext):
    """The page of a workshop, also of one that is over."""

    TEMPLATE: ClassVar[str] = "workshop.html"
    TRANSLATED: ClassVar[bool] = True

    workshop: Workshop
    """The workshop."""
    more: int
    """How many dates come later than `lines`."""
    commune: Commune | None
    """The commune where it is held, where it is known."""
    last: date | None
    """The last day, when the dates come to an end well before the horizon."""
    over_since: date | None
    """The last day of a season that is over."""
    rules: Sequence[str]
    """Its dates as sentences."""
    where: Whereabouts
    """Where it is held, as far as it is known."""
    place: Place | None
    """The place where it is held, when it has a page."""


@dataclass(frozen=True, slots=True)
class RouteContext(DatedContext):
    """The page of a route, also of one that has ended."""

    TEMPLATE: ClassVar[str] = "route.html"
    TRANSLATED: ClassVar[bool] = True

    route: Route
    """The route."""
    departement: Departement
    """The département where it begins."""
    stops: Sequence[ShownStop]
    """Its stops, in their order, with their next dates."""
    map_stops: Sequence[Mapping[str, object]]
    """Stops whose position is known, as the map takes them."""
    territories: Sequence[tuple[str, str]]
    """Name and address of the pages of the territories that it serves."""


SETTINGS = (
    Setting(
        "AGENDA_DAYS",
        COUNT,
        400,
        "How many days after that of the build are computed. 400: a year and a month, so that "
        "whatever the season its last session is known.",
        ("agenda",),
    ),
    Setting(
        "AGENDA_NEAR_KM",
        DISTANCE,
        20,
        "How far from the centre of a commune a workshop is near.",
        ("agenda",),
    ),
)
