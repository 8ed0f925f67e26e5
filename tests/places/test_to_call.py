"""A record of which nothing helps leads to the nearest place that can be called."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any, cast

from plugins.hosting.sitemaps import sitemaps_page_set
from plugins.places.pages import PlacePages
from plugins.press.page_set import Page, PageSet
from plugins.records.entry import Places, entry_of
from plugins.records.model.place import Place
from tests.support.places import full_place, gazetteer, place

NEAR = full_place(latitude="43.54", longitude="1.51")
FAR = place("31/loin", telephone=["05 61 00 00 00"], latitude="43.9", longitude="1.51")
CLOSED = place(
    "31/ferme", telephone=["05 61 00 00 00"], ferme_le="2020-01-01", latitude="43.53",
    longitude="1.51",
)  # fmt: skip
MUTE = place("31/muet", courriels=["a@exemple.fr"], latitude="43.53", longitude="1.51")


def pages_of(*known: Place) -> tuple[Places, PlacePages]:
    by_id = {one.id: one for one in known}
    places = Places((entry_of(one, b"") for one in known), lambda entry: by_id[entry.id])
    return places, PlacePages(places, {}, {}, gazetteer())


def test_the_nearest_that_has_a_telephone_is_named_with_its_distance():
    blank = place("31/vide", adresse="1 rue", latitude="43.53", longitude="1.51")
    places, pages = pages_of(blank, NEAR, FAR, CLOSED, MUTE)
    shown = pages.place(places.by_id[blank.id])
    assert shown.is_blank
    assert shown.to_call
    called, km = shown.to_call
    assert called.id == NEAR.id
    assert km
    assert 1 < km < 1.3
    assert not pages.place(places.by_id[MUTE.id]).is_blank, "one can write"
    assert pages.place(places.by_id[MUTE.id]).to_call is None
    assert not pages.place(places.by_id[CLOSED.id]).is_blank, "it says that it is closed"


def test_from_a_position_that_nobody_knows_no_distance_is_said():
    blank = place("31/vide", latitude=None, longitude=None)
    places, pages = pages_of(blank, NEAR, FAR)
    shown = pages.place(places.by_id[blank.id])
    assert shown.to_call
    assert shown.to_call[0].id == NEAR.id
    assert shown.to_call[1] is None


def test_where_nobody_can_be_called_nobody_is_named():
    blank = place("31/vide", latitude="43.53", longitude="1.51")
    places, pages = pages_of(blank, MUTE, CLOSED)
    assert pages.place(places.by_id[blank.id]).to_call is None


def test_a_record_of_which_nothing_helps_is_no_neighbour():
    blank = place("31/vide", adresse="1 rue", latitude="43.53", longitude="1.51")
    places, pages = pages_of(blank, NEAR, MUTE)
    assert [one.place.id for one in pages.near(places.by_id[NEAR.id])] == [MUTE.id]


def test_search_engines_are_not_told_of_it_in_any_language():
    blank = place("31/vide", latitude="43.53", longitude="1.51")
    places, _ = pages_of(blank, NEAR, CLOSED)
    listed = [
        Page(f"{prefix}lieux/{one.id}/index.html", b"", None)
        for prefix in ("", "en/", "facile/")
        for one in (blank, NEAR, CLOSED)
    ]
    site = SimpleNamespace(url="https://exemple.fr", date=datetime.date(2026, 11, 30))
    sets = [PageSet("lieux", listed, lambda key: "")]
    press = cast("Any", SimpleNamespace(site=site, page_sets=lambda: sets))
    made = sitemaps_page_set(press, places, ["31"])
    text = "".join(str(made.render(page.key)) for page in made.pages if page.key)
    assert text.count(f"/lieux/{NEAR.id}/") == 3
    assert "vide" not in text
    assert "ferme" not in text
