"""A point that is not that of the door: what the record says of it, what every reader is told."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import distance_km
from plugins.i18n.typography import FRENCH_SIGNS
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.picture.picture import Pictures
from plugins.maps.points import departement_points, on_map
from plugins.paper import sheet_texts
from plugins.places.neighbours import Neighbours
from plugins.places.vcard import vcard
from plugins.records.checks import Context
from plugins.records.entry import entry_of
from plugins.records.links import Known
from plugins.records.listing import list_records
from plugins.records.reading.checking import check_record
from plugins.records.together import check_together
from plugins.territories.contract import Nearby
from plugins.territories.neighbourhood import Neighbourhood
from tests.support.places import directory, entry, gazetteer, place
from tests.support.theme import commune_page, component, page, place_page

POINT = {"latitude": "43.5829", "longitude": "1.4726"}
VAGUE = {**POINT, "position": "approximative"}
EMPALOT = place("31/empalot", **VAGUE)
CONTEXT = Context(gazetteer(), date(2026, 11, 30))
KNOWN = {"adresse": "1 rue de la Mairie"}
LINE = "position: approximative"


def record(**fields: str) -> bytes:
    stated = {"nom": "CLCV", "code_postal": "31670", "code_insee": "31254", "commune": "Labège"}
    return "".join(f"{name}: {value}\n" for name, value in {**stated, **fields}.items()).encode()


def warned(**fields: str) -> list[str]:
    found = check_record(record(**fields), "31/clcv.yaml", CONTEXT).diagnostics
    return [each.hint for each in found if "point" in each.message]


NEAR = {"latitude": "43.53", "longitude": "1.51"}


@pytest.mark.parametrize(
    ("fields", "is_warned"),
    [
        (NEAR, True),
        ({**NEAR, **KNOWN}, False),
        ({**NEAR, "position": "approximative"}, False),
        ({}, False),
    ],
)
def test_a_point_without_address_must_say_how_sure_it_is(fields, is_warned):
    found = warned(**fields)
    assert bool(found) == is_warned
    assert all(LINE in hint for hint in found)


def test_another_word_for_it_is_refused_with_the_right_one():
    checked = check_record(record(**NEAR, position="approximatif"), "31/clcv.yaml", CONTEXT)
    assert checked.record is None
    assert any("approximative" in each.message + each.hint for each in checked.diagnostics)


def test_places_without_address_at_one_point_are_named(tmp_path):
    for name in ("astree", "clcv", "karavan"):
        (tmp_path / "31").mkdir(exist_ok=True)
        more = KNOWN if name == "karavan" else {}
        (tmp_path / f"31/{name}.yaml").write_bytes(record(**NEAR, **more))
    made = [
        entry(f"31/{name}", "31254", 43.53, 1.51, nom=name)._replace(has_address=is_known)
        for name, is_known in (("astree", False), ("clcv", False), ("karavan", True))
    ]
    (found,) = check_together(made, Known.of(list_records(tmp_path)), tmp_path)
    assert found.path == "31/clcv.yaml"
    assert "31/astree.yaml" in found.message
    assert LINE in found.hint
    said = [each._replace(position="approximative") for each in made]
    assert check_together(said, Known.of(list_records(tmp_path)), tmp_path) == []


def test_the_page_says_so_and_leads_nobody_to_a_false_door():
    html = unescape(place_page(EMPALOT))
    assert re.search("On ne sait pas\u00a0: [^.]*adresse exacte", html)
    assert "Le point de la carte est approximatif" in html
    assert "openstreetmap.org/?mlat" not in html
    data = json.loads(re.findall(r'ld\+json">(.*?)</script>', html, re.DOTALL)[0])
    assert "geo" not in data
    assert data["address"]["addressLocality"]
    assert "GEO:" not in vcard(EMPALOT, "")


def test_an_exact_point_leads_to_its_door():
    exact = place("31/mairie", **POINT, **KNOWN)
    html = place_page(exact)
    assert "openstreetmap.org/?mlat=43.5829" in html
    assert '"geo"' in html
    assert "pproximati" not in html
    assert "GEO:geo:43.5829,1.4726" in vcard(exact, "")


def test_with_an_address_only_the_point_is_unsure():
    html = unescape(place_page(place("31/mairie", **VAGUE, **KNOWN)))
    assert "adresse exacte" not in html
    assert "Le point de la carte est approximatif" in html


def test_cards_the_easy_page_and_paper_say_that_the_address_is_not_known():
    said = "L'adresse exacte n'est pas connue"
    shown = FRENCH_SIGNS(said)
    assert shown in unescape(component("card", "card", EMPALOT))
    assert shown in unescape(component("frame_card", "short_card", EMPALOT))
    assert "Nous ne savons pas l’adresse exacte." in unescape(
        page("easy_place.html", place=EMPALOT, commune=gazetteer().communes["31254"])
    )
    assert said in sheet_texts.doubt(EMPALOT, date(2026, 11, 30))
    exact = place("31/mairie", **POINT, **KNOWN)
    assert shown not in unescape(component("card", "card", exact))
    assert said not in sheet_texts.doubt(exact, date(2026, 11, 30))


@pytest.mark.parametrize("km", [0.0, 0.04, 0.09])
def test_nothing_approximate_is_very_near(km: float):
    assert "à environ" in str(component("distance", "distance", km, True))
    assert sheet_texts.distance(km, approximate=True) == "à environ\u00a0100\u00a0m"


def test_an_approximate_distance_is_said_of_places_of_other_communes_only():
    far = commune_page([], [Nearby(EMPALOT, 0.9, True)])
    assert re.search(r"à environ(&nbsp;|\u00a0)900", far)
    here = commune_page([Nearby(EMPALOT, 0.9, True)], [])
    assert not re.search(r"à environ|(&nbsp;|\u00a0)900", here)


@given(st.lists(st.tuples(st.floats(-0.05, 0.05), st.booleans()), min_size=1, max_size=12))
def test_in_a_commune_exact_places_come_first(found: list[tuple[float, bool]]):
    known = gazetteer()
    labege = known.communes["31254"]
    assert labege.latitude is not None
    assert labege.longitude is not None
    entries = [
        entry(f"31/p{n:02}", "31254", labege.latitude + off, labege.longitude)._replace(
            position="approximative" if is_vague else None
        )
        for n, (off, is_vague) in enumerate(found)
    ]
    here = Neighbourhood(known, entries).here("31254", 20)
    keys = [(near.is_approximate, near.distance_km) for near in here]
    assert keys == sorted(keys)
    for near in here:
        centre = (labege.latitude, labege.longitude)
        at = (near.entry.latitude or 0, near.entry.longitude or 0)
        assert near.distance_km == distance_km(*centre, *at)
        assert near.is_approximate == (near.entry.position is not None)


def test_neighbours_of_a_place_are_as_unsure_as_it_is():
    vague = entry("31/a", "31254", 43.53, 1.51)._replace(position="approximative")
    others = [entry("31/b", "31254", 43.531, 1.51), vague._replace(id="31/c")]
    near = Neighbours([vague, *others]).nearest(vague, 5)
    assert [(each.place.id, each.is_approximate) for each in near] == [
        ("31/b", True),
        ("31/c", True),
    ]
    (first, second) = Neighbours([vague, *others]).nearest(others[0], 5)
    assert first.is_approximate
    assert second.is_approximate


def test_on_a_picture_its_number_is_hollow_and_counted():
    known = gazetteer()
    labege = known.communes["31254"]
    exact = place("31/mairie", latitude="43.53", longitude="1.51", **KNOWN)
    listed = [
        Nearby(exact, 0.5, False),
        Nearby(place("31/clcv", **NEAR, position="approximative"), 0.5, True),
    ]
    picture = Pictures(known, Outlines.load()).commune(labege, listed)
    assert picture is not None
    assert picture.approximate == 1
    assert len(re.findall(r'<g class="approximate"', picture.body)) == 1
    assert len(re.findall(r"<circle ", picture.body)) == 2
    assert "1 position est approximative" in component("picture", "picture", picture, "Labège")


def test_a_map_knows_which_points_are_not_doors():
    places = directory([EMPALOT, place("31/mairie", latitude="43.53", longitude="1.51")])
    file: Any = json.loads(departement_points("31", on_map(places.entries), places, gazetteer()))
    assert [file["id"][row] for row in file["approximate"]] == ["empalot"]


def test_an_entry_says_what_its_place_says():
    for one in (EMPALOT, place("31/x"), place("31/y", **POINT, **KNOWN)):
        assert entry_of(one, b"").is_approximate == one.is_approximate
        assert entry_of(one, b"").has_address == one.has_address
