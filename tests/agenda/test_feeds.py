"""Feeds: what is there, cancelled, added; read by an XML parser as feed readers do."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.agenda.calendars.atom import FeedEntry, atom_text
from tests.support.calendars import EVERY_TUESDAY, RECORDS, small

ATOM = "{http://www.w3.org/2005/Atom}"


def plain(text: str) -> str:
    """With spaces as one types them."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def entries(data: bytes) -> list[dict[str, str]]:
    """Entries in order: the text of each element, the address of its link."""
    feed = ElementTree.fromstring(data)  # noqa: S314 (our own file)
    assert feed.tag == f"{ATOM}feed"
    found = []
    for entry in feed.iter(f"{ATOM}entry"):
        texts = {child.tag.removeprefix(ATOM): plain(child.text or "") for child in entry}
        link = entry.find(f"{ATOM}link")
        assert link is not None
        found.append({**texts, "link": link.attrib["href"]})
    return found


def test_a_feed_tells_what_is_there_cancelled_and_added(tmp_path: Path):
    found = entries(small(tmp_path).files["/agenda/31/labege.atom"])
    told = {entry["title"]: entry for entry in found}
    assert set(told) == {
        "Atelier : Premiers pas",
        "Annulé : Premiers pas, mardi 1er décembre 2026, de 14 h à 16 h",
        "Séance en plus : Premiers pas, samedi 28 novembre 2026, de 9 h 30 à 11 h",
        "Atelier : Permanence",
        "Atelier : Sur demande",
        "Atelier : Deux jours",
        "Annulé : Deux jours, mercredi 3 mars 2027, de 14 h à 15 h",
        "Tournée : Bus du Lauragais",
    }
    first = told["Atelier : Premiers pas"]
    assert first["updated"] == "2026-10-03T00:00:00Z"
    assert first["link"] == "https://aide.exemple.fr/agenda/ateliers/31/mardis/"
    assert first["summary"].startswith("Médiathèque de Labège : tous les mardis de 14 h à 16 h")
    assert told["Atelier : Sur demande"]["summary"].endswith("Demandez les dates.")
    cancelled = [entry for title, entry in told.items() if title.startswith("Annulé : Premiers")]
    assert cancelled[0]["summary"] == (
        "Mardi 1er décembre 2026, de 14 h à 16 h. Raison : Salle en travaux."
    )


def test_the_latest_comes_first_and_no_two_have_one_identity(tmp_path: Path):
    found = entries(small(tmp_path).files["/agenda/flux.atom"])
    days = [entry["updated"] for entry in found]
    assert days == sorted(days, reverse=True)
    identities = [entry["id"] for entry in found]
    assert len(set(identities)) == len(identities)
    assert all(identity.startswith("urn:uuid:") for identity in identities)


def test_identities_do_not_depend_on_the_address_of_the_site(tmp_path: Path):
    feeds = [small(tmp_path, RECORDS, url).files["/agenda/31.atom"] for url in ("", "https://b.fr")]
    one, other = ([entry["id"] for entry in entries(feed)] for feed in feeds)
    assert one == other


def test_a_feed_names_itself_its_page_and_its_author(tmp_path: Path):
    data = small(tmp_path).files["/agenda/epci/243100633.atom"]
    feed = ElementTree.fromstring(data)  # noqa: S314 (idem)
    links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://aide.exemple.fr/agenda/epci/243100633.atom",
        "alternate": "https://aide.exemple.fr/agenda/epci/243100633/",
    }
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Coup de main"
    assert feed.findtext(f"{ATOM}updated") == "2026-10-03T00:00:00Z"


@pytest.mark.parametrize("title", ["a]]>b & <b>", "👩🏽‍🦽 « été »", "&lt;script&gt;", "שלום"])
def test_any_title_is_read_back(tmp_path: Path, title: str):
    text = EVERY_TUESDAY.replace("titre: Premiers pas", f"titre: '{title}'")
    found = entries(small(tmp_path, {"31/ateliers/x.yaml": text}).files["/agenda/flux.atom"])
    assert f"Atelier : {title}" in {entry["title"] for entry in found}


def test_a_workshop_that_is_over_is_told_no_more_and_a_study_is(tmp_path: Path):
    study = "nom: Bus à l'étude\nstatut: étude\nterritoires:\n  - epci/243100633\n"
    over = f"{EVERY_TUESDAY}statut: terminé\n"
    made = small(tmp_path, {"31/tournees/e.yaml": study, "31/ateliers/x.yaml": over})
    (entry,) = entries(made.files["/agenda/epci/243100633.atom"])
    assert entry["title"] == "Tournée : Bus à l'étude"
    assert entry["summary"] == "Un projet, à l'étude."
    assert "/agenda/31/labege.atom" not in made.files


def test_a_feed_keeps_the_latest_only():
    items = [FeedEntry(str(n), f"N° {n}", date(2026, 1, n), "/", "") for n in range(1, 11)]
    data = atom_text(items, most=3, key="k", title="t", author="a", link="/", address="/x")
    assert [entry["title"] for entry in entries(data)] == ["N° 10", "N° 9", "N° 8"]
