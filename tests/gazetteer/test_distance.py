"""Great-circle distance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import distance_km

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)


def test_toulouse_to_la_rochelle():
    assert distance_km(43.6045, 1.4440, 46.1591, -1.1520) == pytest.approx(350, abs=3)


def test_pole_to_pole_is_half_the_earth():
    assert distance_km(90, 0, -90, 0) == pytest.approx(20015.1, abs=0.1)


@given(latitudes, longitudes, latitudes, longitudes)
def test_symmetric_and_bounded(lat1, lon1, lat2, lon2):
    there = distance_km(lat1, lon1, lat2, lon2)
    assert there == pytest.approx(distance_km(lat2, lon2, lat1, lon1))
    assert 0 <= there <= 20016
