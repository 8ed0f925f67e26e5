"""An element of OpenStreetMap, as Overpass gives it, as cells named by its tags."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.common.plain_number import plain_number

ID = "osm_id"
"""Column of its name in OpenStreetMap, «node/123»; only such a list has it."""
_KINDS = ("node", "way", "relation")


def is_element(item: Mapping[str, object]) -> bool:
    """Whether an object is a node, a way or a relation with its tags."""
    return item.get("type") in _KINDS and "id" in item


def element_cells(item: Mapping[str, object]) -> dict[str, str]:
    """Its tags, its name and its point (that of its centre, for a way); {} without any tag: such
    a node is only a corner of a building."""
    tags = item.get("tags")
    if not isinstance(tags, Mapping) or not tags:
        return {}
    cells = {ID: f"{item['type']}/{item['id']}"}
    centre = item.get("center")
    point = centre if isinstance(centre, Mapping) else item
    for axis in ("lat", "lon"):
        degrees = point.get(axis)
        if isinstance(degrees, int | float):
            cells[axis] = plain_number(degrees)
    return cells | {str(key): str(value) for key, value in tags.items()}
