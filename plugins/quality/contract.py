"""What the templates of the desk receive."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from plugins.contracts.shown import TemplateContext

if TYPE_CHECKING:
    from plugins.common.paging import Paging
    from plugins.quality.area_numbers import AreaNumbers
    from plugins.quality.areas import DeskArea
    from plugins.quality.charter_axes import Behind
    from plugins.quality.computed.commune_lines import DeskCommune
    from plugins.quality.computed.place_lines import Age, Fact, PlaceLine
    from plugins.quality.computed.questions import Question
    from plugins.quality.desk import AreaTable
    from plugins.quality.plans.white_areas import WhitePlan
    from plugins.records.model.territory import Territory
    from plugins.vocabulary.needs import Need


class DeskWords(NamedTuple):
    """How the pages of the desk say numbers and facts (`plugins.quality.said_numbers`,
    `plugins.quality.computed.place_lines`)."""

    number: Callable[[int], str]
    percent: Callable[[int, int], str]
    counted: Callable[..., str]
    decimal: Callable[[float, int], str]
    kilometres: Callable[[float | None], str]
    ages: Mapping[Age, str]
    facts: Mapping[Fact, str]


class AreaRow(NamedTuple):
    """A territory in the list of all desks."""

    area: DeskArea
    numbers: AreaNumbers


@dataclass(frozen=True, slots=True)
class DeskContext(TemplateContext):
    """The desk of an EPCI or a département."""

    TEMPLATE: ClassVar[str] = "desk.html"

    area: DeskArea
    """The territory: `name`, `url`, addresses of its tables and of its sheet."""
    above: Sequence[tuple[str, str]]
    """Name and address of the desks of its département, for an EPCI."""
    table: AreaTable
    """Its lines and sums."""
    far: Sequence[DeskCommune]
    """Communes whose people are the most and the farthest from help."""
    without: Sequence[DeskCommune]
    """Communes without any place that are named on the page."""
    plans: Sequence[tuple[Need, WhitePlan]]
    """The plan of white areas of each need; none where nobody knows where the territory is."""
    territory: Territory | None
    """What the territory says of itself."""
    coordination: str
    """Address of the page that says the same at length; empty: nobody speaks of it."""
    axes: Sequence[Behind]
    """The axes of the charter and of the plan."""
    has_charter: bool
    """The territory's own record states a charter."""
    said: DeskWords
    """How numbers are said."""


@dataclass(frozen=True, slots=True)
class DeskIndexContext(TemplateContext):
    """`/qualite/`: all desks."""

    TEMPLATE: ClassVar[str] = "desks.html"

    departements: Sequence[tuple[AreaRow, Sequence[AreaRow]]]
    """Every département with the EPCI that have most of their covered communes there, by name."""
    said: DeskWords
    """How numbers are said."""


class CallRow(NamedTuple):
    """A place to call. `rank`: from 1 in the whole list; `questions`: the three to ask."""

    rank: int
    line: PlaceLine
    questions: Sequence[Question]


@dataclass(frozen=True, slots=True)
class CallSheetContext(TemplateContext):
    """A sheet «à appeler ce mois-ci»: twenty places, one side of A4."""

    TEMPLATE: ClassVar[str] = "call_sheet.html"

    area: DeskArea
    """The territory."""
    above: Sequence[tuple[str, str]]
    """Name and address of the desks of its département, for an EPCI."""
    url: str
    """Address of this sheet."""
    paging: Paging
    """Which of the sheets this is."""
    rows: Sequence[CallRow]
    """The places of this sheet."""
    total: int
    """How many places are to be called in all, on these sheets or later."""
    said: DeskWords
    """How numbers are said."""
