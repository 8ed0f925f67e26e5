"""HSDS: what its schemas ask for, identifiers that stay, hours as rules where there are rules."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from plugins.opendata.formats.export_format import Surroundings
from plugins.opendata.formats.hsds import HSDS
from plugins.records.model.place import Place
from tests.support.exports import carried, losses, surroundings, written
from tests.support.hsds import SERVICES_SCHEMA
from tests.support.places import full_place, place

VALIDATOR = Draft202012Validator(SERVICES_SCHEMA, format_checker=FormatChecker())
ADDRESS = "https://aide.exemple.fr/lieux/31/mediatheque-de-labege/"


def service(one: Place, around: Surroundings | None = None) -> dict[str, Any]:
    content = json.loads(written(HSDS, [one], around))
    VALIDATOR.validate(content)
    found: dict[str, Any] = content[0]
    return found


def rules(one: Place) -> list[dict[str, Any]]:
    """The schedules of the location, without what names them."""
    location = service(one)["service_at_locations"][0]["location"]
    return [
        {name: value for name, value in each.items() if name not in ("id", "description")}
        for each in location.get("schedules", ())
    ]


def ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["id"]] if "id" in value else []
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from ids(part)


def test_a_full_place(labels):
    found = service(full_place(pivot="21310254400011"), surroundings(labels))
    assert found["status"] == "active"
    assert found["assured_date"] == "2026-10-03"
    assert [phone["number"] for phone in found["phones"]] == ["+33561000000", "3949"]
    assert found["alert"] == (
        "Du 1er novembre au 20 décembre 2026 : Plus d'imprimante. "
        "Du 24 décembre 2026 au 2 janvier 2027 : fermé."
    )
    location = found["service_at_locations"][0]["location"]
    assert location["transportation"] == "Bus : Ligne 79 ; Voiture : Devant la mairie"
    assert location["addresses"][0]["state_province"] == "Haute-Garonne"
    said = {(each["link_type"], each["value"]) for each in found["attributes"]}
    assert {("labels", "France Services"), ("typologie", "BIB"), ("equipements", "prêt")} <= said
    assert "exceptions" in losses(HSDS, full_place())


def test_identifiers_are_unique_and_those_of_the_address():
    found = list(ids(service(full_place())))
    assert len(set(found)) == len(found) > 15
    assert found[0] == str(uuid5(NAMESPACE_URL, ADDRESS))
    assert str(uuid5(NAMESPACE_URL, f"{ADDRESS}#lieu")) in found


@pytest.mark.parametrize(
    ("hours", "expected", "is_whole"),
    [
        (
            "Tu 09:00-12:00,14:00-17:30; Th 09:00-12:00",
            [
                {"freq": "WEEKLY", "byday": "TU,TH", "opens_at": "09:00", "closes_at": "12:00"},
                {"freq": "WEEKLY", "byday": "TU", "opens_at": "14:00", "closes_at": "17:30"},
            ],
            True,
        ),
        (
            "Mo[1,3] 09:00-12:00",
            [{"freq": "MONTHLY", "byday": "1MO,3MO", "opens_at": "09:00", "closes_at": "12:00"}],
            True,
        ),
        (
            "Sa 20:00-26:00",
            [{"freq": "WEEKLY", "byday": "SA", "opens_at": "20:00", "closes_at": "02:00"}],
            True,
        ),
        ("Jul-Aug Mo 09:00-12:00", [{}], False),
        (
            "Mo 09:00-12:00; PH off",
            [{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}],
            False,
        ),
        ('Tu unknown "sur rendez-vous"', [{}], False),
    ],
    ids=["a week", "ranks", "past midnight", "a season", "public holidays", "on appointment"],
)
def test_hours_are_rules_where_rules_can_say_them(hours, expected, is_whole):
    one = place(horaires=hours)
    assert rules(one) == expected
    assert ("horaires" not in losses(HSDS, one)) is is_whole


def test_one_week_in_two_has_its_first_day():
    (rule,) = rules(place(horaires="un mardi sur deux à partir du 6 octobre 2026, 9h-12h"))
    assert rule == {
        "freq": "WEEKLY", "byday": "TU", "opens_at": "09:00", "closes_at": "12:00",
        "interval": 2, "dtstart": "2026-10-06",
    }  # fmt: skip


def test_days_that_nobody_speaks_of_are_told():
    why = {loss.why for loss in carried(HSDS, place(horaires={"mardi": "9h-12h"})).lost}
    assert any("ne dit pas" in each for each in why)


def test_a_permanence_belongs_to_the_service_there():
    (at_location,) = service(place(permanence={"mercredi": "9h-12h"}))["service_at_locations"]
    assert [each["byday"] for each in at_location["schedules"]] == ["WE"]
    assert "schedules" not in at_location["location"]


def test_a_closed_place_stays_and_says_so():
    one = place(ferme_le="2026-01-31")
    assert service(one)["status"] == "defunct"
    assert losses(HSDS, one)["ferme_le"] == "2026-01-31"


def test_overseas(labels):
    one = place("974/mairie", nom="Mairie", code_postal="97400", code_insee="97411",
                commune="Saint-Denis", telephone=["0262 12 34 56"])  # fmt: skip
    found = service(one)
    assert found["phones"][0]["number"] == "+262262123456"
    address = found["service_at_locations"][0]["location"]["addresses"][0]
    assert (address["region"], address["address_1"]) == ("La Réunion", "")
    assert "adresse" in losses(HSDS, one)
