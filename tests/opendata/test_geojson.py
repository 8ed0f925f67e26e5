"""GeoJSON: what RFC 7946 asks for, whatever the place."""

import json
from typing import Any

from geojson_pydantic import FeatureCollection

from plugins.opendata.formats.geojson import GEOJSON
from tests.support.exports import written
from tests.support.places import full_place, place


def read(content: bytes) -> dict[str, Any]:
    FeatureCollection.model_validate_json(content)
    found: dict[str, Any] = json.loads(content)
    return found


def test_a_file_without_places_is_whole():
    assert read(written(GEOJSON, []))["features"] == []


def test_longitude_comes_first_and_an_unknown_place_is_not_left_out():
    read_back = read(written(GEOJSON, [full_place(), place()]))
    known, unknown = read_back["features"]
    assert known["geometry"] == {"type": "Point", "coordinates": [1.51, 43.53]}
    assert unknown["geometry"] is None
    assert read_back["licence"] == "Licence Ouverte 2.0"


def test_letters_stay_letters():
    content = written(GEOJSON, [place(nom="Médiathèque « L'Œil »")])
    assert "Médiathèque « L'Œil »".encode() in content
