"""What the templates of the territories receive."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from plugins.contracts.settings import FOLDER, TEXTS, Setting
from plugins.contracts.shown import TemplateContext

if TYPE_CHECKING:
    from plugins.common.paging import Paging
    from plugins.gazetteer import Commune, Departement, Epci
    from plugins.places.by_commune import CommunePlaces
    from plugins.records.entry import Entry
    from plugins.records.model.label import Label
    from plugins.records.model.network import Network
    from plugins.records.model.place import Place
    from plugins.records.model.territory import Territory
    from plugins.territories.limits import Limit
    from plugins.territories.others.across import HelpAcross
    from plugins.territories.outside import OutsideTerritory


class Nearby(NamedTuple):
    """A place with its distance from the centre of the commune whose page shows it."""

    place: Place
    distance_km: float | None
    """As the crow flies; None when the place's or the commune's position is not known."""
    is_approximate: bool
    """The place's own position is approximate, or not known: that of its commune's centre was
    taken."""


@dataclass(frozen=True, slots=True)
class CommuneContext(TemplateContext):
    """The page of a commune, also of one without any place."""

    TEMPLATE: ClassVar[str] = "commune.html"
    TRANSLATED: ClassVar[bool] = True

    commune: Commune
    """The commune."""
    epci: Epci | None
    """Its group of communes, which an island may lack."""
    departement: Departement
    """Its département."""
    here: Sequence[Nearby]
    """Its places, at most 20, in the order of `plugins.territories.usefulness`; the distance may be
    None."""
    to_complete: Sequence[Nearby]
    """Those of which nothing is known that helps; none where `here` is cut."""
    here_total: int
    """How many it has in all."""
    list_pages: int
    """How many pages the list of all its places has; 0: this page has them all."""
    around: Sequence[Nearby]
    """The nearest places of other communes, in the same order."""
    facets: Sequence[str]
    """What all its places and those around can be narrowed to (`plugins.vocabulary.facets`), in
    order: also what only places that are not on this page have."""
    here_facets: Sequence[str]
    """What the places here can be narrowed to."""
    around_facets: Sequence[str]
    """What the places around can be narrowed to."""
    elsewhere: Mapping[str, Nearby]
    """By word of a need that none of these places states («besoin-demarches»), the nearest that
    does."""
    to_call: Nearby | None
    """The first place of the page that has a telephone."""
    across: Sequence[HelpAcross]
    """Places of other directories, nearer than the farthest place of the page; three at most."""
    limits: Sequence[Limit]
    """What the directory does not cover, nearer than the farthest place of the page."""
    may_be_nearer: bool
    """What it does not cover is nearer than every place of the page."""
    territory: Territory | None
    """What the commune says of itself."""
    shared_url: str
    """Address and fragment of the page of its EPCI, which in other languages says where the nearest
    help is; empty: the commune has such pages of its own."""
    easy_url: str
    """Address of its easy page, or of its place on the one that it shares."""


class PostcodeLink(NamedTuple):
    """Where the places of a postcode begin in the list of a commune; no postcode: the others."""

    postcode: str
    total: int
    url: str


class PostcodeGroup(NamedTuple):
    """Places of one postcode."""

    postcode: str
    shown: Sequence[Nearby]


@dataclass(frozen=True, slots=True)
class CommunePlacesContext(TemplateContext):
    """One page of all the places of a large commune, by postcode."""

    TEMPLATE: ClassVar[str] = "commune_places.html"
    TRANSLATED: ClassVar[bool] = True

    commune: Commune
    """The commune."""
    departement: Departement
    """Its département."""
    url: str
    """Address of this page of the list."""
    groups: Sequence[PostcodeGroup]
    """The places of this page."""
    to_complete: Sequence[Nearby]
    """Those of this page of which nothing is known that helps."""
    facets: Sequence[str]
    """What the places of all pages can be narrowed to."""
    postcodes: Sequence[PostcodeLink]
    """All of them, in order."""
    total: int
    """How many places there are on all pages."""
    first: int
    """Rank among them of the first of this page, from 1."""
    last: int
    """Rank of the last."""
    paging: Paging
    """Where this page stands in the list."""


class CommuneToCall(NamedTuple):
    """A commune in the list of its département: how many open places it has, and the first of them
    that has a telephone, in the order of its page; None when none has."""

    commune: Commune
    total: int
    place: Place | None


@dataclass(frozen=True, slots=True)
class EpciContext(TemplateContext):
    """One page of a group of communes: its places."""

    TEMPLATE: ClassVar[str] = "epci.html"
    TRANSLATED: ClassVar[bool] = True

    epci: Epci
    """The EPCI."""
    url: str
    """Address of this page."""
    paging: Paging
    """Where this page stands among those of the EPCI."""
    departements: Sequence[Departement]
    """Those of its communes."""
    communes: Sequence[tuple[Commune, Sequence[Entry]]]
    """Its covered communes by name, each with its open places: what the picture shows."""
    groups: Sequence[CommunePlaces]
    """The places of this page, by commune."""
    without: Sequence[Commune]
    """Its covered communes without any place."""
    sharing: Sequence[Commune]
    """Those with one record or none, which have no page of their own in other languages."""
    nearest: Callable[[Commune], Sequence[Nearby]]
    """The first places of a commune, then around it, five at most."""
    anchor: Callable[[Commune], str]
    """The fragment that leads to one of those communes."""
    coordination: str
    """Address of the page that says what it does with others; empty: nobody speaks of it."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""


@dataclass(frozen=True, slots=True)
class DepartementContext(TemplateContext):
    """One page of a département: its communes that have places."""

    TEMPLATE: ClassVar[str] = "departement.html"
    TRANSLATED: ClassVar[bool] = True

    departement: Departement
    """The département."""
    url: str
    """Address of this page."""
    paging: Paging
    """Where this page stands among those of the département."""
    epcis: Sequence[Epci]
    """Its EPCI that have a page, by name."""
    communes: Sequence[tuple[Commune, Sequence[Entry]]]
    """Its covered communes by name, each with its open places: what the picture shows."""
    to_call: Sequence[CommuneToCall]
    """The communes of this page, those that have places, each with whom to call."""
    labels: Sequence[Label]
    """Labels of its places, by name."""
    coordination: str
    """Address of the page that says what it does with others; empty: nobody speaks of it."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""


@dataclass(frozen=True, slots=True)
class CommuneListContext(TemplateContext):
    """All communes of a département, by initial."""

    TEMPLATE: ClassVar[str] = "communes.html"
    TRANSLATED: ClassVar[bool] = True

    departement: Departement
    """The département."""
    communes: Sequence[tuple[Commune, Sequence[Entry]]]
    """Its covered communes by name, each with its open places."""


@dataclass(frozen=True, slots=True)
class CoordinationContext(TemplateContext):
    """What an EPCI or a département does with others: charter, posts, money, networks."""

    TEMPLATE: ClassVar[str] = "coordination.html"

    area: Epci | Departement
    """The territory."""
    name: str
    """Its name."""
    url: str
    """Address of this page."""
    steps: Sequence[tuple[str, str]]
    """Breadcrumb: words and address of each page above."""
    territory: Territory | None
    """What it says of itself."""
    networks: Sequence[Network]
    """Networks that act there."""


@dataclass(frozen=True, slots=True)
class OutsideContext(TemplateContext):
    """The page of a territory where the directory lists no place."""

    TEMPLATE: ClassVar[str] = "outside.html"

    territory: OutsideTerritory
    """Its record, its name, its address, the départements of it that are covered."""
    networks: Sequence[Network]
    """Networks that act there."""


@dataclass(frozen=True, slots=True)
class TerritoriesContext(TemplateContext):
    """`/territoires/`."""

    TEMPLATE: ClassVar[str] = "territories.html"
    TRANSLATED: ClassVar[bool] = True

    departements: Sequence[tuple[Departement, int]]
    """Départements, each with its number of open places."""
    epcis: Sequence[Epci]
    """EPCI that say something of themselves, by name."""
    outside: Sequence[OutsideTerritory]
    """Territories without a page of places that say something of themselves, by name."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""


@dataclass(frozen=True, slots=True)
class NetworkContext(TemplateContext):
    """The page of a network of actors."""

    TEMPLATE: ClassVar[str] = "network.html"

    network: Network
    """The network."""
    members: Sequence[Place]
    """Places of the directory that belong to it."""
    territories: Sequence[tuple[str, str]]
    """Name and address of the territories where it acts; no address: no page."""


SETTINGS = (
    Setting(
        "OTHER_DIRECTORIES",
        TEXTS,
        [],
        "Addresses of neighbouring directories made by this program, without final slash; "
        "`annuaire federate` asks them, then pages of communes at the edge show their nearest "
        "places too, and who looks for a commune of theirs is led there.",
        ("cli", "territories"),
    ),
    Setting(
        "OTHERS_DIR",
        FOLDER,
        "autres-annuaires",
        "Folder where `annuaire federate` keeps what they answered; beside the records, and as "
        "worth keeping.",
        ("cli", "territories"),
    ),
)
