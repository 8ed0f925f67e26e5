"""What lies under the places: tiles of another host, or one file of vector tiles of our own."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from struct import unpack_from
from typing import Any, NamedTuple

from plugins.common.errors import BuildError, reason
from plugins.common.fingerprint import content_name

_GZIP = 2
_HEADER = 127
"""Bytes; PMTiles version 3, https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md"""


class Tiles(NamedTuple):
    """Images of another host. `url`: with `{z}`, `{x}`, `{y}`."""

    url: str
    attribution: str
    min_zoom: int
    max_zoom: int


class VectorTiles(NamedTuple):
    """A .pmtiles file that the site publishes.

    `path`: on this machine; `address`: path in the output; `layers`: names of what it draws;
    `max_zoom`: the last that it has, nearer views enlarge it.
    """

    path: Path
    address: str
    attribution: str
    layers: tuple[str, ...]
    max_zoom: int


Background = Tiles | VectorTiles | None
"""None: the outlines of territories only."""


def read_background(tiles: Mapping[str, Any], pmtiles: str, folder: str) -> Background:
    """What the settings MAPS_TILES and MAPS_PMTILES ask for; a .pmtiles file is published in
    `folder`. Raises PressError."""
    if pmtiles:
        return _vector_tiles(Path(pmtiles), folder)
    if not tiles:
        return None
    try:
        found = Tiles(
            str(tiles["url"]),
            str(tiles["attribution"]),
            int(tiles.get("min_zoom", 0)),
            int(tiles.get("max_zoom", 18)),
        )
    except (KeyError, ValueError) as error:
        raise BuildError(
            "MAPS_TILES : il faut « url », « attribution », et des nombres pour « min_zoom » "
            "et « max_zoom »."
        ) from error
    if not all(f"{{{name}}}" in found.url for name in "xyz"):
        raise BuildError(
            "MAPS_TILES : « url » doit contenir {z}, {x} et {y}, par exemple "
            "« https://tuiles.exemple.fr/{z}/{x}/{y}.png »."
        )
    return found


def _vector_tiles(path: Path, folder: str) -> VectorTiles:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BuildError(f"MAPS_PMTILES : « {path} » ne se lit pas : {reason(error)}.") from error
    try:
        about = _metadata(content)
        layers = tuple(sorted(layer["id"] for layer in about["vector_layers"]))
    except (ValueError, KeyError, TypeError, OSError, EOFError) as error:
        raise BuildError(
            f"MAPS_PMTILES : « {path.name} » n'est pas un fichier .pmtiles (version 3) de tuiles "
            "vectorielles."
        ) from error
    mark = content_name(content)
    attribution = str(about.get("attribution") or "")
    return VectorTiles(path, f"{folder}/fond.{mark}.pmtiles", attribution, layers, content[101])


def _metadata(content: bytes) -> dict[str, Any]:
    """What the file says of itself. Raises ValueError (also of JSON), OSError (of gzip)."""
    if content[:8] != b"PMTiles\x03" or len(content) < _HEADER:
        raise ValueError(content[:8])
    start, length = unpack_from("<2Q", content, 24)
    text = content[start : start + length]
    try:
        about = json.loads(gzip.decompress(text) if content[97] == _GZIP else text)
    except zlib.error as error:
        raise ValueError(error) from error
    if not isinstance(about, dict):
        raise ValueError(type(about))
    return about
