"""What is computed from a place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plugins.gazetteer import Gazetteer
from plugins.hours import Calendar
from plugins.records.freshness import freshness
from plugins.records.model.place import Place
from plugins.records.phones import read_phone
from plugins.records.reading.reader import parse_record
from plugins.vocabulary.needs import NEEDS
from tests.support.records import GOOD


def place(**fields: object) -> Place:
    tree = parse_record(GOOD.encode(), "31/x.yaml")
    assert isinstance(tree, dict)
    return Place.from_tree({**tree, **fields}, "31/mediatheque-de-labege")


def test_identity_comes_from_the_path():
    one = place()
    assert (one.id, one.slug, one.departement, one.url) == (
        "31/mediatheque-de-labege",
        "mediatheque-de-labege",
        "31",
        "/lieux/31/mediatheque-de-labege/",
    )


def test_a_place_does_not_change():
    with pytest.raises(ValidationError):
        place().nom = "Autre"


def test_needs_in_plain_words():
    slugs = [need.slug for need in place().needs]
    assert slugs == ["demarches", "apprendre"]
    assert [n.slug for n in place(services=[], equipements=["wifi", "prêt"]).needs] == [
        "se-connecter",
        "s-equiper",
    ]


def test_every_national_service_answers_a_need():
    from typing import get_args

    from plugins.vocabulary import national

    met = frozenset().union(*(need.services for need in NEEDS))
    assert met == set(get_args(national.Service))


@pytest.mark.parametrize(
    ("stated", "fees"),
    [
        ([], "unknown"),
        (["Gratuit"], "free"),
        (["Payant"], "paid"),
        (["Gratuit", "Payant"], "mixed"),
        (["Gratuit sous condition"], "conditional"),
        (["Gratuit", "Gratuit sous condition"], "conditional"),
    ],
)
def test_fees(stated, fees):
    assert place(frais_a_charge=stated).fees == fees


def test_freshness_by_age():
    today = date(2026, 11, 22)
    assert freshness(date(2026, 8, 1), None, today).level == "fresh"
    assert freshness(date(2026, 3, 3), None, today) == ("to-check", date(2026, 3, 3), True)
    assert freshness(None, date(2024, 8, 1), today) == ("old", date(2024, 8, 1), False)
    assert freshness(None, None, today) == ("unknown", None, False)
    assert freshness(date(2020, 1, 1), date(2026, 11, 1), today).level == "fresh"


def test_freshness_falls_back_on_the_newest_source():
    old = place(source=[{"nom": "a", "date": "2019-01-01"}, {"nom": "b", "date": "2024-01-01"}])
    undated = Place.from_tree(
        {k: v for k, v in old.model_dump(exclude_none=True, mode="json").items()
         if k in ("nom", "code_postal", "code_insee", "commune", "source")},
        "31/x",
    )  # fmt: skip
    assert undated.freshness(date(2026, 11, 22)).date == date(2024, 1, 1)
    assert [source.nom for source in undated.sources] == ["b", "a"]


def test_opening_hours_use_the_calendar_of_the_departement():
    tree = parse_record(GOOD.encode(), "31/x.yaml")
    assert isinstance(tree, dict)
    calendar = Calendar.of(Gazetteer.load([]).all_departements["31"])
    exceptions = [{"du": "2026-11-24", "horaires": "fermé", "motif": "Congés"}]
    open_place = Place.from_tree({**tree, "exceptions": exceptions}, "31/x", calendar)
    hours = open_place.opening_hours
    assert [i.start.hour for i in hours.intervals(date(2026, 11, 25), 1)] == [9]
    assert hours.intervals(date(2026, 11, 24), 1) == ()
    with pytest.raises(ValueError, match="calendar"):
        _ = place().opening_hours


PHONES = {
    "05 61 00 00 00": ("05 61 00 00 00", "tel:+33561000000"),
    "0561000000": ("05 61 00 00 00", "tel:+33561000000"),
    "05.61.00.00.00": ("05 61 00 00 00", "tel:+33561000000"),
    "+33 (0)5 61 00 00 00": ("05 61 00 00 00", "tel:+33561000000"),
    "+33561000000": ("05 61 00 00 00", "tel:+33561000000"),
    "0033 5 61 00 00 00": ("05 61 00 00 00", "tel:+33561000000"),
    "3949": ("39 49", "tel:3949"),
    "39 49": ("39 49", "tel:3949"),
    "118 218": ("118 218", "tel:118218"),
    "0590 00 00 00": ("05 90 00 00 00", "tel:+590590000000"),
    "+262 262 00 00 00": ("02 62 00 00 00", "tel:+262262000000"),
    "05 08 41 00 00": ("05 08 41 00 00", "tel:+508410000"),
    "+687 24 24 24": ("+687 24 24 24", "tel:+687242424"),
}


@pytest.mark.parametrize("typed", PHONES)
def test_phones_as_people_type_them(typed):
    phone = read_phone(typed)
    assert phone is not None
    assert (phone.display, phone.uri) == PHONES[typed]


@pytest.mark.parametrize("typed", ["", "05 61", "+33123456", "561000000", "05 61 00 00 00 ou 3949"])
def test_what_is_not_one_phone_number(typed):
    assert read_phone(typed) is None


@given(st.text(max_size=40))
def test_no_text_breaks_a_phone(text):
    phone = read_phone(text)
    assert phone is None or phone.uri.startswith("tel:")
