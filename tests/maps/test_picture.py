"""The picture of a territory: what it shows, and where names and numbers stand."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Commune, Gazetteer
from plugins.maps.geometry.cut_lines import CutLine
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.geometry.projection import Bounds, Viewport
from plugins.maps.picture.bearings import directions
from plugins.maps.picture.extent import PlottedPlace, choose_bounds
from plugins.maps.picture.picture import Picture, Pictures
from plugins.maps.picture.place_names import DISC, Room, split, width
from plugins.maps.picture.svg_paths import area, is_inside, lines, near, seen
from tests.support.theme import component

LABEGE, BORDEAUX, SAINT_DENIS = "31254", "33063", "97411"
BOX = Bounds(43.0, 1.0, 43.1, 1.2)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31", "33", "974", "987"])


@pytest.fixture(scope="module")
def pictures(gazetteer: Gazetteer) -> Pictures:
    return Pictures(gazetteer, Outlines.load())


def listed(commune: Commune, *apart: tuple[float, float] | None) -> list[Any]:
    """Places so many degrees north and east of a commune's centre; None: without a position."""
    assert commune.latitude is not None
    assert commune.longitude is not None
    found = []
    for number, off in enumerate(apart):
        at = (commune.latitude + off[0], commune.longitude + off[1]) if off else (None, None)
        place = SimpleNamespace(
            id=f"31/{number}", latitude=at[0], longitude=at[1], is_approximate=False
        )
        found.append(SimpleNamespace(place=place))
    return found


def drawn(pictures: Pictures, gazetteer: Gazetteer, code: str, *apart: Any) -> Picture:
    commune = gazetteer.communes[code]
    picture = pictures.commune(commune, listed(commune, *apart))
    assert picture
    return picture


def weight(picture: Picture) -> int:
    return len(gzip.compress(picture.body.encode(), 9))


# What a picture shows


def test_places_of_another_directory_are_squares_with_the_next_numbers(pictures, gazetteer):
    labege = gazetteer.communes[LABEGE]
    ours, theirs = listed(labege, (0.0, 0.0)), listed(labege, (0.0, 0.0), (0.01, 0.02), (3.0, 0.0))
    picture = pictures.commune(labege, ours, theirs[1:])
    assert picture.numbers == {"31/0": 1, "31/1": 2}
    assert re.findall(r"<(circle|rect)[^>]*/><text[^>]*>(\d+)<", picture.body) == [
        ("circle", "1"),
        ("rect", "2"),
    ]
    assert (picture.elsewhere, picture.outside) == (1, 1)
    assert "dans un carré" in component("picture", "picture", picture, "Labège")
    alone = pictures.commune(labege, ours)
    assert "<rect" not in alone.body
    assert "carré" not in component("picture", "picture", alone, "Labège")


def test_places_are_numbered_in_the_order_of_the_list_and_the_others_counted(pictures, gazetteer):
    apart = [(0.0, 0.0), None, (0.01, 0.01), (3.0, 3.0), (0.0, -0.02)]
    picture = drawn(pictures, gazetteer, LABEGE, *apart)
    assert picture.numbers == {"31/0": 1, "31/2": 2, "31/4": 3}
    assert (picture.outside, picture.unplaced) == (1, 1)
    discs = re.findall(r"<circle[^>]*/><text[^>]*>(\d+)</text>", picture.body)
    assert discs == ["1", "2", "3"]


def test_a_commune_has_its_outline_its_name_and_its_neighbours(pictures, gazetteer):
    picture = drawn(pictures, gazetteer, LABEGE, (0.02, 0.02), (-0.02, -0.03))
    assert 'class="own"' in picture.body
    assert re.search(r'<text class="here"[^>]*>Labège</text>', picture.body)
    assert "Escalquens" in picture.body
    around = {bearing.side: bearing.commune.nom for bearing in picture.around}
    assert around["nw"] == "Toulouse"
    assert around["se"] == "Escalquens"


@pytest.mark.parametrize("code", [BORDEAUX, SAINT_DENIS])
def test_without_its_outline_a_commune_has_a_mark_and_names_around(pictures, gazetteer, code):
    picture = drawn(pictures, gazetteer, code, (0.0, 0.0), (0.03, 0.05), (-0.05, -0.02))
    assert 'class="own"' not in picture.body
    assert 'class="town"' in picture.body
    assert gazetteer.communes[code].nom in picture.body
    assert len(picture.numbers) == 3
    assert picture.around


def test_a_commune_that_nobody_has_placed_has_no_picture(pictures, gazetteer):
    papeete = gazetteer.communes["98735"]
    assert pictures.commune(papeete, []) is None
    assert pictures.bounds_of(papeete) is None


def test_many_places_at_one_spot_all_keep_a_number(pictures, gazetteer):
    picture = drawn(pictures, gazetteer, LABEGE, *[(0.001, 0.001)] * 28)
    assert list(picture.numbers.values()) == list(range(1, 29))
    spots = re.findall(r"<g transform=.translate\((\d+) (\d+)\)", picture.body)
    assert len(set(spots)) == 28


def test_an_epci_and_a_departement_show_all_their_places(pictures, gazetteer):
    sicoval = gazetteer.epcis["243100633"]
    point = SimpleNamespace(latitude=43.53, longitude=1.51, is_approximate=False)
    nowhere = SimpleNamespace(latitude=None, longitude=None, is_approximate=True)
    communes = [(gazetteer.communes[code], [point]) for code in sicoval.communes]
    communes[0] = (communes[0][0], [nowhere])
    picture = pictures.epci(sicoval, communes)
    assert (picture.dots, picture.outside, picture.unplaced) == (len(communes) - 1, 0, 1)
    assert "Ramonville" in picture.body
    every = [(c, [point]) for c in gazetteer.communes.values() if c.departement == "31"]
    picture = pictures.departement(gazetteer.departements["31"], every)
    assert picture.dots == len(every)
    assert 'class="names far"' in picture.body
    assert "Ariège" in picture.body
    assert "Toulouse" in picture.body
    assert weight(picture) <= 8000


@pytest.mark.parametrize("siren", ["243100633", "243100518"])
def test_no_name_hides_a_point(pictures, gazetteer, siren):
    epci = gazetteer.epcis[siren]
    members = [gazetteer.communes[code] for code in epci.communes]
    points = {
        commune.code: [
            SimpleNamespace(
                latitude=commune.latitude + 0.004 * north,
                longitude=commune.longitude + 0.006 * north * (-1) ** north,
                is_approximate=north == 1,
            )
            for north in range(rank % 4)
        ]
        for rank, commune in enumerate(members)
    }
    body = pictures.epci(epci, [(commune, points[commune.code]) for commune in members]).body
    dots = [
        (int(x), int(y))
        for path in re.findall(r'<path class="dot[^"]*" d="([^"]+)"', body)
        for x, y in re.findall(r"M(\d+) (\d+)", path)
    ]
    written = re.findall(r'<text x="(\d+)" y="(\d+)">([^<]+)(?:<tspan[^>]*>([^<]+))?', body)
    assert len(dots) > 5
    assert len(written) > 5
    for x, y, *parts in written:
        half = max(map(width, parts)) // 2
        top, foot = int(y) - 24, int(y) - 24 + 30 * len([part for part in parts if part])
        hidden = [dot for dot in dots if abs(dot[0] - int(x)) < half and top < dot[1] < foot]
        assert hidden == [], parts


def test_an_epci_of_one_commune_without_outline_is_not_drawn_from_nothing(pictures, gazetteer):
    metropole = gazetteer.epcis["243300316"]
    alone = replace(metropole, communes=(BORDEAUX,))
    box = pictures.bounds_of(alone)
    assert box
    assert 5 < box.width_km < 10
    picture = pictures.epci(alone, [(gazetteer.communes[BORDEAUX], [])])
    assert 'class="disc"' in picture.body
    assert "Bordeaux" in picture.body


def test_communes_are_light_and_the_same_every_time(pictures, gazetteer):
    again = Pictures(gazetteer, Outlines.load())
    for code in [code for code in gazetteer.communes if code.startswith("31")][::40]:
        apart = [(0.02, 0.03), (-0.04, 0.05), (0.06, -0.02), (0.01, -0.06), (0.0, 0.0)]
        picture = drawn(pictures, gazetteer, code, *apart)
        assert weight(picture) <= 2500, code
        assert drawn(again, gazetteer, code, *apart) == picture


def test_nothing_that_the_policy_forbids(pictures, gazetteer):
    picture = drawn(pictures, gazetteer, LABEGE, (0.0, 0.0))
    assert "style=" not in picture.body
    assert "<script" not in picture.body
    assert "." not in "".join(re.findall(r'd="([^"]*)"', picture.body))  # no float noise


def test_words_say_what_the_picture_shows(pictures, gazetteer):
    picture = drawn(pictures, gazetteer, LABEGE, (0.0, 0.0), None, (3.0, 3.0))
    html = " ".join(component("picture", "picture", picture, "Labège").split())
    assert 'role="img"' in html
    assert "Plan : Labège" in html
    assert re.search(r"Repères : .*au nord-ouest, Toulouse", html)
    assert "1 lieu est plus loin, hors du plan." in html
    assert "nous n’avons pas sa position" in html
    assert "N° 3 sur le plan" in component("picture", "number_on_picture", 3)


# Which part of the country


degrees = st.floats(-0.6, 0.6, allow_nan=False)
spots = st.lists(
    st.builds(lambda x, y: PlottedPlace("31/x", 1.5 + x, 43.5 + y), degrees, degrees), max_size=12
)


@given(spots)
def test_the_frame_holds_the_commune_and_stays_within_reason(found):
    outline = Bounds(43.45, 1.45, 43.55, 1.55)
    box = choose_bounds(outline, (1.5, 43.5), found)
    assert box
    assert Bounds.union([box, outline]) == box
    assert max(box.width_km, box.height_km) <= 40.01


@given(spots)
def test_the_nearest_place_is_in_the_frame_as_far_as_it_may_grow(found):
    near = PlottedPlace("31/near", 1.6, 43.6)
    box = choose_bounds(None, (1.5, 43.5), [near, *found])
    assert box
    assert box.meets(Bounds(43.6, 1.6, 43.6, 1.6))


def test_a_frame_is_true_to_distances():
    frame = Viewport(BOX, 640, 480, 34)
    (x, y), (right, down) = frame.place(BOX.west, BOX.north), frame.place(BOX.east, BOX.south)
    assert (right - x) / frame.units_per_km == pytest.approx(BOX.width_km, rel=0.01)
    assert (down - y) / frame.units_per_km == pytest.approx(BOX.height_km, rel=0.01)
    assert min(x, y, 640 - right, 480 - down) >= 33


# Names and numbers


names = st.text(alphabet="abcdeilmnorstuÉéèL'- ", min_size=1, max_size=30)
places = st.tuples(st.integers(0, 640), st.integers(0, 480))


@given(st.lists(st.tuples(names, places, st.booleans()), max_size=25))
def test_names_and_numbers_stand_in_the_frame_and_apart(wanted):
    room = Room(Viewport(BOX, 640, 480, 34))
    boxes = []
    for text, at, is_number in wanted:
        if is_number:
            x, y = room.number(at)
            if (x, y) != at:
                boxes.append((x - DISC, y - DISC, x + DISC, y + DISC))
        elif name := room.name(text, at):
            half = max(width(line) for line in name.lines) // 2
            top = name.y - 24
            boxes.append((name.x - half, top, name.x + half, top + 30 * len(name.lines)))
    for rank, (left, top, right, foot) in enumerate(boxes):
        assert left >= 0
        assert top >= 0
        assert right <= 640
        assert foot <= 480
        for other in boxes[:rank]:
            apart = left >= other[2] or right <= other[0] or top >= other[3] or foot <= other[1]
            assert apart


@given(names)
def test_a_name_loses_no_letter(text):
    assert "".join(split(text)).replace(" ", "") == text.replace(" ", "")


def test_a_long_name_is_folded_in_its_middle():
    assert split("Saint-Orens-de-Gameville") == ("Saint-Orens-", "de-Gameville")
    assert split("Labège") == ("Labège",)


def test_the_largest_in_each_direction_clockwise(gazetteer):
    toulouse, muret = gazetteer.communes["31555"], gazetteer.communes["31395"]
    blagnac = gazetteer.communes["31069"]
    labege = gazetteer.communes[LABEGE]
    found = directions((labege.longitude, labege.latitude), [muret, blagnac, toulouse])
    assert [(b.side, b.commune.nom) for b in found] == [("sw", "Muret"), ("nw", "Toulouse")]


# Paths


shapes = st.lists(st.tuples(st.floats(0.8, 1.4), st.floats(42.8, 43.3)), min_size=3, max_size=9)


@given(shapes, st.tuples(st.integers(1, 639), st.integers(1, 479)))
def test_what_is_cut_stays_near_the_frame_and_holds_the_same_places(shape, at):
    frame = Viewport(BOX, 640, 480, 0)
    whole = [[frame.place(*point) for point in shape]]
    cut = seen([shape], frame)
    assert all(-41 <= x <= 681 and -41 <= y <= 521 for ring in cut for x, y in ring)
    close = any(is_inside((at[0] + x, at[1] + y), whole) != is_inside(at, whole)
                for x in (-2, 0, 2) for y in (-2, 0, 2))  # fmt: skip
    if not close:  # whole units: a border may move by one
        assert is_inside(at, cut) == is_inside(at, whole)


def test_a_line_out_of_sight_is_not_drawn():
    frame = Viewport(BOX, 640, 480, 0)
    assert lines([(3.0, 43.0), (3.1, 43.1)], frame) == ""
    assert lines([(0.5, 43.05), (1.7, 43.05)], frame).startswith("M")
    there_and_back = [(1.1, 43.05), (1.15, 43.06), (3.0, 43.07), (3.0, 43.2), (1.1, 43.08)]
    assert lines(there_and_back, frame).count("M") == 1 + 1


wandering = st.lists(
    st.tuples(st.floats(0.7, 1.5), st.floats(42.7, 43.4)), min_size=2, max_size=20
).flatmap(
    lambda spots: st.lists(
        st.tuples(st.floats(-0.05, 0.05), st.floats(-0.05, 0.05)), min_size=4, max_size=8
    ).map(lambda steps: tuple((x + dx, y + dy) for x, y in spots for dx, dy in steps))
)


@given(wandering)
def test_a_line_cut_in_pieces_is_drawn_as_the_whole(line):
    frame = Viewport(BOX, 640, 480, 0)
    fewer = near(CutLine(line), frame)
    assert lines(fewer, frame) == lines(line, frame)
    ring = (*line, line[0])
    assert area([near(CutLine(ring), frame)], frame) == area([ring], frame)


def test_what_stays_beyond_a_side_is_passed_over():
    line = tuple((2.0 + step / 100, 43.05) for step in range(40))
    assert len(near(CutLine(line), Viewport(BOX, 640, 480, 0))) < len(line) / 4
