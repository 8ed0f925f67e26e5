"""What the templates of charters, coordinations and documents receive."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.contracts.shown import TemplateContext, TemplateGlobals

if TYPE_CHECKING:
    from plugins.commitments.coordinations import Coordinated
    from plugins.commitments.documents_cited import CitedDocument
    from plugins.commitments.plans import MeasuredPlan, TerritoryFigure
    from plugins.commitments.signatories import Signatory
    from plugins.commitments.totals import PrintedTotal
    from plugins.maps.picture.picture import Picture
    from plugins.records.model.network import Network
    from plugins.records.model.territory import TitledText


@dataclass(frozen=True, slots=True)
class CommitmentGlobals(TemplateGlobals):
    """Where the pages are that only some directories have."""

    commitment_pages: Collection[str] = ()
    """Addresses of these pages: `/charte/`, `/ctin/`, `/documents/`; a link is shown where the page
    exists."""


@dataclass(frozen=True, slots=True)
class ChartersContext(TemplateContext):
    """`/charte/`: who signed, the plans, the figures."""

    TEMPLATE: ClassVar[str] = "charters.html"

    signatories: Sequence[Signatory]
    """Those whose record has a charter, in the order of the table."""
    picture: Picture | None
    """The country with a number for each."""
    names: Mapping[str, Sequence[Signatory]]
    """The names of the charter, as printed, each with those whose document prints it."""
    actions: Sequence[TitledText]
    """What the charter supports, each once."""
    plans: Sequence[MeasuredPlan]
    """The plans of territories."""
    figures: Sequence[TerritoryFigure]
    """Printed figures, by date; the same one told by several territories once."""


@dataclass(frozen=True, slots=True)
class CoordinationsContext(TemplateContext):
    """`/ctin/`: who coordinates, with what means."""

    TEMPLATE: ClassVar[str] = "coordinations.html"

    coordinations: Sequence[Coordinated]
    """Those of the most territories first."""
    networks: Sequence[Network]
    """Networks of people who help."""
    totals: Sequence[PrintedTotal]
    """Totals that documents print, with the shares of territories."""
    number: Callable[[int], str]
    """A whole number as French writes it."""


@dataclass(frozen=True, slots=True)
class DocumentsContext(TemplateContext):
    """`/documents/`: each document with what rests on it."""

    TEMPLATE: ClassVar[str] = "documents.html"

    documents: Sequence[CitedDocument]
    """By date, those without one last."""
