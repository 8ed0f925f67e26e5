"""A place where people get help: what its file says (`fields`), and what is computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from pydantic import PrivateAttr

from plugins.common.plain_number import plain_number
from plugins.records.freshness import Freshness, freshness, old_from
from plugins.records.model.fields import PlaceFields
from plugins.records.model.identity import Dialled
from plugins.records.model.parts import Source
from plugins.vocabulary.facets import facets_of
from plugins.vocabulary.needs import Need, needs_met
from plugins.vocabulary.prices import Fees, fees_of
from plugins.vocabulary.typologie import HELP_DESKS

if TYPE_CHECKING:
    from plugins.hours import Calendar, OpeningHours


class Point(NamedTuple):
    """Degrees, WGS84."""

    latitude: float
    longitude: float

    @property
    def texts(self) -> tuple[str, str]:
        """Both as a text of digits."""
        return plain_number(self.latitude), plain_number(self.longitude)


class Place(Dialled, PlaceFields):
    """One place. French fields are what its file says; English properties are computed."""

    _calendar: Calendar | None = PrivateAttr(None)

    @classmethod
    def from_tree(
        cls,
        tree: Mapping[str, Any],
        identity: str,
        calendar: Calendar | None = None,
    ) -> Self:
        """The place that a read record (`plugins.records.reading.reader`) states, called `identity`
        («31/mairie»).

        `calendar` is that of its département (`Calendar.of`): only `opening_hours` needs it.

        Raises:
            pydantic.ValidationError: the shape is wrong; `reading.explain` says it in French.
        """
        place = super().from_tree(tree, identity)
        place._calendar = calendar
        return place

    @cached_property
    def point(self) -> Point | None:
        """Where it stands, when both coordinates are known."""
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)

    @property
    def is_approximate(self) -> bool:
        """Nobody knows exactly where it stands: its record says so, or gives no point."""
        return self.position is not None or self.point is None

    @property
    def has_address(self) -> bool:
        """Its record gives a street, or what stands for one."""
        return self.adresse is not None

    @property
    def lacks_address(self) -> bool:
        """One cannot go there without asking where it is."""
        return self.is_approximate and not self.has_address and not self.is_itinerant

    @cached_property
    def exact_point(self) -> Point | None:
        """Where its door is: what machines that lead people there may be given."""
        return None if self.is_approximate else self.point

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What a resident can come for, in plain words."""
        return needs_met(self.all_services, self.equipements, self.modalites_accompagnement)

    @cached_property
    def facets(self) -> tuple[str, ...]:
        """What a list can be narrowed to and keep this place (`plugins.vocabulary.facets`)."""
        return facets_of(self)

    @cached_property
    def fees(self) -> Fees:
        """What it costs: "mixed" where some things are free and others are not."""
        return fees_of(self.prices)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Where its facts come from, the newest first."""
        return tuple(sorted(self.source, key=lambda s: s.date or date.min, reverse=True))

    @property
    def is_closed(self) -> bool:
        """Closed for good; the page stays."""
        return self.ferme_le is not None

    @property
    def is_itinerant(self) -> bool:
        """It moves: a bus, an adviser on a route."""
        return "Itinérant" in self.itinerance

    def freshness(self, on: date) -> Freshness:
        """How old these facts are on the day `on`, the day of the build."""
        dates = [s.date for s in self.source if s.date is not None]
        return freshness(self.verifie_le, self.date_maj or max(dates, default=None), on)

    @property
    def old_from(self) -> date | None:
        """The day from which nobody has checked for two years; None: nobody knows when they did."""
        return old_from(self.freshness(date.min).date)

    @property
    def received_hours(self) -> str:
        """Hours as a source gave them and nobody could read; its English comments in French."""
        return _readable(self.horaires_brut or "")

    @property
    def unread_hours(self) -> str:
        """The same in one line, where nothing else is known: it is shown as such."""
        if not self.horaires_brut or not self.help_hours.week.is_unknown:
            return ""
        return _readable(" ".join(self.horaires_brut.split()))

    @cached_property
    def opening_hours(self) -> OpeningHours:
        """The week of the building, its dated exceptions and the holidays of its département.

        Raises:
            plugins.hours.HoursError: the text cannot be understood (the checks refuse it).
            ValueError: the place was made without its calendar.
        """
        return self._week_of(self.horaires or "")

    @cached_property
    def permanence_hours(self) -> OpeningHours | None:
        """When a person is there to help, where that is not whenever the place is open; raises as
        `opening_hours`. On a day that it does not name, nobody is there."""
        return self._week_of(self.permanence, is_permanence=True) if self.permanence else None

    @property
    def helps_by_permanence(self) -> bool:
        """One comes for the permanence, whether or not the door is open; not where the place itself
        is there to help and says when it is open."""
        is_desk = self.horaires is not None and HELP_DESKS.intersection(self.typologie)
        return self.permanence is not None and not is_desk

    @property
    def help_hours(self) -> OpeningHours:
        """When one can come and be helped: the permanence, or else while the place is open. What
        says «ouvert maintenant», and lists, speak of these."""
        permanence = self.permanence_hours if self.helps_by_permanence else None
        return permanence or self.opening_hours

    def _week_of(
        self, typed: str | Mapping[str, str], *, is_permanence: bool = False
    ) -> OpeningHours:
        from plugins.hours import OpeningHours, State, read_hours  # late: many uses need no hours

        calendar = self._calendar
        if calendar is None:
            raise ValueError(f"{self.id}: no calendar was given to Place.from_tree")
        unsaid = State.CLOSED if is_permanence else State.UNKNOWN
        exceptions = [exception.hours for exception in self.exceptions]
        week = read_hours(typed, unsaid=unsaid)
        return OpeningHours(week, exceptions, calendar, is_permanence=is_permanence)


def _readable(text: str) -> str:
    from plugins.hours import say_comments  # imported late: many uses need no hours

    return say_comments(text)
