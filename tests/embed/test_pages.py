"""Which frames there are, where, and which are made again after an edit."""

from plugins.embed.pages import Frame, frame_pages, frame_url, territory_of
from plugins.gazetteer import AnyTerritory
from plugins.press.page_set import is_safe_path
from plugins.records.model.place import Place
from tests.support.sheets import (
    CASTANET,
    GAZETTEER,
    LABEGE,
    MURET,
    SICOVAL,
    neighbourhood_of,
    place,
)

PLACES = [place("labege"), place("muret", MURET)]


def files(places: list[Place], labels: bytes = b"") -> dict[str, bytes]:
    pages = frame_pages(GAZETTEER, neighbourhood_of(places), labels)
    return {page.path: page.fingerprint for page in pages}


def test_the_address_of_a_frame_is_that_of_the_page_with_another_first_word():
    territories: list[AnyTerritory] = [
        *GAZETTEER.communes.values(),
        *GAZETTEER.epcis.values(),
        *GAZETTEER.departements.values(),
    ]
    for territory in territories:
        assert frame_url(territory) == "/integrer/" + territory.url.removeprefix("/territoires/")


def test_every_epci_and_departement_has_a_frame_and_communes_with_a_record():
    closed = place("castanet", CASTANET, ferme_le="2026-01-31")
    made = files([*PLACES, closed])
    assert len(made) == 3 + len(GAZETTEER.epcis) + len(GAZETTEER.departements)
    assert {
        "integrer/31/labege/index.html",
        "integrer/31/muret/index.html",
        "integrer/31/castanet-tolosan/index.html",  # pasted somewhere before its place closed
        "integrer/31/index.html",
        f"integrer/epci/{SICOVAL}/index.html",
    } <= made.keys()
    assert all(is_safe_path(path) for path in made)


def test_a_frame_knows_its_territory():
    assert territory_of(Frame("commune", LABEGE), GAZETTEER) is GAZETTEER.communes[LABEGE]
    assert territory_of(Frame("epci", SICOVAL), GAZETTEER) is GAZETTEER.epcis[SICOVAL]
    assert territory_of(Frame("departement", "31"), GAZETTEER) is GAZETTEER.departements["31"]


def test_an_edit_makes_again_only_the_frames_that_show_the_place():
    many = [*PLACES, *(place(f"castanet-{n}", CASTANET, telephone=["3646"]) for n in range(12))]
    before = files(many)
    after = files([place("labege", telephone=["3949"]), *many[1:]])
    changed = {path for path in before if before[path] != after[path]}
    assert {
        "integrer/31/labege/index.html",
        "integrer/31/index.html",
        f"integrer/epci/{SICOVAL}/index.html",
        "integrer/31/castanet-tolosan/index.html",  # Labège is among its nearest
    } <= changed
    assert "integrer/31/muret/index.html" not in changed  # so many are nearer


def test_the_name_of_a_label_stands_in_every_frame():
    one, other = files(PLACES, b"France services"), files(PLACES, b"Maison France services")
    assert all(one[path] != other[path] for path in one)
