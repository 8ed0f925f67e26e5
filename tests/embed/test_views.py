"""What frames show of places."""

from collections.abc import Sequence
from typing import Any

import pytest
from markupsafe import Markup

from plugins.embed.choice_words import all_tokens, masks, tokens_of
from plugins.embed.pages import Frame
from plugins.embed.views import EPCI_MOST, LISTED_MOST, FrameLook, FrameViews
from plugins.records.model.place import Place
from tests.support.places import full_place
from tests.support.sheets import (
    CASTANET,
    GAZETTEER,
    LABEGE,
    SICOVAL,
    TOULOUSE,
    neighbourhood_of,
    place,
)

LABELS: dict[str, Any] = dict.fromkeys(["aidants-connect", "france-services"])
FREE: dict[str, Any] = {"frais_a_charge": ["Gratuit"]}


def shown(frame: Frame, places: Sequence[Place]) -> Any:
    """A context of one of two kinds."""
    by_id = {p.id: p for p in places}
    look = FrameLook([], "/choix.css", Markup())
    return FrameViews(GAZETTEER, neighbourhood_of(places), by_id, LABELS, look).show(frame)


def ids(group: Any) -> list[str]:
    return [one.place.id for one in group.shown]


def test_a_commune_shows_its_places_then_those_around():
    places = [place("labege", **FREE), place("castanet", CASTANET)]
    found = shown(Frame("commune", LABEGE), places)
    here, around = found.groups
    assert (ids(here), here.is_here, here.tokens) == (["31/labege"], True, ["gratuit"])
    assert (ids(around), around.is_here, around.tokens) == (["31/castanet"], False, [])
    assert around.shown[0].distance_km == pytest.approx(5, abs=3)
    assert (found.total, found.used) == (1, {"gratuit"})


def test_a_commune_without_places_shows_only_those_around():
    found = shown(Frame("commune", LABEGE), [place("castanet", CASTANET)])
    assert [group.is_here for group in found.groups] == [False]
    assert found.total == 0


def test_useful_places_come_first_in_every_frame():
    places = [place("a"), place("b", telephone=["05 61 00 00 00"]), place("c", horaires="24/7")]
    for frame in (Frame("commune", LABEGE), Frame("epci", SICOVAL)):
        assert ids(shown(frame, places).groups[0]) == ["31/b", "31/c", "31/a"]


def test_closed_places_are_in_no_frame():
    places = [place("labege", ferme_le="2024-01-01"), place("castanet", CASTANET)]
    for frame in (Frame("commune", LABEGE), Frame("epci", SICOVAL)):
        for group in shown(frame, places).groups:
            assert "31/labege" not in ids(group)
    assert [line.total for line in shown(Frame("departement", "31"), places).lines] == [1]


def test_a_large_commune_is_cut_and_says_how_many_there_are():
    places = [place(f"t-{n}", TOULOUSE) for n in range(LISTED_MOST + 5)]
    found = shown(Frame("commune", TOULOUSE), places)
    assert len(found.groups[0].shown) == LISTED_MOST
    assert found.total == LISTED_MOST + 5


def test_an_epci_shows_its_places_commune_by_commune_while_they_are_few():
    places = [place("labege"), place("a", CASTANET), place("b", CASTANET)]
    groups = shown(Frame("epci", SICOVAL), places).groups
    assert [(group.commune.code, len(group.shown)) for group in groups] == [
        (CASTANET, 2),
        (LABEGE, 1),
    ]
    many = [place(f"c-{n}", CASTANET) for n in range(EPCI_MOST + 1)]
    (line,) = shown(Frame("epci", SICOVAL), many).lines
    assert (line.url, line.total) == ("/integrer/31/castanet-tolosan/", EPCI_MOST + 1)


def test_a_departement_lists_communes_with_the_words_of_each_place():
    places = [place("a"), place("b", **FREE), place("c", labels=["france-services"], **FREE)]
    (line,) = shown(Frame("departement", "31"), places).lines
    assert (line.commune.code, line.total) == (LABEGE, 3)
    assert line.tokens == ["gratuit", "label-france-services"]
    order = all_tokens(LABELS)
    counted = [
        {order[bit] for bit in range(len(order)) if int(mask, 16) >> bit & 1}
        for mask in line.masks.split()
    ]
    assert counted == [set(), {"gratuit"}, {"gratuit", "label-france-services"}]


def test_a_label_that_the_site_does_not_know_counts_for_nothing():
    assert "label-inconnu" in tokens_of(place("x", labels=["inconnu"]))
    assert masks([place("x", labels=["inconnu"])], all_tokens(LABELS)) == "0"


def test_words_are_those_of_the_lists_of_communes_then_labels():
    assert tokens_of(full_place())[-1] == "label-france-services"
    assert tokens_of(full_place())[:-1] == full_place().facets
