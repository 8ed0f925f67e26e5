"""What workshops and routes have in common: who needs both asks here, and not which one it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, Protocol

from pydantic import Field

from plugins.records.freshness import Freshness, freshness
from plugins.records.model.identity import Dialled
from plugins.records.model.labelled import LabelledRecord
from plugins.records.model.parts import Announcement, Source
from plugins.records.model.shared import Motif
from plugins.records.model.types import IsoDate, StrictModel
from plugins.records.revision import Revision, revision

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


class DatedStop(Protocol):
    """Where one comes: a stop of a route, or a workshop itself, which has but one."""

    @property
    def lieu(self) -> str | None: ...
    @property
    def commune(self) -> str | None: ...
    @property
    def code_insee(self) -> str | None: ...
    @property
    def adresse(self) -> str | None: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def spot(self) -> str:
        """Where in its commune, in the record's own words; empty when it does not say."""


class Timetable(NamedTuple):
    """When one comes to a stop, as typed. `departement`: its code, whose holidays count."""

    departement: str
    usual: tuple[str, ...]
    added: tuple[str, ...]
    """Sessions in addition to the usual ones."""
    cancellations: tuple[Cancellation, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines of dates."""
        return (*self.usual, *self.added)


class DatedRecord(Dialled, LabelledRecord):
    """A workshop or a route. Its path is its identity.

    A route comes to stops that have names; a workshop has one stop, called «».
    """

    kind: ClassVar[DatedKind]

    ACTIVE: ClassVar[tuple[str, ...]]
    """The values of `statut` with which its dates take place."""

    OVER: ClassVar[str]
    """The value of `statut` with which nothing is to come."""

    if TYPE_CHECKING:  # what both models state, each in the order of its files

        @property
        def stops(self) -> Mapping[str, DatedStop]:
            """In order, by what names them in addresses and calendars."""

        @property
        def timetable(self) -> Mapping[str, Timetable]:
            """Of each of its stops, by the same names."""

        @property
        def statut(self) -> str: ...
        @property
        def nature(self) -> str | None: ...
        @property
        def presentation(self) -> str | None: ...
        @property
        def services(self) -> tuple[str, ...]: ...
        @property
        def publics_specifiquement_adresses(self) -> tuple[str, ...]: ...
        @property
        def frais_a_charge(self) -> tuple[str, ...]: ...
        @property
        def a_apporter(self) -> tuple[str, ...]: ...
        @property
        def langues(self) -> tuple[str, ...]: ...
        @property
        def telephone(self) -> tuple[str, ...]: ...
        @property
        def courriels(self) -> tuple[str, ...]: ...
        @property
        def labels(self) -> tuple[str, ...]: ...
        @property
        def territoires(self) -> tuple[str, ...]: ...
        @property
        def annulations(self) -> tuple[Cancellation, ...]: ...
        @property
        def dates_confirmees(self) -> str | None: ...
        @property
        def annonces(self) -> tuple[Announcement, ...]: ...
        @property
        def verifie_le(self) -> date | None: ...
        @property
        def date_maj(self) -> date | None: ...
        @property
        def source(self) -> tuple[Source, ...]: ...

    @property
    def topic(self) -> str:
        """What one learns, in words; empty where one learns nothing in particular."""
        return ""

    @property
    def registration(self) -> str | None:
        """Whether one must register, when that is said."""
        return None

    @property
    def price(self) -> str | None:
        """The exact price, when there is one."""
        return None

    @property
    def national_services(self) -> tuple[str, ...]:
        """What one is helped with, in the words of the national list."""
        return self.services

    @property
    def dated_territories(self) -> tuple[str, ...]:
        """Territories («epci/243100633») that show its dates, beside those where its stops are."""
        return ()

    @property
    def is_active(self) -> bool:
        """Its dates take place: neither only studied nor suspended nor over."""
        return self.statut in self.ACTIVE

    @property
    def is_unconfirmed(self) -> bool:
        """Who organises it has not confirmed its dates."""
        return self.dates_confirmees == "non"

    @property
    def is_over(self) -> bool:
        """Nothing is to come."""
        return self.statut == self.OVER

    def name_at(self, stop: str) -> str:
        """What people call it at one of its stops: «Bus France services, Labège»."""
        return f"{self.name}, {self.stops[stop].commune}" if stop else self.name

    def freshness(self, on: date) -> Freshness:
        """How old these facts are on the day `on`, the day of the build."""
        return freshness(self.verifie_le, self.date_maj, on)

    def revision(self, stop: str = "") -> Revision:
        """SEQUENCE and LAST-MODIFIED of the calendar of one stop."""
        times = self.timetable[stop]
        cancelled = sum(cancellation.days for cancellation in times.cancellations)
        return revision(self.verifie_le, self.date_maj, cancelled + len(times.added))
