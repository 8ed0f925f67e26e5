"""The one map of the house: folium's model, our templates, our own files.

Stock folium writes a page of inline scripts, ids drawn by lot and files of five other hosts. Here
it writes one script a kind of map, the same bytes at every build, which only states the map:
options, background, layers. Behaviour is in theme/static/js/map.js, data in files of their own.
"""

from __future__ import annotations

from typing import cast

import folium
from branca.element import Figure
from folium.template import Template

from plugins.maps.backgrounds import Background, Tiles, VectorTiles
from plugins.maps.layers import (
    AreaLayer,
    NoImages,
    OutlineLayer,
    PointLayer,
    RouteLayer,
    RuntimeLayer,
    TileImages,
    VectorImages,
)
from plugins.maps.map_kinds import MapKind

SOURCE = "IGN, Admin Express"
"""Whose work the outlines are."""
WIDEST, DEEPEST = 3, 18
"""Zooms: a continent; a street, a metre for two pixels."""


class DirectoryMap(folium.Map):
    """A kind of map: its script sets `window.annuaireMap(element, runtime)`, which makes the map.

    `root`: path under which the site lies. It loads nothing: the page has loaded our own Leaflet
    (`plugins.maps.map_kinds`).
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 (folium's own way)
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template("""
{% macro script(this, kwargs) -%}
const map = L.map(element, {{ this.options|tojavascript }}).setView({{ this.location|tojson }});
map.attributionControl.setPrefix(false);
{%- endmacro %}
""")

    def __init__(self, kind: MapKind, background: Background, root: str = "") -> None:
        super().__init__(
            location=kind.center,
            zoom_start=kind.zoom,
            tiles=None,
            zoom_control=False,  # the runtime makes one whose buttons have words
            minZoom=WIDEST,
            maxZoom=DEEPEST,
            keyboard=True,
            attributionControl=True,
        )
        if isinstance(background, Tiles):
            self.add_child(TileImages(background))
        elif isinstance(background, VectorTiles):
            self.add_child(VectorImages(background, root))
        else:
            self.add_child(NoImages())
        details = {"details": f"{root}/{kind.details}"} if kind.details else {}
        layers: list[RuntimeLayer] = [
            OutlineLayer(className="map-outline", attribution=SOURCE),
            AreaLayer(className="map-area"),
            RouteLayer(),
            # Leaflet's pixels; places at one spot stay together at every zoom.
            PointLayer(radius=60, extent=256, minZoom=WIDEST, maxZoom=DEEPEST, **details),
        ]
        for layer in layers:
            self.add_child(layer)

    def get_name(self) -> str:
        return "map"

    def script(self) -> str:
        """The whole script of this kind of map."""
        figure = cast("Figure", self.get_root())
        figure.render()
        body = "\n".join(part.render().strip() for part in figure.script._children.values())
        lines = "\n".join(f"  {line}" for line in body.splitlines())
        return f"window.annuaireMap = function (element, runtime) {{\n{lines}\n  return map;\n}};\n"
