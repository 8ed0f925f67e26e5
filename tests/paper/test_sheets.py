"""Which places a sheet shows, in which order, and what it says at its edges."""

import json
from dataclasses import replace
from typing import Any

from plugins.gazetteer import Gazetteer
from plugins.paper.sheets import Sheet, Sheets
from plugins.territories.neighbourhood import Neighbourhood
from tests.support.places import directory, in_commune
from tests.support.sheets import CASTANET, LABEGE, MURET, SICOVAL, SITE, TOULOUSE, data_of, place

PHONE = ["05 61 00 00 00"]


def names(places: list[dict[str, object]]) -> list[object]:
    return [shown["name"] for shown in places]


def test_a_list_has_the_commune_first_then_the_nearest():
    places = [
        place("muret", MURET),
        place("loin", LABEGE, north=0.01),
        place("centre", LABEGE, north=0.001),
        place("castanet", CASTANET),
    ]
    here, around = data_of("liste", LABEGE, places)["groups"]
    assert (here["title"], names(here["places"])) == ("Dans la commune", ["Centre", "Loin"])
    assert names(around["places"]) == ["Castanet", "Muret"]
    assert here["places"][0]["distance"] == "à\u00a0100\u00a0m"


def test_a_list_without_any_place_in_the_commune_has_one_group():
    groups = data_of("liste", LABEGE, [place("castanet", CASTANET)])["groups"]
    assert [group["title"] for group in groups] == ["Autour"]


def overseas(template: str, code: str) -> dict[str, Any]:
    """What the sheet of a commune of the Pacific or of Saint-Martin shows, with a place in Nouméa
    and one in Saint-Martin."""
    known = Gazetteer.load(["978", "988"])
    found = [in_commune("988/noumea", "98818"), in_commune("978/marigot", "97801")]
    listed = directory(found)
    sheets = Sheets(known, Neighbourhood(known, listed.entries), listed, SITE)
    told: dict[str, Any] = json.loads(sheets.data(Sheet(template, known.communes[code])))
    return told


def test_a_sheet_claims_no_commune_nor_what_is_near_where_there_is_none():
    titles = {
        code: [group["title"] for group in overseas("liste", code)["groups"]]
        for code in ("97801", "98801", "98818")
    }
    assert titles == {
        "97801": ["Saint-Martin"], "98801": ["D’autres lieux"], "98818": ["Dans la commune"],
    }  # fmt: skip
    assert overseas("affiche", "98818")["around"] == "Nouméa"
    assert data_of("affiche", LABEGE, [place("a", LABEGE)])["around"] == "Labège et autour"


def test_a_long_list_says_how_many_are_left_out():
    places = [place(f"lieu-{n}", TOULOUSE, north=n / 1000) for n in range(26)]
    shown = data_of("liste", TOULOUSE, places)
    assert (len(shown["groups"][0]["places"]), shown["more"]) == (20, 6)


def test_a_poster_puts_last_who_cannot_be_called():
    places = [
        place("muet", LABEGE),
        *(place(f"lieu-{n}", CASTANET, north=-n / 1000, telephone=PHONE) for n in range(4)),
    ]
    shown = data_of("affiche", LABEGE, places)["places"]
    assert names(shown) == ["Lieu-0", "Lieu-1", "Lieu-2", "Lieu-3", "Muet"]
    assert shown[0]["phones"] == [{"text": "05 61 00 00 00", "link": "tel:+33561000000"}]


def test_sheets_of_an_epci_keep_to_its_communes():
    places = [place("toulouse", TOULOUSE, telephone=PHONE)]
    places += [place("labege", LABEGE, telephone=PHONE), place("castanet", CASTANET)]
    groups = data_of("liste", SICOVAL, places)["groups"]
    assert [(g["title"], names(g["places"])) for g in groups] == [
        ("Castanet-Tolosan", ["Castanet"]),
        ("Labège", ["Labege"]),
    ]
    poster = data_of("affiche", SICOVAL, places)
    assert names(poster["places"]) == ["Labege", "Castanet"]
    assert poster["around"] == "Communauté d’agglomération du Sicoval"
    assert {shown["distance"] for shown in poster["places"]} == {""}


def test_closed_places_are_on_no_sheet():
    places = [place("ferme", LABEGE, ferme_le="2025-01-01"), place("ouvert", CASTANET)]
    groups = data_of("liste", LABEGE, places)["groups"]
    assert [names(group["places"]) for group in groups] == [["Ouvert"]]


def test_the_edges_say_where_when_and_from_what():
    source = {"nom": "france-services-2024-08", "licence": "Licence Ouverte 2.0"}
    places = [place(name, source=[{**source, "date": "2024-08-01"}]) for name in "ab"]
    shown = data_of("liste", LABEGE, places)
    assert shown["address"] == "aide.exemple.fr/territoires/31/labege"
    assert shown["date"] == "1er août 2024"
    assert shown["sources"] == [
        "Liste nationale des France services, août 2024 (Licence Ouverte 2.0)"
    ]
    assert shown["publisher"] == "Ville d’Exemple"
    assert shown["qr"].startswith("<svg")


def test_without_a_public_address_there_is_no_code():
    shown = data_of("liste", LABEGE, [place("a")], replace(SITE, url=""))
    assert (shown["qr"], shown["address"]) == ("", "")
