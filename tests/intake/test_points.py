"""Points as tables write them, in two columns or in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake.read.column_names import field_of
from plugins.intake.read.columns.guesses import guess_columns
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.read.tables.rows import TableRow
from plugins.intake.where.lambert93 import degrees_of_lambert93
from plugins.intake.where.point_text import read_pair
from plugins.intake.where.position import degrees_of, read_point

FRANCE = Gazetteer.load(())
_LABEGE = FRANCE.commune("31254")
assert _LABEGE is not None
LABEGE = _LABEGE
ONE_CELL = (
    "43.53,1.51",
    "43.53, 1.51",
    "43.53;1.51",
    "43.53 1.51",
    "43,53;1,51",
    "43,53 1,51",
    "43,53, 1,51",
    "(43.53, 1.51)",
    "43.53|1.51",
    "lat 43.53 lon 1.51",
    '{"type":"Point","coordinates":[1.51,43.53]}',
    '{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1.51, 43.53]}}',
    '{"lat": 43.53, "lon": 1.51}',
    "[43.53, 1.51]",
    "POINT(1.51 43.53)",
    "SRID=4326;POINT (1.51 43.53)",
    "43°31'48\"N 1°30'36\"E",
)


@pytest.mark.parametrize("text", ONE_CELL)
def test_a_point_in_one_cell(text: str) -> None:
    pair = read_pair(text)
    assert degrees_of(pair) == pytest.approx((43.53, 1.51))


@pytest.mark.parametrize(
    ("pair", "point"),
    [
        (("47.2", "-1.55"), (47.2, -1.55)),
        (("+47.2", "-1.55"), (47.2, -1.55)),
        (("47,2 N", "1,55 O"), (47.2, -1.55)),
        (("47.2° N", "1.55° W"), (47.2, -1.55)),
        (("21.1 S", "55.5 E"), (-21.1, 55.5)),
        (("-21.1 S", "55.5 E"), (-21.1, 55.5)),
    ],
)
def test_a_side_of_the_globe_is_a_sign(pair: tuple[str, str], point: tuple[float, float]) -> None:
    assert degrees_of(pair) == point


@pytest.mark.parametrize("text", ["", "43.53", "43,53", "à Labège", "{}", "[1]", "POINT()"])
def test_half_a_point_is_none(text: str) -> None:
    assert read_pair(text) == ("", "")


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    pair = read_pair(text)
    assert bool(pair[0]) == bool(pair[1])
    degrees_of(pair)


@pytest.mark.parametrize(
    "column",
    [
        "coord",
        "localisation",
        "x y",
        "coordonnees wgs84",
        "wgs84",
        "geolocalisation",
        "geo point 2d",
        "geom",
        "coordonnees gps",
        "gps",
        "the geom",
        "coord wgs 84",
        "geopoint 2d",
    ],
)
def test_a_column_of_points_is_known(column: str) -> None:
    assert field_of(column) == "point"


@pytest.mark.parametrize(
    "column", ["wgs84", "WGS84", "coord_wgs84", "Coordonnées_wgs84", "geopoint2d", "coordonneesgps"]
)
def test_a_column_of_points_is_known_by_its_header(column: str) -> None:
    rows = [TableRow(2, {"nom": "Espace du Lac", column: "43.53,1.51"})]
    guesses = guess_columns(("nom", column), rows, is_commune=lambda _: False)
    assert [(guess.field, guess.is_sure) for guess in guesses] == [("nom", True), ("point", True)]


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("x", "longitude"),
        ("y", "latitude"),
        ("x wgs84", "longitude"),
        ("lat wgs84", "latitude"),
        ("coord x", "longitude"),
        ("coordonnees y", "latitude"),
        ("longitude x", "longitude"),
        ("x lambert93", ""),
        ("xylophone", ""),
    ],
)
def test_an_axis_is_known(column: str, field: str) -> None:
    assert field_of(column) == field


def test_axes_serve_where_nothing_else_tells_a_point() -> None:
    cells = {"nom": "Mairie", "commune": "Labège", "Y": "6271000", "X": "574000"}
    given, _ = layout_for(tuple(cells), None).apply(cells)
    assert (given["latitude"], given["longitude"]) == ("6271000", "574000")
    cells |= {"lat": "43.53", "lon": "1.51"}
    given, _ = layout_for(tuple(cells), None).apply(cells)
    assert (given["latitude"], given["longitude"]) == ("43.53", "1.51")


@pytest.mark.parametrize(
    ("x", "y"), [("581314,2", "6272302,7"), ("581314.2", "6272302.7"), ("6272302.7", "581314.2")]
)
def test_metres_of_the_official_plane_are_degrees(x: str, y: str) -> None:
    point = read_point(FRANCE, y, x, LABEGE)
    assert (point.latitude[:6], point.longitude[:5]) == ("43.539", "1.532")
    assert point.remarks == []


# The origin of the plane, and the centre of Paris as geodesists publish it.
@pytest.mark.parametrize(
    ("metres", "expected"),
    [
        ((652_469.02, 6_862_035.26), (48.8566, 2.3522)),
        ((700_000.0, 6_600_000.0), (46.5, 3.0)),
    ],
)
def test_the_plane_is_that_of_ign(
    metres: tuple[float, float], expected: tuple[float, float]
) -> None:
    found = degrees_of_lambert93(*metres)
    assert found == pytest.approx(expected, abs=1e-6)


def test_other_metres_are_no_point() -> None:
    point = read_point(FRANCE, "5393000", "170300", LABEGE)
    assert (point.latitude, point.longitude) == ("", "")
    assert "impossibles" in point.remarks[0]


def test_what_is_no_point_is_told() -> None:
    assert "« Centre ville »" in read_point(FRANCE, "", "", LABEGE, "Centre ville").remarks[0]


@pytest.mark.parametrize(
    ("nom", "point", "other"),
    [
        ("Mondonville", (43.637, 1.393), "Blagnac"),  # 9 km away
        ("Blagnac", (43.672, 1.290), "Mondonville"),
    ],
)
def test_a_point_far_nearer_to_another_centre_is_approximate(
    nom: str, point: tuple[float, float], other: str
) -> None:
    (commune,) = FRANCE.find(nom, "31")
    found = read_point(FRANCE, str(point[0]), str(point[1]), commune)
    assert found.is_approximate
    assert other in found.doubts[0]
    assert commune.nom in found.doubts[0]


@pytest.mark.parametrize(
    ("code", "point"),
    [
        ("31555", (43.6100, 1.4700)),
        ("31254", (43.5455, 1.5200)),
        ("31069", (43.6400, 1.4000)),
        ("75117", (48.8970, 2.3160)),  # an arrondissement has a centre of its own
    ],
)
def test_a_point_on_the_side_of_a_neighbour_is_exact(code: str, point: tuple[float, float]) -> None:
    commune = FRANCE.commune(code)
    assert commune is not None
    found = read_point(FRANCE, str(point[0]), str(point[1]), commune)
    assert not found.is_approximate
    assert not found.doubts


def test_the_halves_of_a_point_undone_from_json_are_known() -> None:
    assert field_of("geo point 2d lat") == "latitude"
    assert field_of("geo point 2d lon") == "longitude"
    assert field_of("geometry coordinates") == "point"
    assert field_of("prix lat") == ""


def test_one_column_gives_the_point_without_a_remark() -> None:
    point = read_point(FRANCE, "", "", LABEGE, "1.51,43.53")
    assert (point.latitude, point.longitude) == ("43.53", "1.51")
    assert not point.remarks
    assert not point.doubts


def test_two_columns_that_disagree_are_said() -> None:
    point = read_point(FRANCE, "43.53", "1.51", LABEGE, "43.55,1.51")
    assert point.latitude == "43.53"
    assert "2,2\u00a0km" in point.doubts[0]


@pytest.mark.parametrize(
    ("code", "point", "told"),
    [
        ("84003", ("44.0550", "5.0480"), "coordonnées : hors d'Apt, près de Carpentras (84), "),
        ("33281", ("49.4938", "0.1077"), "coordonnées : hors de Mérignac, près du Havre (76), "),
    ],
)
def test_towns_are_said_as_people_do(code: str, point: tuple[str, str], told: str) -> None:
    commune = FRANCE.commune(code)
    assert commune is not None
    found = read_point(FRANCE, point[0], point[1], commune)
    assert found.doubts[0].startswith(told)
