"""What the address of a commune asks for: it holds from the first paint on, and links keep it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.contexts import Contexts
from tests.support.places import near, place
from tests.support.theme import commune_page
from tests.support.visits import Visitor, arrive

LABEGE, TOULOUSE = "/territoires/31/labege/", "/territoires/31/toulouse/"
NEED = "#besoin-demarches"
GOOD = 0.1
"""Layout shift that a reader does not mind (web.dev)."""
SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { sum += list.getEntries().reduce((n, { value }) => n + value, 0); })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum));
})"""  # noqa: E501
ASKED = [
    *(f"{LABEGE}{each}" for each in (NEED, "#besoin-s-equiper", f"{NEED}+gratuit")),
    *(f"{TOULOUSE}{each}" for each in (NEED, "#besoin-s-equiper", "#fauteuil")),
    f"{TOULOUSE}lieux/{NEED}",
    f"{TOULOUSE}lieux/page-2/#besoin-s-equiper",
]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ASKED)
def test_who_arrives_with_a_need_sees_nothing_move(
    path: str, width: int, contexts: Contexts, site_url: str
):
    page = contexts.lend_page(base_url=site_url)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path, wait_until="networkidle")
    assert page.evaluate(SHIFT) < GOOD


def test_the_line_says_what_alone_is_chosen_until_the_reader_chooses(visit: Visitor):
    page = visit(f"{LABEGE}{NEED}", width=360).page
    note = page.locator(NEED)
    expect(note).to_contain_text("Seulement : Faire une démarche")
    expect(page.locator("#choisir")).not_to_have_attribute("open", re.compile(".*"))
    expect(page.locator("[data-filter-reset]")).to_be_hidden()
    expect(page.locator("[data-filter-status]")).to_contain_text("correspond")
    expect(page.locator(".chosen")).to_be_visible()
    page.locator("#choisir summary").click()
    page.get_by_role("button", name="Gratuit").click()
    expect(note).to_have_count(0)
    arrive(page, re.compile("besoin-demarches[+]gratuit$"))
    cards = page.locator("[data-facets]:visible")
    for card in cards.all():
        assert {"besoin-demarches", "gratuit"} <= set(
            (card.get_attribute("data-facets") or "").split()
        )
    page.get_by_role("button", name="Faire une démarche").click()
    for card in cards.all():
        assert "gratuit" in (card.get_attribute("data-facets") or "").split()
    page.get_by_role("button", name="Tout montrer").click()
    expect(
        page.locator("[data-facets]:visible:not([data-facets~=besoin-demarches])")
    ).not_to_have_count(0)


def test_all_is_shown_again_from_the_line(visit: Visitor):
    page = visit(f"{LABEGE}{NEED}", width=360).page
    page.locator(NEED).get_by_role("link", name="Tout montrer").click()
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)
    expect(
        page.locator("[data-facets]:visible:not([data-facets~=besoin-demarches])")
    ).not_to_have_count(0)


def test_a_city_counts_all_and_does_not_offer_what_it_did(visit: Visitor):
    page = visit(f"{TOULOUSE}{NEED}", width=360).page
    expect(page.locator("[data-filter-status]")).to_contain_text("lieux correspondent")
    expect(page.locator(NEED)).to_be_visible()
    expect(page.locator(NEED).get_by_text("Les chercher parmi tous les lieux")).to_be_hidden()


@pytest.mark.parametrize("path", [LABEGE, TOULOUSE])
def test_without_scripts_no_count_contradicts_what_is_shown(visit: Visitor, path: str):
    page = visit(f"{path}{NEED}", width=360, javascript=False).page
    expect(page.locator(NEED)).to_be_visible()
    expect(page.locator(".chosen")).to_be_hidden()


def counted(page: Page, *names: str) -> str:
    for name in names:
        page.get_by_role("button", name=name).click()
    return page.locator("[data-filter-status]").inner_text()


def test_a_count_says_whether_anything_is_here(stage):
    fields = {"telephone": ["05 61 00 00 00"], "verifie_le": "2026-11-20"}
    free, help_ = (
        {"frais_a_charge": ["Gratuit"]},
        {"services": ["Aide aux démarches administratives"]},
    )
    here = [near(place("31/a", nom="Ici", **fields, **help_))]
    around = [
        near(place(f"31/{n}", nom=f"Là {n}", **fields, **free, **help_), 3.0) for n in range(2)
    ]
    page = stage(commune_page(here, around), "2026-11-23T10:00+01:00")
    page.locator("#choisir summary").click()
    assert counted(page, "Faire une démarche") == "1 lieu correspond, 2 autour"
    assert counted(page, "Gratuit") == "Aucun ici, 2 autour"


@pytest.mark.parametrize("asked", ["#besoin-demarches", "#besoin-demarches+gratuit"])
def test_a_need_is_kept_in_another_language_and_in_easier_words(visit: Visitor, asked: str):
    page = visit(f"{LABEGE}{asked}", width=360).page
    page.locator(".tongues summary").click()
    page.get_by_role("link", name="English").click()
    arrive(page, f"/en{LABEGE}{asked}")
    page.goto(f"{LABEGE}{asked}")
    page.get_by_role("link", name="Lire cette page en plus facile").click()
    arrive(page, f"/facile{LABEGE}{NEED}")
    page.get_by_role("link", name="Voir la page complète").click()
    arrive(page, f"{LABEGE}{NEED}")
    expect(page.locator("[aria-pressed=true]")).to_have_count(1)


def test_a_need_that_was_chosen_on_the_page_is_kept_by_keyboard_too(visit: Visitor):
    page = visit(LABEGE, width=360).page
    page.locator("#choisir summary").click()
    page.get_by_role("button", name="Faire une démarche").click()
    page.get_by_role("link", name="Lire cette page en plus facile").press("Enter")
    arrive(page, f"/facile{LABEGE}{NEED}")
    page = visit(LABEGE, width=360).page
    page.get_by_role("link", name="Lire cette page en plus facile").click()
    arrive(page, f"/facile{LABEGE}")


def test_the_list_of_a_city_keeps_the_need_from_page_to_page_and_back(visit: Visitor):
    page = visit(f"{TOULOUSE}lieux/{NEED}", width=360).page
    page.get_by_role("link", name="Page suivante").click()
    arrive(page, f"{TOULOUSE}lieux/page-2/{NEED}")
    page.get_by_role("link", name="Choisir parmi les lieux").click()
    arrive(page, f"{TOULOUSE}{NEED}")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_list_of_a_need_leads_to_communes_with_the_need(visit: Visitor, javascript: bool):
    page = visit("/besoins/s-equiper/31/", width=360, javascript=javascript).page
    page.get_by_role("heading", name="Toulouse").get_by_role("link").click()
    arrive(page, f"{TOULOUSE}#besoin-s-equiper")
    expect(page.locator("#besoin-s-equiper")).to_be_visible()


def test_other_lists_lead_to_communes_as_they_are(built_site: Path):
    text = (built_site / "labels/france-services/index.html").read_text("utf-8")
    assert re.search(r'<h4><a href="/territoires/[^"#]+">', text)
    assert "/#besoin-" not in text
