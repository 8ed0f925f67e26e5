"""Outlines as a map draws them."""

import gzip
import json
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.outlines import Outlines, bounds_of
from plugins.maps.geometry.projection import Bounds
from plugins.maps.geometry.shapes import _flat, area_shape, departement_shapes, national_shapes

COARSE = st.floats(-1, 1, allow_nan=False)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31"])


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    return Outlines.load()


def drawn(file: str) -> dict[tuple[str, str], Bounds]:
    """The box of each shape, in degrees."""
    stated = json.loads(file)
    boxes = {}
    for kind, code, _, rings in stated["shapes"]:
        points = [
            (longitude * stated["unit"], latitude * stated["unit"])
            for ring in rings
            for latitude, longitude in zip(
                accumulate(ring[::2]), accumulate(ring[1::2]), strict=True
            )
        ]
        boxes[kind, code] = Bounds.of(points)
    return boxes


def test_a_departement_draws_itself_its_communes_its_epci_and_its_neighbours(gazetteer, outlines):
    boxes = drawn(departement_shapes("31", outlines, gazetteer))
    for known in (("commune", "31254"), ("epci", "243100633"), ("departement", "31")):
        rings = getattr(outlines, known[0])(known[1])
        assert boxes[known] == pytest.approx(bounds_of(rings), abs=0.001), known
    assert ("departement", "81") in boxes
    assert ("departement", "75") not in boxes


def test_a_departement_of_which_we_have_no_communes_draws_itself(gazetteer, outlines):
    boxes = drawn(departement_shapes("974", outlines, gazetteer))
    assert list(boxes) == [("departement", "974")]
    assert drawn(departement_shapes("987", outlines, gazetteer)) == {}


@pytest.mark.parametrize(
    ("kind", "code", "most"),
    [("commune", "31254", 200), ("epci", "243100633", 500), ("departement", "31", 1000)],
)
def test_the_outline_of_a_page_is_light_and_lies_where_it_should(outlines, kind, code, most):
    rings = getattr(outlines, kind)(code)
    text = area_shape(rings)
    assert '"' not in text
    assert len(gzip.compress(text.encode(), 9)) < most
    unit, lines = json.loads(text)
    stated = json.dumps({"unit": unit, "shapes": [[kind, code, "", lines]]})
    assert drawn(stated)[kind, code] == pytest.approx(bounds_of(rings), abs=unit)


def test_a_territory_smaller_than_a_step_has_no_outline():
    dot = ((1.5, 43.5), (1.5, 43.5), (1.5, 43.5))
    assert json.loads(area_shape((dot,)))[1] == []


def test_france_is_light_and_whole(gazetteer, outlines):
    file = national_shapes(outlines, gazetteer)
    assert len(drawn(file)) == 101
    assert len(gzip.compress(file.encode(), 9)) < 25_000


@given(st.lists(st.tuples(COARSE, COARSE), min_size=1, max_size=30))
def test_a_ring_keeps_its_corners_and_no_point_twice(ring):
    flat = _flat(ring, 10)
    points = list(zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True))
    there = {(round(latitude * 10), round(longitude * 10)) for longitude, latitude in ring}
    assert set(points) <= there
    assert all(a != b for a, b in pairwise(points))
    if len(points) > 2:
        assert {max(points), min(points)} == {max(there), min(there)}


def test_what_is_smaller_than_a_pixel_is_left_out():
    assert len(_flat([(0.0, 0.0), (0.001, 0.0), (0.001, 0.001)], 100)) < 6
