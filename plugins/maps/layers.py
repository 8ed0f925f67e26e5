"""What is drawn on a map: elements of folium, each a call to the runtime of the page.

Their names are fixed, so that the same map is the same text at every build. What each call is
given, and what it does, is said in theme/static/js/map.js.
"""

from __future__ import annotations

from typing import Any

import folium
from folium.map import Layer
from folium.template import Template
from markupsafe import escape

from plugins.maps.backgrounds import Tiles, VectorTiles


class RuntimeLayer(Layer):
    """Something that the runtime draws: `runtime.<call>(map, options)`."""

    call: str
    _template = Template("""
{% macro script(this, kwargs) -%}
runtime.{{ this.call }}(map, {{ this.options|tojson }});
{%- endmacro %}
""")

    def __init__(self, **options: Any) -> None:
        super().__init__(name=self.call, overlay=True, control=False, show=False)
        self.options = options

    def get_name(self) -> str:
        return self.call


class OutlineLayer(RuntimeLayer):
    """Outlines of territories, where the background does not come."""

    call = "outlines"


class AreaLayer(RuntimeLayer):
    """The outline of the territory that the page is about."""

    call = "area"


class RouteLayer(RuntimeLayer):
    """Numbered stops: those of the page."""

    call = "round"


class PointLayer(RuntimeLayer):
    """Places, several together where they stand close. Options: supercluster's, and `details`."""

    call = "points"


class TileImages(folium.TileLayer):
    """Images of another host, asked for once the reader has opened the map."""

    _template = Template("""
{% macro script(this, kwargs) -%}
const background = L.tileLayer({{ this.tiles|tojson }}, {{ this.options|tojavascript }});
runtime.background(map, background);
{%- endmacro %}
""")

    def __init__(self, tiles: Tiles) -> None:
        super().__init__(
            tiles.url,
            min_zoom=0,
            max_native_zoom=tiles.max_zoom,
            max_zoom=tiles.max_zoom,
            attr=str(escape(tiles.attribution)),
            name="background",
            control=False,
            show=False,  # the runtime adds it, and watches whether it comes
        )

    def get_name(self) -> str:
        return "background"


class NoImages(RuntimeLayer):
    """No background: the runtime draws the outlines at once."""

    call = "background"
    _template = Template("""
{% macro script(this, kwargs) -%}
runtime.background(map, null);
{%- endmacro %}
""")


class VectorImages(Layer):
    """A background drawn in the page from our own .pmtiles file, in the colours of the theme.

    Layers of the usual Protomaps basemap get its own drawing; those of an administrative background
    (régions, départements, communes, named points) get ours.
    """

    _template = Template("""
{% macro script(this, kwargs) -%}
const colour = (name) => getComputedStyle(element).getPropertyValue(name).trim();
const {theme} = document.documentElement.dataset;
const dark = theme ? theme === "sombre" : matchMedia("(prefers-color-scheme: dark)").matches;
{%- if this.is_basemap %}
const drawing = {flavor: dark ? "dark" : "light", lang: "fr"};
{%- else %}
const {PolygonSymbolizer, LineSymbolizer, CenteredTextSymbolizer} = protomapsL;
const line = (name, width) => new LineSymbolizer({color: colour(name), width});
const land = new PolygonSymbolizer({fill: colour("--card")});
const label = new CenteredTextSymbolizer({
  labelProps: ["nom", "name"], fill: colour("--ink-soft"), stroke: colour("--card"), width: 2,
  font: "14px system-ui, sans-serif",
});
const people = (_, feature) => Number(feature.props.pop || 0);
const drawing = {
  backgroundColor: colour("--sunk"),
  paintRules: [
    {% for name in this.lands %}{dataLayer: {{ name|tojson }}, symbolizer: land},
    {% endfor -%}
    {% for name, ink, width, zoom in this.lines -%}
    {dataLayer: {{ name|tojson }}, minzoom: {{ zoom }},
     symbolizer: line({{ ink|tojson }}, {{ width }})},
    {% endfor -%}
  ],
  labelRules: [
    {% for name in this.names -%}
    {dataLayer: {{ name|tojson }}, symbolizer: label,
     filter: (zoom, feature) => people(zoom, feature) > 3e6 / 3 ** (zoom - 3),
     sort: (a, b) => (b.pop || 0) - (a.pop || 0)},
    {% endfor -%}
  ],
};
{%- endif %}
const background = protomapsL.leafletLayer({
  url: {{ this.url|tojson }}, attribution: {{ this.attribution|tojson }},
  maxDataZoom: {{ this.max_zoom }}, ...drawing,
});
runtime.background(map, background);
{%- endmacro %}
""")

    def __init__(self, tiles: VectorTiles, root: str) -> None:
        super().__init__(name="background", control=False, show=False)
        self.url = f"{root}/{tiles.address}"
        self.attribution = str(escape(tiles.attribution))
        self.max_zoom = tiles.max_zoom
        self.is_basemap = {"roads", "water"} <= set(tiles.layers)
        self.lands = [name for name in tiles.layers if name == "regions"]
        self.lines = [
            (name, ink, width, zoom)
            for prefix, ink, width, zoom in _BORDERS
            for name in tiles.layers
            if name.startswith(prefix)
        ]
        self.names = [name for name in tiles.layers if name == "lieux"]

    def get_name(self) -> str:
        return "background"


_BORDERS = (
    ("communes", "--line", 1, 9),
    ("departements", "--line-strong", 1, 3),
    ("regions", "--line-strong", 2, 3),
)
"""Beginning of a layer's name, colour of the theme, width in px, first zoom."""
