"""Which files there are, and which are made again when a record changes."""

import json

import pytest
from jinja2 import Template

from plugins.gazetteer import Gazetteer
from plugins.maps.cards import cards
from plugins.maps.contract import MapCardContext, NationalMapContext
from plugins.maps.files import MapFiles
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.map_urls import Maps
from plugins.maps.page import country_page_set, first_view
from plugins.maps.picture.picture import Pictures
from plugins.press import PageSet
from plugins.press.rendering import renderer
from tests.support.map_places import ALL, CLOSED, HALL, HARBOUR, LIBRARY
from tests.support.places import directory, in_commune

CARD = renderer(
    Template('<a href="/lieux/{{ place.id }}/">\n  {{ place.nom }}</a>', autoescape=True),
    MapCardContext,
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["16", "17", "31"])


def files(gazetteer: Gazetteer, *found) -> MapFiles:
    return MapFiles(directory(found or ALL), gazetteer, "code", "")


def fingerprints(page_set: PageSet) -> dict[str, bytes]:
    return {page.path: page.fingerprint for page in page_set.pages}


def changed(before: PageSet, after: PageSet) -> set[str]:
    old, new = fingerprints(before), fingerprints(after)
    assert old.keys() == new.keys()
    return {path for path in old if old[path] != new[path]}


def test_every_covered_departement_has_its_files_also_without_places(gazetteer: Gazetteer):
    paths = set(fingerprints(files(gazetteer).points()))
    assert paths == {f"cartes/points/{name}.json" for name in ("16", "17", "31", "france")}
    page_set = files(gazetteer).points()
    empty = next(page for page in page_set.pages if page.path.endswith("/16.json"))
    assert json.loads(str(page_set.render(empty.key)))["id"] == []


def test_a_changed_record_makes_only_its_departement_again_and_the_country(gazetteer: Gazetteer):
    renamed = in_commune("31/mediatheque", "31254", 43.53172, 1.53219, nom="Bibliothèque")
    before, after = files(gazetteer), files(gazetteer, renamed, HALL, CLOSED, HARBOUR)
    assert changed(before.points(), after.points()) == {
        "cartes/points/31.json",
        "cartes/points/france.json",
    }
    assert changed(before.cards(CARD), after.cards(CARD)) == {"cartes/fiches/31.json"}
    shapes = Outlines.load()
    assert changed(before.shapes(shapes), after.shapes(shapes)) == set()


def test_a_place_that_is_on_no_map_makes_nothing_again(gazetteer: Gazetteer):
    before, after = files(gazetteer, LIBRARY, CLOSED), files(gazetteer, LIBRARY)
    assert changed(before.points(), after.points()) == set()
    assert changed(before.cards(CARD), after.cards(CARD)) == set()


def test_another_code_makes_everything_again(gazetteer: Gazetteer):
    other = MapFiles(directory(ALL), gazetteer, "other", "")
    assert len(changed(files(gazetteer).points(), other.points())) == 4


def test_cards_are_html_by_slug_with_links_under_the_path_of_the_site():
    places = directory([LIBRARY, HARBOUR])
    evil = directory([in_commune("31/x", "31254", 43.5, 1.5, nom="<b>Lieu</b>")])
    found = json.loads(cards(places.entries, places, CARD, "/aide"))
    assert found["mediatheque"] == '<a href="/aide/lieux/31/mediatheque/">\nMediatheque</a>'
    assert set(found) == {"mediatheque", "maison-du-port"}
    assert "<b>" not in cards(evil.entries, evil, CARD, "")


def test_templates_ask_for_files_by_departement():
    kinds = {"x": (["a.js"], ["b.css"], "c/x.js")}
    maps = Maps("/aide", lambda name: f"/assets/{name}", kinds, ["16", "31"])
    assert maps.kind("x").scripts == "/aide/assets/a.js /aide/c/x.js"
    assert maps.kind("x").styles == "/aide/assets/b.css"
    assert maps.points(["31", "16", "31", "75"]) == (
        "/aide/cartes/points/16.json /aide/cartes/points/31.json"
    )
    assert maps.outlines(["31"]) == "/aide/cartes/fonds/31.json"
    assert maps.outlines() == maps.outlines(["75"]) == "/aide/cartes/fonds/france.json"


def test_the_page_counts_open_places_and_changes_with_their_number(gazetteer: Gazetteer):
    def show(context: NationalMapContext) -> str:
        return "".join(f"{departement.code}:{n} " for departement, n in context.departements)

    drawn = Pictures(gazetteer, Outlines.load())
    page_set = country_page_set(directory(ALL), gazetteer, drawn, show)
    assert page_set.render(None) == "17:1 31:3 "
    fewer = country_page_set(directory([LIBRARY, HARBOUR]), gazetteer, drawn, show)
    assert changed(page_set, fewer) == {"cartes/index.html"}


def test_the_first_view_is_the_mainland_where_some_places_are_there(gazetteer: Gazetteer):
    known = gazetteer.all_departements
    both = first_view([known["31"], known["974"]])
    assert both == known["31"].bounds
    assert first_view([known["974"]]) == known["974"].bounds
    assert first_view([]) is None
