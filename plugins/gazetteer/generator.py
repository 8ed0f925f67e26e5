"""Pelican side: build the gazetteer of the covered territories, once, before the records."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.gazetteer.coverage import default_coverage
from plugins.gazetteer.gazetteer import Gazetteer, UnknownTerritoryError
from plugins.press import stop


class GazetteerGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Adds `gazetteer` to the context."""

    def generate_context(self) -> None:
        """Load the codes of ``TERRITORIES_COVERED``; stop when one names no territory."""
        codes = self.settings["TERRITORIES_COVERED"]
        if codes is None:
            codes = default_coverage(Path(self.settings["PLACES_DIR"]))
        try:
            self.context["gazetteer"] = Gazetteer.load(codes)
        except UnknownTerritoryError as error:
            stop([str(error)])


def set_defaults(pelican: Pelican) -> None:
    """Give the settings that this plugin reads their default values."""
    pelican.settings.setdefault("TERRITORIES_COVERED", None)
    pelican.settings.setdefault("PLACES_DIR", "places")


def get_generators(pelican: Pelican) -> type[GazetteerGenerator]:
    """Name the generator to Pelican."""
    return GazetteerGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(set_defaults)
    signals.get_generators.connect(get_generators)
