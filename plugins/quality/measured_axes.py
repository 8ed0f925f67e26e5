"""What exists behind the axes of a territory, for the pages of others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plugins.quality.areas import DeskArea
from plugins.quality.charter_axes import Behind
from plugins.quality.views import DeskViews


class MeasuredAxes:
    """Measures when it is asked; only territories with a desk (covered) are measured.

    `areas` by id («departement/17»); `told`: a fingerprint of all that is measured of an area.
    """

    def __init__(
        self,
        areas: Callable[[], Mapping[str, DeskArea]],
        views: Callable[[], DeskViews],
        told: Callable[[DeskArea], bytes],
    ) -> None:
        self._areas = areas
        self._views = views
        self._told = told

    def of(self, identity: str) -> Mapping[str, Behind]:
        """By title of the axis; nothing for a territory that the directory does not cover."""
        area = self._areas().get(identity)
        axes: Sequence[Behind] = self._views().axes(area) if area else ()
        return {axis.title: axis for axis in axes}

    def fingerprint(self, identity: str) -> bytes:
        """Changes with anything that `of` says."""
        area = self._areas().get(identity)
        return self._told(area) if area else b""
