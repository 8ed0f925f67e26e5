"""What the templates of open data receive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from plugins.contracts.shown import TemplateContext

if TYPE_CHECKING:
    from plugins.opendata.formats.export_format import ExportFormat
    from plugins.vocabulary.licences import Licence


class FileLink(NamedTuple):
    """A file to take. `title`: of its format; `address`: from the root of the site."""

    title: str
    address: str


class AreaFiles(NamedTuple):
    """The files of a territory or a label; `page`: address of the page that lists them and those of
    its EPCI, empty where this page does; `losses`: of the report of what they lose, empty where
    there is none."""

    name: str
    places: int
    licence: Licence
    files: Sequence[FileLink]
    page: str = ""
    losses: str = ""


@dataclass(frozen=True, slots=True)
class DownloadsContext(TemplateContext):
    """`/donnees/fichiers/`: what there is to take, and where."""

    TEMPLATE: ClassVar[str] = "downloads.html"

    formats: Sequence[ExportFormat]
    """All formats: what each is for."""
    whole: Sequence[AreaFiles]
    """The whole directory, once for each licence."""
    regions: Sequence[AreaFiles]
    """Those with a place."""
    departements: Sequence[AreaFiles]
    """Idem."""
    labels: Sequence[AreaFiles]
    """Idem."""
    folder: str
    """Address of the folder of all files: «/donnees/v1/»."""


@dataclass(frozen=True, slots=True)
class AreaDownloadsContext(TemplateContext):
    """`/donnees/fichiers/31/`: the files of a département and of its EPCI."""

    TEMPLATE: ClassVar[str] = "area_downloads.html"

    url: str
    """Address of this page."""
    departement: Sequence[AreaFiles]
    """The département, once for each licence."""
    communes: Sequence[FileLink]
    """Its places by commune: for each licence, its title and the address."""
    epcis: Sequence[AreaFiles]
    """Those that have most of their covered communes there, by name."""


class ShownLoss(NamedTuple):
    """A kind of loss. `field`: the title of the field; `examples`: the values lost most often;
    `more`: how many others there are."""

    field: str
    why: str
    is_written: bool
    places: int
    examples: Sequence[str]
    more: int


@dataclass(frozen=True, slots=True)
class LossesContext(TemplateContext):
    """`/donnees/pertes/`: what each format cannot say of the places of the directory."""

    TEMPLATE: ClassVar[str] = "losses.html"

    losses: Sequence[tuple[ExportFormat, Sequence[ShownLoss]]]
    """Every format, with what it loses, the most frequent first."""
    places: int
    """How many places the directory has."""
