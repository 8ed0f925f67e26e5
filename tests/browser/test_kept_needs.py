"""Who has said a need, a language, or that they read with difficulty, is not asked again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.visits import Visitor, arrive


def say_where(page: Page, commune: str) -> None:
    """By keyboard alone."""
    field = page.get_by_role("combobox").last
    field.focus()
    page.keyboard.type(commune)
    page.keyboard.press("Enter")


def test_a_need_is_pressed_on_the_page_of_the_commune(visit: Visitor):
    page = visit("/besoins/demarches/", width=360).page
    say_where(page, "labege")
    arrive(page, "/territoires/31/labege/#besoin-demarches")
    expect(page.get_by_text("Seulement : Faire une démarche")).to_be_in_viewport()
    page.locator("#choisir summary").click()
    expect(page.get_by_role("button", name="Faire une démarche")).to_have_attribute(
        "aria-pressed", "true"
    )
    for card in page.locator("[data-facets]:visible").all():
        assert "besoin-demarches" in (card.get_attribute("data-facets") or "")


def test_a_need_that_nobody_near_meets_is_said_with_the_nearest_who_does(visit: Visitor):
    page = visit("/besoins/s-equiper/", width=360).page
    say_where(page, "labege")
    arrive(page, "/territoires/31/labege/#besoin-s-equiper")
    note = page.locator("#besoin-s-equiper")
    expect(note).to_contain_text("Aucun de ces lieux ne l’indique")
    expect(note).to_contain_text("Le lieu le plus proche qui l’indique")
    expect(note.get_by_role("link").first).to_have_attribute("href", re.compile("/lieux/"))


def test_a_slip_or_a_choice_among_several_keeps_the_need(visit: Visitor):
    page = visit("/besoins/demarches/", width=360).page
    say_where(page, "ramonvile")
    arrive(page, re.compile("besoin=demarches"))
    page.locator("[data-answer]").get_by_role("link").first.click()
    arrive(page, re.compile("/territoires/31/ramonville-saint-agne/#besoin-demarches$"))


def test_easy_words_are_kept_from_the_need_to_the_place(visit: Visitor):
    page = visit("/facile/besoins/demarches/", width=360).page
    say_where(page, "labege")
    arrive(page, "/facile/territoires/31/labege/#besoin-demarches")
    heading = page.get_by_role("heading", name="Faire une démarche")
    expect(heading).to_be_in_viewport()
    section = heading.locator("..")
    expect(section.get_by_role("link", name="Appeler").first).to_be_visible()
    section.get_by_role("link").first.click()
    arrive(page, re.compile("/facile/lieux/"))


def test_easy_words_are_kept_through_the_search(visit: Visitor):
    page = visit("/facile/", width=360).page
    say_where(page, "labaige")
    arrive(page, re.compile("facile=oui"))
    page.locator("[data-answer]").get_by_role("link", name="Labège").click()
    arrive(page, "/facile/territoires/31/labege/")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_commune_without_a_record_is_told_of_in_easy_words(visit: Visitor, javascript: bool):
    page = visit("/facile/besoins/demarches/", width=360, javascript=javascript).page
    if javascript:
        say_where(page, "auzielle")
    else:
        page.get_by_role("link", name="Haute-Garonne").click()
        page.get_by_role("link", name="A", exact=True).click()
        page.get_by_role("link", name="Auzielle").click()
    arrive(page, "/facile/territoires/epci/243100633/#31-auzielle")
    told = page.locator(":target")
    expect(told.get_by_role("heading", level=2)).to_have_text("Auzielle")
    expect(told.locator("h3 a[href^='/facile/lieux/']").first).to_be_visible()
    expect(told.locator("a[href^='tel:']").first).to_be_visible()
    expect(told.get_by_text("Faire une démarche en ligne")).to_be_visible()


def test_an_easy_page_says_where_nobody_near_is_known_and_who_is_nearest(visit: Visitor):
    page = visit("/facile/territoires/31/labege/", width=360, javascript=False).page
    section = page.locator("section", has=page.locator("#besoin-s-equiper"))
    expect(section).to_contain_text("Près de chez vous, nous ne connaissons pas")
    expect(section.get_by_role("link").first).to_have_attribute(
        "href", re.compile("/facile/lieux/")
    )


def test_without_scripts_a_need_leads_to_its_own_places(visit: Visitor):
    page = visit("/besoins/demarches/", width=360, javascript=False).page
    page.get_by_role("link", name="Haute-Garonne").first.click()
    arrive(page, "/besoins/demarches/31/")
    expect(page.get_by_role("link", name="Appeler").first).to_be_visible()
    page.goto("/territoires/31/labege/#besoin-demarches")
    for card in page.locator("[data-facets]:visible").all():
        assert "besoin-demarches" in (card.get_attribute("data-facets") or "")


@pytest.mark.parametrize(
    ("start", "kept"),
    [("/facile/", ""), ("/facile/besoins/demarches/", "#besoin-demarches")],
)
def test_without_scripts_one_chooses_in_easy_words(visit: Visitor, start: str, kept: str):
    page = visit(start, width=360, javascript=False).page
    if not kept:
        page.get_by_role("link", name="Choisir dans une liste").click()
        arrive(page, "/facile/territoires/")
    page.get_by_role("link", name="Haute-Garonne").click()
    expect(page.get_by_role("link", name="Labège")).to_be_hidden()
    page.get_by_role("link", name="L", exact=True).click()
    page.get_by_role("link", name="Labège", exact=True).click()
    arrive(page, f"/facile/territoires/31/labege/{kept}")
    expect(page.get_by_role("link", name="Appeler").first).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_language_and_a_need_are_kept_together(visit: Visitor, language: str):
    page = visit(f"/{language}/besoins/demarches/", width=360).page
    say_where(page, "labege")
    arrive(page, f"/{language}/territoires/31/labege/#besoin-demarches")
    pressed = page.locator("[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    link = page.locator("[data-facets]:visible h3 a").first
    link.click()
    arrive(page, re.compile(f"/{language}/lieux/31/"))


def test_a_territory_and_a_street_lead_somewhere_from_home(visit: Visitor):
    for typed, url in (
        ("sicoval", "/territoires/epci/243100633/"),
        ("haute garonne", "/territoires/31/"),
    ):
        page = visit("/", width=360).page
        say_where(page, typed)
        arrive(page, url)
    for typed in ("rue de metz toulouse", "12 avenue de la gare ruffec", "labège centre"):
        page = visit("/", width=360).page
        say_where(page, typed)
        answer = page.locator("[data-answer]")
        expect(answer.get_by_role("link").first).to_have_attribute(
            "href", re.compile("/territoires/(31/toulouse|16/ruffec|31/labege)/$")
        )


@pytest.mark.parametrize(
    ("typed", "url", "kind"),
    [
        ("sicoval", "/territoires/epci/243100633/", "groupe de communes"),
        ("Haute-Garonne", "/territoires/31/", "département (31)"),
    ],
)
def test_a_territory_is_answered_on_the_page_of_the_search(
    visit: Visitor, typed: str, url: str, kind: str
):
    answer = visit(f"/recherche/?q={typed}", width=360).page.locator("[data-answer]")
    expect(answer.get_by_role("status").first).to_contain_text("Voici la page")
    link = answer.get_by_role("link").first
    expect(link).to_have_attribute("href", re.compile(f"{url}$"))
    expect(link).to_contain_text(kind)


def test_paris_is_outside_and_leads_to_no_other_commune(visit: Visitor):
    page = visit("/recherche/?q=paris", width=360).page
    expect(page.locator("[data-elsewhere]")).to_be_visible()
    expect(page.locator("[data-answer] li")).to_have_count(0)
