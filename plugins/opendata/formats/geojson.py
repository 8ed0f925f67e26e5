"""GeoJSON (RFC 7946): a feature a place, longitude first, WGS84; a place of unknown position has a
null geometry (section 3.2), it is not left out. Its properties are the row of `flat`."""

from __future__ import annotations

from typing import Any

from plugins.opendata.formats.export_format import (
    Carried,
    ExportFormat,
    Surroundings,
    around_features,
    json_bytes,
)
from plugins.opendata.formats.flat import carry_flat
from plugins.records.model.place import Place


def _carry(place: Place, around: Surroundings) -> Carried:
    (row,), lost = carry_flat(place, around)
    properties = {name: row[name] for name in row if name not in ("latitude", "longitude")}
    point = place.point and [place.point.longitude, place.point.latitude]
    feature: dict[str, Any] = {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": point} if point else None,
        "properties": properties,
    }
    return Carried((feature,), lost)


GEOJSON = ExportFormat(
    name="geojson",
    file=".geojson",
    media_type="application/geo+json",
    title="GeoJSON",
    purpose="Pour dessiner une carte : uMap, QGIS.",
    carry=_carry,
    encode=json_bytes,
    around=around_features,
    reads_back=True,
    everywhere=True,
)
