"""What a record has from its labels: said once in the record of the label, never copied.

A record that states its own price keeps it, whatever its labels say. Services add up: a label says
that one is helped with something, no record says that one is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from pydantic import PrivateAttr

from plugins.records.model.identity import InDepartement


class Gain(NamedTuple):
    """What one label says of all that have it. `nature`: «label», «programme»…; `prices` and
    `services` in the words of the national lists."""

    nom: str
    nature: str
    url: str
    prices: tuple[str, ...]
    services: tuple[str, ...]


class LabelledRecord(InDepartement):
    """A place, a workshop or a route: it may have labels."""

    _gains: tuple[Gain, ...] = PrivateAttr(())

    if TYPE_CHECKING:  # what the models state, each in the order of its files

        @property
        def labels(self) -> tuple[str, ...]: ...
        @property
        def services(self) -> tuple[str, ...]: ...
        @property
        def frais_a_charge(self) -> tuple[str, ...]: ...

    def gaining(self, gains: Mapping[str, Gain]) -> Self:
        """The same record, which knows what its labels bring (`gains`, by slug)."""
        self._gains = brought(self.labels, gains)
        return self

    @property
    def states_price(self) -> bool:
        """Its own record says what it costs."""
        return bool(self.frais_a_charge)

    @cached_property
    def prices(self) -> tuple[str, ...]:
        """What the person pays, as its record states it, or else as its labels do."""
        if self.states_price:
            return self.frais_a_charge
        return tuple(dict.fromkeys(price for gain in self._gains for price in gain.prices))

    @cached_property
    def prices_from(self) -> tuple[Gain, ...]:
        """The labels that say what it costs; none when its own record does."""
        return () if self.states_price else tuple(gain for gain in self._gains if gain.prices)

    @cached_property
    def services_from(self) -> Mapping[str, Gain]:
        """Services that only a label states, each with the first that does."""
        found: dict[str, Gain] = {}
        for gain in self._gains:
            for service in gain.services:
                if service not in self.services:
                    found.setdefault(service, gain)
        return found

    @cached_property
    def all_services(self) -> tuple[str, ...]:
        """What one is helped with: as its record states it, then as its labels do."""
        return (*self.services, *self.services_from)


def brought(labels: tuple[str, ...], gains: Mapping[str, Gain]) -> tuple[Gain, ...]:
    """What these labels bring, in their order."""
    return tuple(gains[slug] for slug in labels if slug in gains)
