"""Maps that help: a picture made at build, a map that the reader asks for (docs/adr/0018-maps.md).

Adds `maps` to the context and to every template (`plugins.maps.map_urls.Maps`: addresses of what a
map loads), and `pictures` (`plugins.maps.picture.picture.Pictures`) to templates. Writes
`/cartes/`: the page of the whole directory, the scripts that folium renders, points, cards,
outlines, words. Reads the settings `MAPS_TILES` (the background: `url`, `attribution`, `min_zoom`,
`max_zoom`; default: none, outlines only) and `MAPS_PMTILES` (path of a .pmtiles file that is
published and shown instead; default: none).
"""

from __future__ import annotations


def register() -> None:
    """Connect the generator; imported here so that libraries and commands need no Pelican."""
    from plugins.maps.generator import connect

    connect()
