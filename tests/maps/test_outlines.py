"""Outlines as the package has them, and the script that makes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.outlines import OutlineFile, Outlines, bounds_of
from plugins.maps.geometry.projection import Bounds
from plugins.maps.geometry.refresh import local, national
from plugins.maps.geometry.topology import cut, dissolve, thin
from plugins.maps.picture.svg_paths import is_inside

LEFT = [(0, 0), (0, 5), (0, 10), (10, 10), (10, 6), (10, 0)]
RIGHT = [(10, 0), (10, 6), (10, 10), (20, 10), (20, 0)]
FAR = [(40, 40), (40, 41), (41, 41)]


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    return Outlines.load()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31", "17"])


def closed(sheet: OutlineFile, kind: str, code: str) -> list[set[tuple[float, float]]]:
    rings = sheet.rings(kind, code)
    assert rings
    assert all(ring[0] == ring[-1] for ring in rings)
    return [set(ring) for ring in rings]


def test_a_border_is_stated_once_and_areas_join_along_it():
    arcs, areas = cut({"left": [LEFT], "right": [RIGHT], "far": [FAR]})
    shared = [arc for arc in arcs if {(10, 0), (10, 10)} <= set(arc)]
    assert len([arc for arc in arcs if (10, 6) in arc]) == 1
    assert len(shared) == 3
    (ring,) = dissolve([areas["left"], areas["right"]], arcs)
    points = {point for number in ring for point in arcs[max(number, ~number)]}
    assert points == {*LEFT, *RIGHT} - {(10, 6)}


def test_thin_keeps_ends_and_what_stands_out():
    assert thin([(0, 0), (5, 1), (10, 0)], 2, 1000) == [(0, 0), (10, 0)]
    assert thin([(0, 0), (5, 3), (10, 0)], 2, 1000) == [(0, 0), (5, 3), (10, 0)]


def feature(properties: dict[str, str], ring: list[tuple[int, int]]) -> dict[str, object]:
    places = [[x / 1000, 43 + y / 1000] for x, y in [*ring, ring[0]]]
    geometry = {"type": "Polygon", "coordinates": [places]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_the_script_joins_communes_into_their_epci_and_departement(tmp_path: Path):
    communes, epci = tmp_path / "communes.geojson", tmp_path / "epci.geojson"
    own = {"departement": "31", "epci": "243100633"}  # the Sicoval lies in one département
    rings = [("31001", LEFT), ("31002", RIGHT)]
    features = [feature({"code": code, **own}, ring) for code, ring in rings]
    communes.write_text(json.dumps({"features": features}), encoding="utf-8")
    epci.write_text(json.dumps({"features": []}), encoding="utf-8")
    sheet = OutlineFile(local(communes, epci)["31"])
    (around,) = closed(sheet, "departements", "31")
    assert closed(sheet, "epci", "243100633") == [around]
    assert (0.01, 43.006) not in around
    assert sheet.rings("communes", "31003") is None


def test_an_islet_is_left_out_but_never_all_of_a_departement(tmp_path: Path):
    path = tmp_path / "departements.geojson"
    features = [
        feature({"code": "2A"}, FAR),
        feature({"code": "17"}, [(x * 9, y * 9) for x, y in LEFT]),
    ]
    features[1]["geometry"] = {
        "type": "MultiPolygon",
        "coordinates": [[f["geometry"]["coordinates"][0]] for f in (features[1], features[0])],  # type: ignore[index]
    }
    path.write_text(json.dumps({"features": features}), encoding="utf-8")
    sheet = OutlineFile(national(path))
    assert len(closed(sheet, "departements", "17")) == 1
    assert len(closed(sheet, "departements", "2A")) == 1


def test_every_commune_of_two_departements_has_an_outline_around_its_centre(outlines, gazetteer):
    for commune in gazetteer.communes.values():
        rings = outlines.commune(commune.code)
        assert rings, commune.nom
        south, west, north, east = bounds_of(rings)
        assert south <= commune.latitude <= north, commune.nom
        assert west <= commune.longitude <= east, commune.nom


def test_an_epci_and_a_departement_hold_their_communes(outlines, gazetteer):
    whole = {code: outlines.departement(code) for code in ("31", "17")}
    sicoval = outlines.epci("243100633")
    assert sicoval
    for commune in gazetteer.communes.values():
        at = round(commune.longitude * 10_000), round(commune.latitude * 10_000)
        for rings, expected in (
            (whole[commune.departement], True),
            (sicoval, commune.epci == "243100633"),
        ):
            steps = [[(round(x * 10_000), round(y * 10_000)) for x, y in ring] for ring in rings]
            assert is_inside(at, steps) == expected, commune.nom


def test_every_departement_of_the_code_that_has_communes_on_land_we_know(outlines):
    known = Gazetteer.load([]).all_departements
    unknown = [code for code in known if outlines.departement(code) is None]
    assert unknown == ["975", "977", "978", "984", "986", "987", "988", "989"]
    assert outlines.commune("75056") is None
    assert outlines.epci("200054781") is None


def test_neighbours_share_a_border(outlines):
    assert "31446" in outlines.beside("31254")  # Labège and Ramonville-Saint-Agne
    assert "31395" not in outlines.beside("31254")  # Muret is farther
    assert outlines.beside("75056") == []


def test_what_is_near_is_found(outlines):
    corsica = Bounds(41.3, 8.5, 43.1, 9.6)
    assert outlines.near(corsica) == ["2A", "2B"]
    found = outlines.national.near(corsica)
    every = [n for n, arc in enumerate(outlines.national.arcs) if arc.bounds.meets(corsica)]
    assert set(every) <= set(found)
