"""What the templates of places and labels receive; the settings of records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.contracts.settings import COUNT, FOLDER, Setting
from plugins.contracts.shown import TemplateContext, TemplateGlobals
from plugins.records.freshness import FRESH_DAYS

if TYPE_CHECKING:
    from plugins.common.paging import Paging
    from plugins.gazetteer import Commune, Departement
    from plugins.gazetteer.areas_covered import AreasCovered
    from plugins.hours import OpeningHours
    from plugins.places.by_commune import CommunePlaces
    from plugins.places.listed_sources import ListedSource
    from plugins.places.neighbours import Neighbour
    from plugins.records.announced.about_label import AboutLabel
    from plugins.records.announced.named_territory import NamedTerritory
    from plugins.records.memory.vanished import Vanished
    from plugins.records.model.label import Label
    from plugins.records.model.place import Place


@dataclass(frozen=True, slots=True)
class PlaceGlobals(TemplateGlobals):
    """What the scripts of pages read of a place."""

    hours_code: Callable[[OpeningHours], str]
    """The dated hours of a place, as js/open-now.js reads them (docs/adr/0004-hours.md)."""
    listed_sources: Callable[[], Sequence[ListedSource]]
    """The lists that records come from, those most cited first: the table of /donnees/."""
    contact_link: Callable[[Place], str]
    """The contact card of an open place, as a `data:` address: the page carries it."""
    areas: AreasCovered
    """What the covered territories are, taken together: how a page asks to choose one."""


@dataclass(frozen=True, slots=True)
class PlaceContext(TemplateContext):
    """The page of a place, also of one that is closed."""

    TEMPLATE: ClassVar[str] = "place.html"
    TRANSLATED: ClassVar[bool] = True

    place: Place
    """The place."""
    commune: Commune
    """The commune whose page shows it: Paris for an arrondissement."""
    departement: Departement
    """The département of that commune."""
    labels: Sequence[Label]
    """The labels of the place that have a record."""
    near: Sequence[Neighbour]
    """The nearest other open places of the commune of which something is known."""
    is_blank: bool
    """Nothing of the record helps (`plugins.records.what_helps`): the page says where to call."""
    has_translation: bool
    """The page exists in the other languages: the place is open and something of it helps."""
    to_call: tuple[Place, float | None] | None
    """Only for such a record: the nearest place that has a telephone, with the distance in
    kilometres where the position of the record is known."""
    left: Vanished | None
    """The row that its list has no more, if that is old enough to be told: `PLACES_LEFT_DAYS`."""


@dataclass(frozen=True, slots=True)
class PlaceListContext(TemplateContext):
    """A list of places: `/lieux/`, a département, a large commune."""

    TEMPLATE: ClassVar[str] = "places.html"
    TRANSLATED: ClassVar[bool] = True

    heading: str
    """Name of the territory; empty on `/lieux/`."""
    steps: Sequence[tuple[str, str]]
    """Breadcrumb: words and address of each page above."""
    url: str
    """Address of this page of the list."""
    departements: Sequence[tuple[Departement, int]]
    """Départements with their number of open places; only on `/lieux/`."""
    communes: Sequence[CommunePlaces]
    """The places of this page, by commune."""
    paging: Paging
    """Where this page stands in the list."""


@dataclass(frozen=True, slots=True)
class LabelContext(TemplateContext):
    """A label: what it is and which places have it."""

    TEMPLATE: ClassVar[str] = "label.html"
    TRANSLATED: ClassVar[bool] = True

    label: Label
    """The label."""
    by_departement: Sequence[tuple[Departement, Sequence[CommunePlaces]]]
    """The open places of this page that have it, by département, then by commune."""
    paging: Paging
    """Where this page stands in the list."""
    announced: Sequence[tuple[NamedTerritory, AboutLabel]] = ()
    """What territories announced of it: on its first page."""
    only_in: Sequence[str] = ()
    """Names of the territories where it exists; empty: everywhere."""


@dataclass(frozen=True, slots=True)
class LabelsContext(TemplateContext):
    """`/labels/`."""

    TEMPLATE: ClassVar[str] = "labels.html"
    TRANSLATED: ClassVar[bool] = True

    labels: Sequence[Label]
    """All labels."""


SETTINGS = (
    Setting(
        "PLACES_DIR",
        FOLDER,
        "places",
        "Folder of the records.",
        ("gazetteer", "places", "press", "quality"),
    ),
    Setting(
        "PLACES_CACHE",
        FOLDER,
        ".cache",
        "Folder where records that were read, and what is computed of them, are kept between "
        "builds.",
        ("opendata", "places", "quality", "search", "territories"),
    ),
    Setting(
        "PLACES_LEFT_DAYS",
        COUNT,
        FRESH_DAYS,
        "Days after which the page of a place says that its row is no longer in its list.",
        ("places",),
    ),
)
