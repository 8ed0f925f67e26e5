"""Bundles of the full-text index: what is made again, what is kept, the same bytes each time."""

import json
from datetime import date
from pathlib import Path

import pytest

from plugins.agenda.sessions.agenda import Agenda
from plugins.gazetteer import Gazetteer
from plugins.press import BuildError
from plugins.search.fulltext import fulltext_service
from plugins.search.fulltext.fulltext_bundles import BundleProse, Library, make_bundles
from plugins.search.fulltext.fulltext_files import made_steady
from plugins.search.fulltext.fulltext_records import SearchDocument
from plugins.search.fulltext.fulltext_search import Bundle, FullText, make_full_text, words_text
from plugins.search.fulltext.fulltext_service import Pagefind
from tests.support.places import directory
from tests.support.search import LABELS, place

MONDAY = date(2026, 11, 16)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["17", "31"])


def library(gazetteer, **changes) -> Library:
    """Two places in one département, one in another; `changes` to the first."""
    found = [
        place(**changes),
        place("31/mairie", nom="Mairie"),
        place("17/mairie", code_insee="17300", commune="La Rochelle", ferme_le=None),
    ]
    places = directory(found)
    prose = [BundleProse("charte/", "La charte", "Ce que nous promettons.", "<h2>Gratuit</h2>")]
    agenda = Agenda([], {}, gazetteer, MONDAY, MONDAY, 20)
    return Library(places, LABELS, agenda, prose, gazetteer, str)


def bundles(library: Library, day: date = MONDAY, one_most: int = 0) -> dict[str, Bundle]:
    return {bundle.name: bundle for bundle in make_bundles(library, day, one_most, "code")}


def make(found: dict[str, Bundle], cache: Path, workers: int = 1) -> FullText:
    return make_full_text(list(found.values()), cache, workers)


def files(found: FullText) -> dict[str, object]:
    return {page.path: found.page_set.render(page.key) for page in found.page_set.pages}


def test_many_places_have_a_bundle_each_departement(gazetteer):
    assert list(bundles(library(gazetteer))) == ["pages", "17", "31"]
    assert list(bundles(library(gazetteer), one_most=3)) == ["pages"]


def test_a_change_touches_its_departement_alone(gazetteer):
    before, after = (bundles(library(gazetteer, nom=nom)) for nom in ("Avant", "Après"))
    assert [name for name in before if before[name].fingerprint != after[name].fingerprint] == [
        "31"
    ]


def test_the_builds_of_a_half_year_have_the_same_bundles(gazetteer):
    one = library(gazetteer)
    fingerprints = [
        [bundle.fingerprint for bundle in bundles(one, day).values()]
        for day in (MONDAY, date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert fingerprints[0] == fingerprints[1]
    assert not set(fingerprints[1]) & set(fingerprints[2])


def test_closed_places_are_not_found(gazetteer):
    open_ones = bundles(library(gazetteer, ferme_le="2026-01-31"))["31"].records()
    assert [record.line.split("\t")[0] for record in open_ones] == ["lieux/31/mairie/"]


def test_a_bundle_is_made_once_for_the_same_mark(gazetteer, tmp_path):
    first = make(bundles(library(gazetteer)), tmp_path)
    assert first.made == ["pages", "17", "31"]
    second = make(bundles(library(gazetteer)), tmp_path)
    assert second.made == []
    assert files(second) == files(first)
    third = make(bundles(library(gazetteer, nom="Autre nom")), tmp_path)
    assert third.made == ["31"]
    assert [name for name in third.tags if third.tags[name] != first.tags[name]] == ["31"]


def test_a_bundle_that_is_no_more_leaves_the_cache(gazetteer, tmp_path):
    make(bundles(library(gazetteer)), tmp_path)
    make(bundles(library(gazetteer), one_most=3), tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"pages"}


def test_workers_and_caches_do_not_change_a_byte(gazetteer, tmp_path):
    alone, crew = (
        files(make(bundles(library(gazetteer)), tmp_path / str(workers), workers))
        for workers in (1, 2)
    )
    assert alone == crew


def test_the_program_stands_once_and_nothing_useless(gazetteer, tmp_path):
    paths = sorted(files(make(bundles(library(gazetteer)), tmp_path)))
    names = [path.rpartition("/")[2] for path in paths]
    assert names.count("pagefind.js") == names.count("wasm.fr.pagefind") == 1
    assert not [name for name in names if name.endswith(".css") or "ui" in name or "worker" in name]
    assert all(path.startswith("recherche/texte/") for path in paths)


def test_pagefind_s_unordered_files_come_out_in_order():
    values = [f"valeur-{number}" for number in range(40)]
    filters = "".join(
        f'<i data-pagefind-filter="{name}:{value}"></i>' for name in "abcde" for value in values
    )
    html = f'<html lang="fr"><body data-pagefind-body>Bonjour{filters}</body></html>'
    runs = []
    for _ in range(2):
        with Pagefind() as pagefind:
            runs.append(made_steady(pagefind.index([("x", html)]), engine=False))
    assert runs[0] == runs[1]


def test_texts_lie_together_each_on_a_line_that_its_name_finds():
    urls = [f"lieux/31/x-{number}/\tLieu {number}" for number in range(150)]
    html = '<html lang="fr"><body data-pagefind-body>Bonjour</body></html>'
    documents = [(url, html.replace("jour", str(number))) for number, url in enumerate(urls)]
    with Pagefind() as pagefind:
        whole = pagefind.index(documents)
        names = {path[9:-12] for path in whole if path.startswith("fragment/")}
        kept = made_steady(whole, engine=False)
    packs = {path: data.decode() for path, data in kept.items() if path.startswith("fragment/")}
    assert len(names) == 150
    assert len(packs) <= 64
    assert not [path for path in kept if path.endswith(".pf_fragment")]
    for path, text in packs.items():
        for line in text.splitlines():
            name, _, told = line.partition(" ")
            assert path == f"fragment/{int(name[3:5], 16) >> 2}.txt"
            assert json.loads(told)["url"].startswith("lieux/31/x-")
            names.remove(name)
    assert not names


def test_a_program_that_dies_is_told_in_french(monkeypatch):
    monkeypatch.setattr(fulltext_service, "get_executable", lambda: "false")
    with Pagefind() as pagefind, pytest.raises(BuildError, match="a échoué : il s'est arrêté"):
        pagefind.index([("x", "<p>Bonjour")])


def test_a_program_that_is_absent_is_told_in_french(monkeypatch):
    monkeypatch.setattr(fulltext_service, "get_executable", lambda: "/nulle/part")
    with pytest.raises(BuildError, match="Pagefind"), Pagefind():
        pass


def test_words_come_in_their_usual_spelling_the_most_frequent_first():
    terms = [
        "Médiathèque d'Aucamville",
        "mediatheque",
        "la médiathèque",
        "L'Union 31240",
        "Un lieu",
    ]
    assert words_text(terms).split("\n") == ["médiathèque", "aucamville", "lieu", "union"]


def test_a_site_without_any_text_has_no_bundle(gazetteer):
    assert bundles(library(gazetteer)._replace(labels={}, prose=[])) == {}


def test_an_index_without_any_record_is_refused():
    with Pagefind() as pagefind, pytest.raises(ValueError, match="one index"):
        made_steady(pagefind.index([]), engine=False)


def test_a_record_is_not_made_when_its_bundle_is_kept(tmp_path):
    def fail() -> list[SearchDocument]:
        raise AssertionError("made again")

    html = '<html lang="fr"><body>Bonjour</body></html>'
    make({"pages": Bundle("pages", "1", lambda: [SearchDocument("x\tX", html, ["X"])])}, tmp_path)
    assert make({"pages": Bundle("pages", "1", fail)}, tmp_path).made == []


def test_hours_that_nobody_could_read_are_in_the_line_as_they_were_typed(gazetteer):
    unread = library(gazetteer, horaires=None, horaires_brut="lundi 9h ou 10h selon\nles jours")
    lines = {record.line for record in bundles(unread)["31"].records()}
    assert [line for line in lines if line.endswith("\t=lundi 9h ou 10h selon les jours")]


def test_old_hours_and_those_of_a_person_are_marked_in_the_line(gazetteer):
    """«*» and the day from which nobody has checked for long: the reader's own day decides."""
    checked = {"verifie_le": date(2026, 11, 2)}
    for stated, mark in (
        ({"permanence": "mardi 9h-12h"}, "\t**^"),
        ({"permanence": "mardi 9h-12h", **checked}, "\t*20281103*^"),
        ({"horaires": "mardi 9h-12h"}, "\t**"),
        ({"horaires": "mardi 9h-12h", **checked}, "\t*20281103*"),
    ):
        found = library(gazetteer, **{"horaires": None, "horaires_brut": None, **stated})
        lines = {record.line for record in bundles(found)["31"].records()}
        assert [line for line in lines if f"{mark}20260629 " in line]
