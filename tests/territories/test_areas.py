"""Larger territories: where one is and whom to call first; what they do with others, elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape

import pytest

from plugins.gazetteer import Epci, Gazetteer
from plugins.records.entry import entry_of
from plugins.records.model.label import Label
from plugins.records.model.network import Network
from plugins.records.model.place import Place
from plugins.records.model.territory import Territory
from plugins.territories import area_pages
from plugins.territories.area_pages import DepartementPage, EpciPage
from plugins.territories.area_views import AreaViews
from plugins.territories.contract import DepartementContext, EpciContext
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import Fingerprints
from plugins.territories.records import TerritoryRecords
from tests.support.places import gazetteer, in_commune
from tests.support.theme import shown

LABEGE, TOULOUSE, SICOVAL = "31254", "31555", "243100633"
CALL = ["05 61 00 00 00"]


class Areas:
    """The pages of the Haute-Garonne with `places`, and with what is said of the Sicoval."""

    def __init__(
        self,
        places: Sequence[Place] = (),
        said: Mapping[str, object] | None = None,
        labels: Mapping[str, Label] | None = None,
        networks: Mapping[str, Network] | None = None,
    ) -> None:
        self.known: Gazetteer = gazetteer()
        entries = [entry_of(place, place.id.encode()) for place in places]
        self.near = Neighbourhood(self.known, entries)
        id_ = f"epci/{SICOVAL}"
        records = {id_: Territory.from_tree(said, id_)} if said else {}
        found = TerritoryRecords(records, {id_: b"1"} if said else {}, networks or {}, {})
        by_id = {place.id: place for place in places}
        self.common = Fingerprints(self.known, found.fingerprints)
        self.views = AreaViews(self.known, self.near, by_id, labels or {}, found, "recherche/i")

    def epci(self, siren: str = SICOVAL) -> list[EpciContext]:
        pages = area_pages.epci_pages(self.known, self.near, self.common, "")
        keys = [page.key for page in pages if isinstance(page.key, EpciPage)]
        return [self.views.epci(key) for key in keys if key.epci.siren == siren]

    def departement(self) -> list[DepartementContext]:
        pages = area_pages.departement_pages(self.known, self.near, self.common, "", {})
        keys = [page.key for page in pages if isinstance(page.key, DepartementPage)]
        return [self.views.departement(key) for key in keys]

    def sicoval(self) -> Epci:
        return self.known.epcis[SICOVAL]


def text(html: str) -> str:
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.fixture(scope="module")
def here() -> Areas:
    places = [
        in_commune("31/salle", LABEGE),
        in_commune("31/mediatheque", LABEGE, telephone=CALL),
        in_commune("31/maison", TOULOUSE, telephone=CALL),
    ]
    return Areas(places, {"nom": "Sicoval", "chiffres": [{"valeur": "20 %", "texte": "Un fait."}]})


def test_an_epci_asks_where_one_is_then_shows_its_places_with_their_telephone(here: Areas):
    (page,) = here.epci()
    groups = [(group.commune.nom, [p.id for p in group.places]) for group in page.groups]
    assert groups == [("Labège", ["31/mediatheque", "31/salle"])]
    assert [d.code for d in page.departements] == ["31"]
    html = shown(page)
    places = ["Où êtes-vous", "data-find", "tel:+33561000000", 'class="map"', "Castanet-Tolosan"]
    order = [html.index(part, html.index("<main")) for part in places]
    assert order == sorted(order)


def test_communes_without_any_place_stand_apart(here: Areas):
    (page,) = here.epci()
    assert len(page.without) == 35
    assert "Labège" not in [commune.nom for commune in page.without]
    below = shown(page).partition('id="communes"')[2]
    assert "/territoires/31/castanet-tolosan/" in below
    assert "/territoires/31/labege/" not in below


def test_what_an_epci_does_with_others_is_on_a_page_of_its_own(here: Areas):
    (page,) = here.epci()
    assert "Un fait" not in text(shown(page))
    assert f'href="/territoires/epci/{SICOVAL}/coordination/"' in shown(page)
    other = here.views.coordination(here.sicoval())
    assert other.url == page.coordination
    assert "20 % Un fait" in text(shown(other))


def test_nobody_speaks_of_an_epci_then_it_has_no_such_page():
    silent = Areas()
    (page,) = silent.epci()
    assert page.coordination == ""
    assert "coordination/" not in shown(page)
    assert list(area_pages.coordination_pages(silent.known, silent.common)) == []


def test_a_network_speaks_of_the_territories_where_it_acts():
    tree = {"nom": "R", "resume": "On aide.", "statut": "actif", "territoires": [f"epci/{SICOVAL}"]}
    network = Network.from_tree(tree, "r")
    areas = Areas(networks={"r": network})
    assert areas.views.coordination(areas.sicoval()).networks == [network]
    assert areas.epci()[0].coordination
    assert areas.departement()[0].coordination == ""


def test_a_large_epci_has_several_pages_and_one_picture():
    many = [in_commune(f"31/p{n:03}", TOULOUSE) for n in range(area_pages.PLACES_A_PAGE + 1)]
    first, second = Areas(many).epci("243100518")
    assert [len(page.groups[0].places) for page in (first, second)] == [len(many) - 1, 1]
    assert second.url == f"{first.url}page-2/" == first.paging.urls[1]
    assert 'class="map"' in shown(first)
    assert 'class="map"' not in shown(second)
    assert 'rel="next"' in shown(first)


def test_a_departement_says_whom_to_call_in_each_commune_that_has_a_place(here: Areas):
    (page,) = here.departement()
    lines = [(line.commune.nom, line.total, line.place and line.place.id) for line in page.to_call]
    assert lines == [("Labège", 2, "31/mediatheque"), ("Toulouse", 1, "31/maison")]
    html = shown(page)
    parts = ["Où êtes-vous", "data-find", "communes/#l", "tel:+33561000000", "groupes"]
    order = [html.index(part, html.index("<main")) for part in parts]
    assert order == sorted(order)
    assert "/territoires/31/castanet-tolosan/" not in html


def test_a_commune_where_nobody_has_a_telephone_is_listed_all_the_same():
    (page,) = Areas([in_commune("31/salle", LABEGE)]).departement()
    assert [(line.commune.nom, line.place) for line in page.to_call] == [("Labège", None)]
    assert "tel:" not in shown(page)


def test_every_letter_leads_to_the_communes_that_begin_with_it(here: Areas):
    letters = set(re.findall(r'"/territoires/31/communes/#(\w)"', shown(here.departement()[0])))
    page = here.views.commune_list("31")
    assert len(page.communes) == 586
    assert [commune.slug for commune, _ in page.communes] == sorted(
        commune.slug for commune, _ in page.communes
    )
    assert letters == set(re.findall(r'<h2 id="(\w)"', shown(page)))
    assert "Labège 2 lieux" in text(shown(page))


def test_the_labels_of_a_departement():
    tree = {"nom": "Pix", "nature": "label", "resume": "Un test.", "statut": "actif"}
    pix = Label.from_tree(tree, "pix")
    places = [in_commune("31/salle", LABEGE, labels=["pix", "unknown"])]
    (page,) = Areas(places, labels={"pix": pix}).departement()
    assert page.labels == [pix]
    assert SICOVAL in [epci.siren for epci in page.epcis]
