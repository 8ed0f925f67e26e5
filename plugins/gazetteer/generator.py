"""Pelican side: build the gazetteer of the covered territories, once, before the records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.gazetteer.area_status import told_area
from plugins.gazetteer.coverage import default_coverage
from plugins.gazetteer.gazetteer import Gazetteer, UnknownTerritoryError
from plugins.gazetteer.pages_of_departements import PagesOfDepartements
from plugins.press import stop
from plugins.press.plugin import PluginGenerator

if TYPE_CHECKING:
    from plugins.press.press import Press


class GazetteerGenerator(PluginGenerator):
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
        self._divide(self.context["gazetteer"])

    def _divide(self, gazetteer: Gazetteer) -> None:
        press: Press = self.context["press"]
        press.division.part_of = PagesOfDepartements(gazetteer).departement_of
        unknown = set(self.settings["PRESS_PART"] or ()) - gazetteer.departements.keys()
        if unknown:
            stop([f"L'annuaire ne couvre pas {told_area(min(unknown))}."])
