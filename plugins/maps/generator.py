"""Pelican side: addresses for the templates, the files of the maps to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.common.errors import BuildError, stop
from plugins.maps.backgrounds import Tiles, VectorTiles, read_background
from plugins.maps.contract import (
    MapCardContext,
    MapGlobals,
    MapShellContext,
    NationalMapContext,
)
from plugins.maps.files import MapFiles, background_page_set, script_page_set
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.map_kinds import KINDS, STYLES, script_path, scripts
from plugins.maps.map_urls import OUTLINES, Maps
from plugins.maps.map_words import words_page_set
from plugins.maps.page import country_page_set
from plugins.maps.picture.picture import Pictures
from plugins.press.plugin import PluginGenerator

if TYPE_CHECKING:
    from plugins.press.press import Press


class MapsGenerator(PluginGenerator):
    """Adds `maps` to the context and the templates; hands the maps' files to the press."""

    FOLDERS = ("/cartes/",)

    def generate_context(self) -> None:
        """Put the addresses at hand before any template is used."""
        press: Press = self.context["press"]
        root = press.site.path
        try:
            self._background = read_background(
                self.settings["MAPS_TILES"], self.settings["MAPS_PMTILES"], OUTLINES
            )
            if isinstance(self._background, Tiles):
                press.policies.allow_images(self._background.url)
        except BuildError as error:
            stop([str(error)])
        except ValueError:
            stop(["MAPS_TILES : « url » doit commencer par https:// et un nom de domaine."])
        self._scripts = {
            script_path(kind, self._background, root, press.program): kind for kind in KINDS
        }
        self._files = MapFiles(
            self.context["places"], self.context["gazetteer"], press.program, root
        )
        loaded = scripts(self._background)
        maps = self.context["maps"] = Maps(
            root,
            press.asset,
            {kind.name: (loaded, STYLES, path) for path, kind in self._scripts.items()},
            self._files.departements,
        )
        press.depend_on(" ".join(self._scripts))
        self._outlines = Outlines.load()
        self._pictures = Pictures(self.context["gazetteer"], self._outlines)
        press.provide(MapGlobals(maps, self._pictures))

    def generate_output(self, writer: object) -> None:
        """Hand the files to the press."""
        press: Press = self.context["press"]
        places, gazetteer = self.context["places"], self.context["gazetteer"]
        show = press.renderer(NationalMapContext)
        press.add(country_page_set(places, gazetteer, self._pictures, show))
        press.add(self._files.points())
        press.add(self._files.cards(press.renderer(MapCardContext)))
        press.add(self._files.shapes(self._outlines))
        press.add(
            words_page_set(
                lambda code: press.renderer(MapShellContext, code)(MapShellContext()),
                press.languages_of(MapShellContext),
                press.site.path,
            )
        )
        press.add(script_page_set(self._scripts, self._background, press.site.path))
        if isinstance(self._background, VectorTiles):
            press.add(background_page_set(self._background))
