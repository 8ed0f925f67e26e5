"""Pelican side: addresses for the templates, the files of the maps to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.maps.addresses import Maps

if TYPE_CHECKING:
    from plugins.press.press import Press


class MapsGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Adds `maps` to the context and the templates; hands the maps' files to the press."""

    def generate_context(self) -> None:
        """Put the addresses at hand before any template is used."""
        press: Press = self.context["press"]
        places, gazetteer = self.context["places"], self.context["gazetteer"]
        departements = {*gazetteer.departements, *places.by_departement}
        self.maps = Maps(press.site.path, press.asset, {}, departements)
        self.context["maps"] = press.environment.globals["maps"] = self.maps
        # PIC: press.environment.globals["picture"] = … here.

    def generate_output(self, writer: object) -> None:
        """Hand the files to the press."""


def set_defaults(pelican: Pelican) -> None:
    """Give the settings that this plugin reads their default values."""
    pelican.settings.setdefault("MAPS_TILES", {})
    pelican.settings.setdefault("MAPS_PMTILES", "")


def get_generators(pelican: Pelican) -> type[MapsGenerator]:
    """Name the generator to Pelican."""
    return MapsGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(set_defaults)
    signals.get_generators.connect(get_generators)
