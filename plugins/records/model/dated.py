"""What workshops and routes have in common: their status, their cancellations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from plugins.records.model.identity import Dialled, InDepartement
from plugins.records.model.shared import Motif
from plugins.records.model.types import IsoDate, StrictModel

Device = Literal["ordinateur", "telephone", "tablette", "autre", "aucun"]
"""What one works on: the list of the Coop numérique."""


DatedKind = Literal["workshop", "route"]


class Cancellation(StrictModel):
    """Sessions that do not take place; they stay visible, as cancelled."""

    date: IsoDate = Field(
        title="Date",
        description="Le jour de la séance annulée.",
        examples=["2027-01-05"],
    )
    jusqu_au: IsoDate | None = Field(
        None,
        title="Jusqu'au",
        description="Le dernier jour, quand toutes les séances de plusieurs jours sont annulées.",
        examples=["2027-01-16"],
    )
    motif: Motif = None

    @property
    def days(self) -> int:
        """How many days it lasts, at least one."""
        return max(1, ((self.jusqu_au or self.date) - self.date).days + 1)


class DatedRecord(Dialled, InDepartement):
    """A workshop or a route. Its path is its identity."""

    kind: ClassVar[DatedKind]

    ACTIVE: ClassVar[tuple[str, ...]]
    """The values of `statut` with which its dates take place."""

    OVER: ClassVar[str]
    """The value of `statut` with which nothing is to come."""

    if TYPE_CHECKING:

        @property
        def statut(self) -> str: ...

    @property
    def is_active(self) -> bool:
        """Its dates take place: neither only studied nor suspended nor over."""
        return self.statut in self.ACTIVE

    @property
    def is_over(self) -> bool:
        """Nothing is to come."""
        return self.statut == self.OVER
