"""The spatial index against a search by hand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.gazetteer import distance_km
from plugins.territories.nearest_places import (
    AROUND_LEAST,
    LISTED_LEAST,
    NOWHERE,
    ListablePlace,
    find_around,
)

points = st.tuples(st.floats(-60, 60), st.floats(-180, 180))


def kilometres(one: tuple[float, float], spot: ListablePlace) -> float:
    return distance_km(one[0], one[1], spot.latitude, spot.longitude)


@st.composite
def maps(draw):
    centres = draw(st.lists(st.none() | points, min_size=1, max_size=12))
    owners = st.integers(NOWHERE, len(centres) - 1)
    spots = draw(st.lists(st.tuples(owners, points), max_size=30))
    return centres, [
        ListablePlace(rank, owner, *point) for rank, (owner, point) in enumerate(spots)
    ]


@settings(max_examples=150, deadline=None)
@given(maps())
def test_as_a_search_by_hand(case):
    centres, spots = case
    here = [sum(spot.owner == rank for spot in spots) for rank in range(len(centres))]
    around = find_around(centres, spots, here)
    assert len(around.starts) == len(centres) + 1
    for rank, centre in enumerate(centres):
        found = range(around.starts[rank], around.starts[rank + 1])
        if centre is None:
            assert not found
            continue
        by_hand = sorted(kilometres(centre, spot) for spot in spots if spot.owner != rank)[
            : max(AROUND_LEAST, LISTED_LEAST - here[rank])
        ]
        assert len(found) == len(by_hand)
        for place, expected in zip(found, by_hand, strict=True):
            spot = spots[around.entries[place]]
            assert spot.owner != rank
            km = kilometres(centre, spot)
            assert abs(km - around.metres[place] / 1000) < 0.002
            assert abs(km - expected) < 0.002


def test_nothing_to_find():
    assert list(find_around([(43.0, 1.0)], [], [0]).starts) == [0, 0]
    assert list(find_around([None], [ListablePlace(0, 0, 1.0, 1.0)], [1]).starts) == [0, 0]


def test_equal_distances_go_by_rank():
    spots = [ListablePlace(rank, NOWHERE, 43.0, 1.0) for rank in (3, 1, 2)]
    assert list(find_around([(44.0, 1.0)], spots, [0]).entries) == [1, 2, 3]


def test_across_the_date_line():
    spots = [ListablePlace(0, NOWHERE, 0.0, -179.9), ListablePlace(1, NOWHERE, 0.0, 170.0)]
    around = find_around([(0.0, 179.9)], spots, [0])
    assert list(around.entries) == [0, 1]
    assert around.metres[0] < 25_000
