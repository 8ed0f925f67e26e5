"""A place without a telephone: how else one reaches it is said on cards and in easy words."""

from __future__ import annotations

import pytest

from plugins.records.model.place import Place
from tests.support.places import gazetteer, place
from tests.support.theme import component, page

BOOKING = "https://rdv.exemple.fr/"


def easy(one: Place) -> str:
    return page("easy_place.html", place=one, commune=gazetteer().communes["31254"])


@pytest.mark.parametrize(
    ("fields", "link", "advice"),
    [
        ({"prise_rdv": BOOKING}, f'href="{BOOKING}"', "Prenez rendez-vous avant de venir."),
        ({"courriels": ["aide@exemple.fr"]}, 'href="mailto:aide@exemple.fr"', "Écrivez avant"),
        ({"site_web": ["https://www.exemple.fr/"]}, 'href="https://www.exemple.fr/"', "son site"),
    ],
)
def test_easy_words_give_each_way_to_reach_a_place(
    fields: dict[str, object], link: str, advice: str
):
    html = easy(place(f"31/{next(iter(fields))}", **fields))
    assert link in html
    assert advice in html
    assert "Demandez à la mairie" not in html


def test_a_town_hall_is_not_sent_to_the_town_hall():
    html = easy(place("31/mairie", nom="Mairie de Labège"))
    assert "Demandez sur place." in html
    assert "Demandez à la mairie" not in html
    assert "Demandez à la mairie" in easy(place("31/autre"))


@pytest.mark.parametrize("name", ["card", "slim_card"])
def test_a_card_without_telephone_books(name: str):
    assert BOOKING in component(name, name, place("31/a", prise_rdv=BOOKING))
    called = component(name, name, place("31/b", prise_rdv=BOOKING, telephone=["05 61 00 00 00"]))
    assert BOOKING not in called
    assert "tel:" in called
