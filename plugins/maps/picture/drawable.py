"""What may be drawn in a picture, whatever it is besides."""

from __future__ import annotations

from typing import Protocol


class HasPosition(Protocol):
    """Where something is, in degrees."""

    @property
    def latitude(self) -> float | None:
        """None when it is not known."""

    @property
    def longitude(self) -> float | None:
        """None when it is not known."""


class PointedPlace(HasPosition, Protocol):
    """A place that may be drawn."""

    @property
    def is_approximate(self) -> bool:
        """Its position is not that of its door."""


class LocatedPlace(PointedPlace, Protocol):
    """A place."""

    @property
    def id(self) -> str:
        """Unique among places."""


class ListedPlace(Protocol):
    """A place in the list of a page."""

    @property
    def place(self) -> LocatedPlace:
        """The place itself."""
