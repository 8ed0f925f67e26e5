"""The script finds every place of the directory by its name: as it is, and as people type it."""

import shutil
import threading
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.cli.server import site_server
from plugins.gazetteer import Gazetteer
from plugins.records.repository import read_repository
from plugins.search.place_index import make_place_names
from plugins.search.word_rules import fold_name

ROOT = Path(__file__).resolve().parents[2]


def slip(word: str, nom: str) -> str:
    """The name with a letter less inside one of its words."""
    return nom.replace(word, word[: len(word) // 2] + word[len(word) // 2 + 1 :], 1)


def plain(nom: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", nom) if not unicodedata.combining(c))


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": lambda nom: nom,
    "in small letters without accents": lambda nom: plain(nom).lower(),
    "without apostrophes": lambda nom: nom.replace("'", "").replace("’", ""),
    "with the other apostrophe": lambda nom: nom.replace("'", "’"),
    "without hyphens": lambda nom: nom.replace("-", " "),
    "its words alone": fold_name,
    "a slip in its first long word": lambda nom: slip(long_words(nom)[0], nom),
    "a slip in its last long word": lambda nom: slip(long_words(nom)[-1], nom),
    "another first letter": lambda nom: nom.replace(
        long_words(nom)[0], "x" + long_words(nom)[0][1:], 1
    ),
}

SLOW = [
    "a slip in its first long word",
    "a slip in its last long word",
    "another first letter",
]

OTHERWISE = {"APSEM", "Cyber-base", "Le Pave", "Mairie de Consac", "Pcworks31"}
"""A slip makes of these a name that is as near to another place, or a word with figures."""


def long_words(nom: str) -> list[str]:
    return [word for word in nom.split() if len(word) > 4 and word.isalpha()] or [nom]


@pytest.fixture(scope="module")
def names() -> list[str]:
    """Of the open places of the repository's own records."""
    gazetteer = Gazetteer.load(["16", "17", "31"])
    places = read_repository(ROOT / "places", gazetteer, date(2026, 11, 16)).places
    return [entry.nom for entry in places.entries if not entry.is_closed]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page beside lookup.js and the index."""
    site = tmp_path_factory.mktemp("names")
    shutil.copy(ROOT / "theme" / "static" / "js" / "lookup.js", site)
    gazetteer = Gazetteer.load(["16", "17", "31"])
    places = read_repository(ROOT / "places", gazetteer, date(2026, 11, 16)).places
    for name, text in make_place_names(places.entries, gazetteer).files.items():
        (site / name).write_text(text, "utf-8")
    with site_server(site, port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        opened = browser.new_page()
        opened.goto(f"http://127.0.0.1:{server.server_port}/keys.txt")
        yield opened
        opened.close()
        server.shutdown()


def first_names(page: Page, typed: list[str]) -> list[str]:
    """The name found first for each question; empty when there is none."""
    found = page.evaluate(
        "async (given) => { const { open } = await import('/lookup.js');"
        "const { named } = await open('/', 'lieux'); const all = [];"
        "for (const typed of given) {"
        " const [first] = (await named(typed, true)).places; all.push(first ? first.name : ''); }"
        "return all }",
        typed,
    )
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("way", WAYS)
def test_every_place_is_found_first_by_its_name(page: Page, names: list[str], way: str):
    assert len(names) > 500
    if way in SLOW:  # words of which no name begins so are looked for far and wide: a third each
        names = names[SLOW.index(way) :: len(SLOW)]
    found = first_names(page, [WAYS[way](nom) for nom in names])
    lost = {
        nom for nom, first in zip(names, found, strict=True) if fold_name(first) != fold_name(nom)
    }
    assert not {nom for nom in lost - OTHERWISE if len(nom) > 4}, way


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("agglomeration du muretain", "Communauté d'Agglomération du Muretain"),
        ("c.c.a.s", "CCAS"),
    ],
)
def test_a_part_of_a_name(page: Page, typed: str, name: str):
    assert first_names(page, [typed]) == [name]
