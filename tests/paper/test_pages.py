"""Which files are made, where, and which are made again after an edit."""

from plugins.paper.pages import has_papers, paper_pages, papers_of
from plugins.press.page_set import is_safe_path
from plugins.records.model.place import Place
from tests.support.sheets import (
    CASTANET,
    GAZETTEER,
    LABEGE,
    MURET,
    SICOVAL,
    TOULOUSE,
    neighbourhood_of,
    place,
)

COMMUNE, EPCI = GAZETTEER.communes[LABEGE], GAZETTEER.epcis[SICOVAL]
PLACES = [place("labege"), place("muret", MURET), place("toulouse", TOULOUSE)]


def files(places: list[Place], common: bytes = b"") -> dict[str, bytes]:
    pages = paper_pages(GAZETTEER, neighbourhood_of(places), common)
    return {page.path: page.fingerprint for page in pages}


def test_every_commune_with_a_record_and_its_epci_have_their_two_files():
    made = files([*PLACES, place("castanet", CASTANET, ferme_le="2025-01-31")])
    assert papers_of(COMMUNE).list == "/papier/31/labege-liste.pdf"
    assert papers_of(EPCI).poster == "/papier/epci/243100633-affiche.pdf"
    own = {LABEGE, MURET, TOULOUSE, CASTANET}  # a closed record leaves the sheets where they are
    for commune in GAZETTEER.communes.values():
        here = {address[1:] for address in papers_of(commune)} & made.keys()
        assert len(here) == (2 if commune.code in own else 0)
    assert "papier/epci/243100633-liste.pdf" in made
    assert all(is_safe_path(path) for path in made)
    elsewhere = GAZETTEER.epcis[GAZETTEER.communes[MURET].epci or ""]
    assert papers_of(elsewhere).list[1:] not in files([place("labege")])


def test_a_site_without_places_prints_nothing():
    assert files([]) == {}
    assert not has_papers(COMMUNE, neighbourhood_of([]))


def test_an_edit_prints_again_only_the_sheets_that_show_the_place():
    many = [*PLACES, *(place(f"castanet-{n}", CASTANET, telephone=["3646"]) for n in range(12))]
    before = files(many)
    after = files([place("labege", telephone=["3949"]), *many[1:]])
    changed = {path for path in before if before[path] != after[path]}
    assert {"papier/31/labege-liste.pdf", "papier/epci/243100633-affiche.pdf"} <= changed
    assert "papier/31/castanet-tolosan-affiche.pdf" in changed  # Labège is among its nearest
    assert "papier/31/muret-liste.pdf" not in changed  # so many are nearer
    assert "papier/epci/243100518-liste.pdf" not in changed
    assert before.keys() == after.keys()


def test_what_all_sheets_share_prints_them_all_again():
    one, other = files(PLACES, b"16 novembre"), files(PLACES, b"17 novembre")
    assert all(one[path] != other[path] for path in one)
