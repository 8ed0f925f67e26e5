"""What the templates of the needs receive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.contracts.shown import TemplateContext

if TYPE_CHECKING:
    from plugins.common.paging import Paging
    from plugins.gazetteer import Departement
    from plugins.places.by_commune import CommunePlaces
    from plugins.vocabulary.needs import Need


@dataclass(frozen=True, slots=True)
class NeedsContext(TemplateContext):
    """`/besoins/`."""

    TEMPLATE: ClassVar[str] = "needs.html"
    TRANSLATED: ClassVar[bool] = True

    needs: Sequence[Need]
    """The five needs."""


@dataclass(frozen=True, slots=True)
class NeedContext(TemplateContext):
    """What a need means, then where it is answered."""

    TEMPLATE: ClassVar[str] = "need.html"
    TRANSLATED: ClassVar[bool] = True

    need: Need
    """The need."""
    departements: Sequence[tuple[Departement, int]]
    """Départements with places that answer it, each with their number."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""


@dataclass(frozen=True, slots=True)
class NeedListContext(TemplateContext):
    """The places of a département that answer a need."""

    TEMPLATE: ClassVar[str] = "need_list.html"
    TRANSLATED: ClassVar[bool] = True

    need: Need
    """The need."""
    departement: Departement
    """The département."""
    url: str
    """Address of this page of the list."""
    communes: Sequence[CommunePlaces]
    """The places of this page by commune."""
    paging: Paging
    """Where this page stands in the list."""
