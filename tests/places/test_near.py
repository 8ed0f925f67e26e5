"""The nearest other places of a commune."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import distance_km
from plugins.places.neighbours import Neighbours
from plugins.records.entry import Entry

degrees = st.none() | st.floats(43.0, 43.4).map(lambda value: round(value, 3))


def entry(rank: int, latitude: float | None, longitude: float | None) -> Entry:
    empty: tuple[str, ...] = ()
    fields: dict[str, Any] = dict.fromkeys(Entry._fields, empty)
    fields |= {"id": f"31/{rank:03}", "latitude": latitude, "longitude": longitude}
    return Entry(**fields)


def measured(one: Entry, other: Entry) -> tuple[float, str]:
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    return distance_km(*points), other.id  # type: ignore[arg-type]  # both have a position


@given(st.lists(st.tuples(degrees, degrees), min_size=1, max_size=30), st.integers(1, 6))
def test_the_nearest_are_those_that_measuring_all_would_find(points, most):
    entries = [entry(rank, *point) for rank, point in enumerate(points)]
    located = [one for one in entries if None not in (one.latitude, one.longitude)]
    around = Neighbours(entries)
    for one in entries:
        others = [other for other in located if other is not one and one in located]
        expected = sorted(measured(one, other) for other in others)[:most]
        found = around.nearest(one, most)
        assert [(near.distance_km, near.place.id) for near in found] == expected
