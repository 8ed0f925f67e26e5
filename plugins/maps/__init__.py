"""Maps that help: a picture made at build, a map that the reader asks for (docs/adr/0018-maps.md).

Adds `maps` to the context and to every template (`plugins.maps.map_urls.Maps`: addresses of what a
map loads), and `pictures` (`plugins.maps.picture.picture.Pictures`) to templates. Writes
`/cartes/`: the page of the whole directory, the scripts that folium renders, points (`points`),
cards (`cards`), outlines (`geometry.shapes`), words (`map_words`): these modules say what their
files hold. Reads `gazetteer` and `places` in the context, the settings `MAPS_TILES` and
`MAPS_PMTILES`: what lies under the places.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.maps.generator import MapsGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(MapsGenerator)
