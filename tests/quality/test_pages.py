"""The pages of the desk: what each says, and when it is made again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from plugins.common.paging import Paging
from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.outlines import Outlines
from plugins.quality.area_workshops import workshops_by_area
from plugins.quality.areas import DeskArea, area_of, desk_areas
from plugins.quality.charter_axes import CHARTER_ACTIONS, UNMEASURED, AxisFacts, axes_of
from plugins.quality.computed.reach import NEED_SLUGS, Reach
from plugins.quality.desk import Desk
from plugins.quality.pages import (
    PLACES_A_SHEET,
    CallSheet,
    DeskFile,
    desk_pages,
    index_page,
    sheet_pages,
    table_files,
)
from plugins.quality.plans.united_outlines import united
from plugins.quality.plans.white_areas import white_plan
from plugins.quality.views import DeskViews
from plugins.records.model.territory import Territory
from plugins.records.repository import Repository, read_repository
from plugins.territories.neighbourhood import Neighbourhood
from tests.support.desk import BALMA, LABEGE, SICOVAL, TODAY, directory, table
from tests.support.theme import HOSTILE, TERRITORY, shown


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31"])


def made(
    folder: Path, gazetteer: Gazetteer, territories: Mapping[str, Territory] | None = None
) -> tuple[DeskViews, Desk, Repository]:
    repository = read_repository(folder, gazetteer, TODAY)
    entries = repository.places.entries
    reach = Reach(gazetteer, entries)
    desk = Desk(gazetteer, repository, Neighbourhood(gazetteer, entries), reach, folder, TODAY)
    workshops = workshops_by_area(desk_areas(gazetteer), repository, gazetteer)
    views = DeskViews(
        desk,
        gazetteer,
        repository.places.by_id,
        territories or {},
        {},
        workshops,
        Outlines.load(),
    )
    return views, desk, repository


def area(gazetteer: Gazetteer, code: str = "31") -> DeskArea:
    found = area_of(gazetteer, code)
    assert found
    return found


def texts(html: str) -> str:
    """What a page says, with plain spaces."""
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
    return re.sub(r"[\s\u202f\xa0]+", " ", unescape(bare))


def test_the_desk_says_what_the_table_says(tmp_path: Path, gazetteer: Gazetteer):
    directory(tmp_path, labege=LABEGE, balma=BALMA)
    views, _, _ = made(tmp_path, gazetteer)
    html = shown(views.desk(area(gazetteer)))
    sums = table(tmp_path).sums
    said = texts(html)
    assert "1 471 468 habitants, 586 communes, 2 lieux ouverts" in said
    for coverage in sums.coverage[:2]:
        for one in coverage.beyond:
            assert f"{one.people:,}".replace(",", " ") in said
    assert "aucun lieu de l’annuaire ne l’indique" in said
    assert '<meta name="robots" content="noindex">' in html
    assert html.count("<figure") == len(NEED_SLUGS)
    assert "à vol d’oiseau, depuis le centre de la commune" in said


def test_a_territory_shows_its_charter_its_plan_and_its_posts(tmp_path: Path, gazetteer: Gazetteer):
    directory(tmp_path, labege=LABEGE)
    views, _, _ = made(tmp_path, gazetteer, {TERRITORY.id: TERRITORY})
    said = texts(shown(views.desk(area(gazetteer, SICOVAL))))
    assert "conseillers numériques" in said
    assert "3 000 000 €" in said
    assert "Axe 1" in said
    assert "CTIN" in said


def test_what_a_record_says_is_shown_as_text(tmp_path: Path, gazetteer: Gazetteer):
    directory(tmp_path, labege=LABEGE | {"nom": HOSTILE, "nom_confirme": "oui"})
    views, _, _ = made(tmp_path, gazetteer)
    urls = ("/qualite/31/a-appeler/",)
    sheet = CallSheet(area(gazetteer), urls[0], Paging(1, urls))
    html = shown(views.sheet(sheet))
    assert "<script>alert" not in html
    assert "alert(1)" in html


def test_a_sheet_has_twenty_places_in_their_order(tmp_path: Path, gazetteer: Gazetteer):
    many = {f"place_{n:02}": BALMA | {"nom": f"Maison numéro {n:02}"} for n in range(23)}
    directory(tmp_path, **many)
    views, desk, _ = made(tmp_path, gazetteer)
    one = area(gazetteer)
    pages = list(sheet_pages([one], {one.id: b"x"}, {one.id: 23}))
    assert [page.path for page in pages] == [
        "qualite/31/a-appeler/index.html",
        "qualite/31/a-appeler/page-2/index.html",
    ]
    contexts = [views.sheet(page.key) for page in pages if isinstance(page.key, CallSheet)]
    assert [len(context.rows) for context in contexts] == [PLACES_A_SHEET, 3]
    assert [row.rank for context in contexts for row in context.rows] == list(range(1, 24))
    assert [row.line for context in contexts for row in context.rows] == desk.table(one).calls
    assert "Toujours ouvert au public ?" in texts(shown(contexts[0]))


def test_a_sheet_dials_from_anywhere_and_shows_the_hours_to_compare(
    tmp_path: Path, gazetteer: Gazetteer
):
    hours = {"horaires": {"lundi": "9h-12h", "mardi": "fermé"}}
    directory(tmp_path, labege=LABEGE | hours)
    views, _, _ = made(tmp_path, gazetteer)
    urls = ("/qualite/31/a-appeler/",)
    html = shown(views.sheet(CallSheet(area(gazetteer), urls[0], Paging(1, urls))))
    assert 'href="tel:+33561000000"' in html
    assert "lu 9h-12h" in html


def test_a_sheet_without_calls_says_so(tmp_path: Path, gazetteer: Gazetteer):
    directory(tmp_path, labege=LABEGE | {"verifie_le": "2026-11-01", "verifie_par": "mairie"})
    views, _, _ = made(tmp_path, gazetteer)
    urls = ("/qualite/31/a-appeler/",)
    html = shown(views.sheet(CallSheet(area(gazetteer), urls[0], Paging(1, urls))))
    assert "Plus rien à appeler" in html


def test_the_index_names_every_territory(tmp_path: Path, gazetteer: Gazetteer):
    directory(tmp_path, labege=LABEGE)
    views, _, _ = made(tmp_path, gazetteer)
    html = shown(views.index())
    assert all(f'href="{one.url}"' in html for one in desk_areas(gazetteer))


def test_every_territory_has_its_three_tables(tmp_path: Path, gazetteer: Gazetteer):
    directory(tmp_path, labege=LABEGE)
    views, _, _ = made(tmp_path, gazetteer)
    one = area(gazetteer, SICOVAL)
    files = {page.path: page.key for page in table_files([one], {one.id: b"x"})}
    written = {path: views.table(key) for path, key in files.items() if isinstance(key, DeskFile)}
    assert {path: text.count("\r\n") for path, text in written.items()} == {
        f"qualite/epci/{SICOVAL}.csv": 37,
        f"qualite/epci/{SICOVAL}-lieux.csv": 2,
        f"qualite/epci/{SICOVAL}-a-appeler.csv": 2,
    }


def test_a_change_makes_again_the_pages_that_it_shows_on(tmp_path: Path, gazetteer: Gazetteer):
    other = area_of(gazetteer, gazetteer.communes["31483"].epci or "")  # Saint-Gaudens, far away
    assert other
    areas = [area(gazetteer), area(gazetteer, SICOVAL), other]

    def prints() -> list[bytes]:
        _, desk, _ = made(tmp_path, gazetteer)
        found = {one.id: desk.fingerprint(one) for one in areas}
        assert index_page(found).fingerprint
        return [page.fingerprint for page in desk_pages(areas, found)]

    directory(tmp_path, labege=LABEGE, balma=BALMA)
    before = prints()
    assert prints() == before
    directory(tmp_path, labege=LABEGE | {"telephone": ["05 61 00 00 01"]})
    changed = [a != b for a, b in zip(before, prints(), strict=True)]
    assert changed == [True, True, False]


def test_axes_say_what_exists_and_what_is_missing(tmp_path: Path):
    directory(tmp_path, labege=LABEGE)
    facts = AxisFacts(table(tmp_path).sums, 1, 0, 0, None, ())
    axes = axes_of(facts)
    assert [axis.title for axis in axes] == list(CHARTER_ACTIONS)
    assert axes[1].exists == ["1 lieu pour faire une démarche"]
    assert "l'agenda n'a aucun atelier" in axes[2].lacks
    assert axes[3].lacks == ["la fiche du territoire ne nomme aucune coordination"]


def test_an_axis_that_nothing_measures_is_said_so(tmp_path: Path):
    directory(tmp_path, labege=LABEGE)
    facts = AxisFacts(table(tmp_path).sums, 0, 0, 0, TERRITORY, ())
    assert axes_of(facts)[-1].lacks == (UNMEASURED,)


def test_a_plan_darkens_the_communes_that_are_far(tmp_path: Path, gazetteer: Gazetteer):
    directory(tmp_path, labege=LABEGE, balma=BALMA)
    found = table(tmp_path)
    rank = NEED_SLUGS.index("demarches")
    plan = white_plan(
        found.area, found.communes, rank, [(1.5308, 43.5309)], gazetteer, Outlines.load()
    )
    assert plan
    assert plan.white == found.sums.coverage[rank].beyond[0].communes
    assert [kind in plan.body for kind in ("far5", "far10", "far20", "help")] == [True] * 4


def test_communes_that_touch_have_one_outline(gazetteer: Gazetteer):
    outlines = Outlines.load()
    codes = list(gazetteer.communes)
    whole = united(codes, outlines)
    departement = outlines.departement("31")
    assert departement
    edges = {frozenset(pair) for ring in whole for pair in pairwise(ring)}
    expected = {frozenset(pair) for ring in departement for pair in pairwise(ring)}
    assert edges == expected
    (labege,) = united(["31254"], outlines)
    assert set(labege) == set((outlines.commune("31254") or ((),))[0])
