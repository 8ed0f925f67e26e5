"""The kinds of map, and the files that each loads; known without loading folium."""

from __future__ import annotations

from typing import NamedTuple

from plugins.common.fingerprint import content_name
from plugins.maps.backgrounds import Background, VectorTiles
from plugins.maps.map_urls import FOLDER, FRANCE, POINTS

SCRIPTS = ("vendor/leaflet/leaflet.js", "vendor/supercluster/supercluster.min.js")
VECTOR_SCRIPTS = ("vendor/protomaps-leaflet/protomaps-leaflet.js",)
STYLES = ("vendor/leaflet/leaflet.css", "map.css")
"""Files of theme/static."""


class MapKind(NamedTuple):
    """A kind of map.

    `center`: latitude, longitude and `zoom`: the view when the page gives no bounds; `details`:
    address of the points of a département, where those of the whole country say less.
    """

    name: str
    center: tuple[float, float]
    zoom: int
    details: str = ""


KINDS = (
    MapKind("territoire", (46.6, 2.4), 6),
    MapKind(FRANCE, (46.6, 2.4), 5, f"{POINTS}/{{departement}}.json"),
)


def script_path(kind: MapKind, background: Background, root: str, program: str) -> str:
    """Path in the output of the script of a kind of map: the mark in its name stands for all that
    it is made of. `root`: path of the site; `program`: fingerprint of our code."""
    under = tuple(background or ())
    if isinstance(background, VectorTiles):
        under = under[1:]  # not where the file lies on this machine
    made_of = repr((kind, under, root, program))
    mark = content_name(made_of.encode())
    return f"{FOLDER}/{kind.name}.{mark}.js"


def scripts(background: Background) -> tuple[str, ...]:
    """Files of the theme that run before the script of a kind of map."""
    return SCRIPTS + (VECTOR_SCRIPTS if isinstance(background, VectorTiles) else ())
