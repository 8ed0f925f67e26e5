"""The nearest centre is found among few, and is the one that all would give."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.gazetteer import Commune, Gazetteer, distance_km
from plugins.gazetteer.centres import Centres

GAZETTEER = Gazetteer.load(["31", "17", "974"])
CODES = ("31", "17", "974")
COMMUNES = [
    (commune, (commune.latitude, commune.longitude))
    for commune in GAZETTEER.communes.values()
    if commune.latitude is not None and commune.longitude is not None
]


def centres() -> Centres:
    found = Centres()
    for rank, code in enumerate(CODES):
        found.add(code, rank, [one for one, _ in COMMUNES if one.departement == code])
    return found


CENTRES = centres()


@settings(max_examples=200)
@given(
    st.sampled_from(COMMUNES),
    st.floats(-2, 2),
    st.floats(-2, 2),
    st.sampled_from([CODES, ("31",), ("17", "974")]),
)
def test_the_nearest_is_that_of_all(
    commune: tuple[Commune, tuple[float, float]],
    north: float,
    east: float,
    departements: tuple[str, ...],
):
    latitude, longitude = commune[1]
    point = (latitude + north, longitude + east)
    among = [found for found in COMMUNES if found[0].departement in departements]
    all_km = [distance_km(*point, *centre) for _, centre in among]
    assert CENTRES.nearest(*point, departements) is among[all_km.index(min(all_km))][0]


def test_without_departement_there_is_none():
    assert CENTRES.nearest(43.5, 1.5, ()) is None


@settings(max_examples=200)
@given(st.sampled_from(COMMUNES), *(st.floats(0, 1) for _ in range(4)))
def test_a_box_holds_the_centres_that_a_scan_finds_in_it(
    commune: tuple[Commune, tuple[float, float]],
    south: float,
    west: float,
    north: float,
    east: float,
):
    latitude, longitude = commune[1]
    box = (latitude - south, longitude - west, latitude + north, longitude + east)
    found = GAZETTEER.within(*box)
    assert [one for one in found if one.code in GAZETTEER.communes] == [
        one
        for code in sorted(CODES)
        for one, (lat, lon) in COMMUNES
        if one.departement == code and box[0] <= lat <= box[2] and box[1] <= lon <= box[3]
    ]
