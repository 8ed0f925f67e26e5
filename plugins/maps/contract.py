"""What the templates of maps receive; what maps give to all; their settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.contracts.settings import TABLE, TEXT, Setting
from plugins.contracts.shown import TemplateContext, TemplateGlobals

if TYPE_CHECKING:
    from plugins.gazetteer import Departement
    from plugins.maps.geometry.projection import Bounds
    from plugins.maps.map_urls import Maps
    from plugins.maps.picture.picture import Picture, Pictures
    from plugins.records.model.place import Place


@dataclass(frozen=True, slots=True)
class MapGlobals(TemplateGlobals):
    """Maps that a reader opens, and pictures drawn at build (docs/adr/0018-maps.md)."""

    maps: Maps
    """Addresses of what a map loads; `components/map.html` asks it."""
    pictures: Pictures
    """Pictures of territories: `commune(commune, listed, across)`, `epci(epci, communes)`,
    `departement(departement, communes)`, None where there is nothing to draw;
    `bounds_of(territory)`, `shape(territory)`."""


@dataclass(frozen=True, slots=True)
class NationalMapContext(TemplateContext):
    """`/cartes/`: the whole directory as text, then as a map."""

    TEMPLATE: ClassVar[str] = "national_map.html"

    departements: Sequence[tuple[Departement, int]]
    """Départements with places, each with its number of open ones."""
    bounds: Bounds | None
    """The first view of the map; None when no position is known."""
    picture: Picture | None
    """What it shows before it is opened; None when no position is known."""


@dataclass(frozen=True, slots=True)
class MapCardContext(TemplateContext):
    """The card of a place alone, for what is chosen on a map and is not in the page."""

    TEMPLATE: ClassVar[str] = "map_card.html"

    place: Place
    """The place."""


@dataclass(frozen=True, slots=True)
class MapShellContext(TemplateContext):
    """What an open map is made of, and its words: a file a language."""

    TEMPLATE: ClassVar[str] = "map_shell.html"
    TRANSLATED: ClassVar[bool] = True


SETTINGS = (
    Setting(
        "MAPS_TILES",
        TABLE,
        {},
        "Background of the maps: `url` of its tiles (`{z}`, `{x}`, `{y}`), `attribution` (whose "
        "work it is), `min_zoom`, `max_zoom`. Asked for only once a reader has opened a map; pages "
        "allow images from that host alone. Empty: outlines only.",
        ("maps",),
    ),
    Setting(
        "MAPS_PMTILES",
        TEXT,
        "",
        "Path of a .pmtiles file (vector tiles) that the site publishes and shows instead of "
        "`MAPS_TILES`: then no other host is asked for anything. The host of the site must answer "
        "`Range` requests.",
        ("maps",),
    ),
)
