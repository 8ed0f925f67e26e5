"""Lists of places: by commune, those that can be called first, each with its telephone."""

from __future__ import annotations

import pytest

from plugins.places.by_commune import CommunePlaces, by_commune, commune_order
from plugins.records.entry import entry_of
from tests.support.places import gazetteer, place
from tests.support.theme import component

LABEGE, TOULOUSE = "31254", "31555"
CALLED = place("31/z", nom="Médiathèque de Labège", telephone=["05 61 00 00 00"])
MUTE = place("31/a", nom="Salle de Labège")
ELSEWHERE = place("31/b", nom="Maison de Toulouse", code_insee=TOULOUSE, commune="Toulouse")
PLACES = {each.id: each for each in (CALLED, MUTE, ELSEWHERE)}


def groups() -> list[CommunePlaces]:
    entries = sorted((entry_of(p, b"") for p in PLACES.values()), key=commune_order(gazetteer()))
    return by_commune(entries, PLACES, gazetteer())


def test_the_places_of_a_commune_stand_together_those_to_call_first():
    shown = [(group.commune.nom, [place.id for place in group.places]) for group in groups()]
    assert shown == [("Labège", ["31/z", "31/a"]), ("Toulouse", ["31/b"])]


def test_a_place_of_a_commune_that_nobody_knows_is_left_out():
    lost = entry_of(CALLED, b"")._replace(code_insee="99999")
    assert by_commune([lost], PLACES, gazetteer()) == []


@pytest.mark.parametrize("level", [2, 4])
def test_a_row_says_the_name_and_the_number(level: int):
    html = component("place_rows", "places_by_commune", groups(), level)
    assert f'<h{level}><a href="/territoires/31/labege/">Labège</a>' in html
    assert 'href="tel:+33561000000"' in html
    assert html.index("Médiathèque de Labège") < html.index("05") < html.index("Salle de Labège")
