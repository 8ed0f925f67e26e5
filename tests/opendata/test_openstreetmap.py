"""Tags: words of OpenStreetMap, hours that its readers read as we do, nothing guessed."""

import json
from datetime import datetime, timedelta

import pytest
from geojson_pydantic import FeatureCollection
from opening_hours import OpeningHours

from plugins.opendata.formats.openstreetmap import LONGEST, OPENSTREETMAP
from plugins.records.model.place import Place
from tests.support.exports import carried, losses, written
from tests.support.places import full_place, place


def tags(one: Place) -> dict[str, str]:
    (feature,) = carried(OPENSTREETMAP, one).rows
    found: dict[str, str] = feature["properties"]
    return found


def test_a_full_place():
    content = written(OPENSTREETMAP, [full_place(), place()])
    FeatureCollection.model_validate_json(content)
    known, unknown = json.loads(content)["features"]
    assert known["geometry"]["coordinates"] == [1.51, 43.53]
    assert unknown["geometry"] is None
    found = known["properties"]
    assert found["amenity"] == "library"
    assert found["phone"] == "+33 5 61 00 00 00;39 49"
    assert found["internet_access"] == "wlan"
    assert (found["wheelchair"], found["hearing_loop"]) == ("yes", "no")
    assert found["check_date"] == "2026-10-03"
    assert found["addr:full"] == "Rue de la Croix Rose"
    assert found["source:url"] == "https://aide.exemple.fr/lieux/31/mediatheque-de-labege/"
    assert all(isinstance(value, str) for value in found.values())


@pytest.mark.parametrize(
    ("street", "expected"),
    [
        ("12 bis rue du Lac", {"addr:housenumber": "12 bis", "addr:street": "rue du Lac"}),
        ("12 Le Bourg", {"addr:full": "12 Le Bourg"}),
        ("12, rue du Lac", {"addr:full": "12, rue du Lac"}),
        ("1-3 rue du Lac", {"addr:full": "1-3 rue du Lac"}),
        ("Place de la Mairie", {"addr:full": "Place de la Mairie"}),
    ],
)
def test_a_house_number_is_one_where_nothing_else_can_be_meant(street, expected):
    found = tags(place(adresse=street))
    assert {k: v for k, v in found.items() if k.startswith("addr:")} == {
        **expected, "addr:postcode": "31670", "addr:city": "Labège",
    }  # fmt: skip


def test_one_main_tag_and_the_others_are_told():
    one = place(typologie=["RFS", "MUNI", "BIB"])
    assert tags(one)["amenity"] == "townhall"
    lost = carried(OPENSTREETMAP, one).lost
    assert [loss.value for loss in lost if loss.field == "typologie"] == ["RFS", "BIB"]


def test_a_permanence_does_not_open_the_building():
    found = tags(place(permanence={"mercredi": "9h-12h"}))
    assert found["opening_hours:permanence"] == "We 09:00-12:00"
    assert "opening_hours" not in found


def test_hours_are_read_as_they_are_meant():
    one = place(horaires={"mardi": "9h-12h, 14h-17h30", "premier samedi du mois": "10h-12h"})
    read = OpeningHours(tags(one)["opening_hours"], auto_country=False, auto_timezone=False)
    start = datetime(2026, 12, 1)
    for half_hour in range(48 * 14):
        moment = start + timedelta(minutes=30 * half_hour)
        ours = any(
            each.start.replace(tzinfo=None) <= moment < each.end.replace(tzinfo=None)
            and each.state == "open"
            for each in one.opening_hours.intervals(start.date(), 15)
        )
        assert read.is_open(moment) == ours, moment


def test_what_is_too_long_is_left_out_and_told():
    text = "a" * 280
    one = place(presentation_resume=text, site_web=["https://www.exemple.fr/" + "b" * 300])
    assert {"description", "website"}.isdisjoint(tags(one))
    assert {"presentation_resume", "site_web"} <= losses(OPENSTREETMAP, one).keys()
    assert all(len(value) <= LONGEST for value in tags(full_place()).values())


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"ferme_le": "2026-01-31"}, "ferme_le"), ({"itinerance": ["Itinérant"]}, "itinerance")],
)
def test_what_is_not_there_is_not_on_the_map(fields, field):
    one = full_place(**fields)
    assert carried(OPENSTREETMAP, one).rows == ()
    assert list(losses(OPENSTREETMAP, one)) == [field]


@pytest.mark.parametrize(
    ("pivot", "key"),
    [("21310254400011", "ref:FR:SIRET"), ("W312345678", "ref:FR:RNA"), ("0123456789", None)],
)
def test_whose_place_it_is(pivot, key):
    one = place(pivot=pivot)
    assert tags(one).get(key) == (pivot if key else None)
    assert ("pivot" in losses(OPENSTREETMAP, one)) is (key is None)
