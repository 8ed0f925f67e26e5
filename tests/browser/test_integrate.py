"""The page that writes the line: with the keyboard, without scripts; the line works once pasted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import violations
from tests.support.hosts import our_host, town_hall
from tests.support.visits import Visitor


def line_of(page: Page) -> str:
    return page.get_by_role("textbox", name="La ligne à copier").input_value()


def choose(page: Page, typed: str, name: str) -> None:
    page.get_by_label("Votre commune ou votre code postal").fill(typed)
    page.get_by_role("button", name=re.compile(f"^{name}\\b")).click()


@pytest.fixture
def builder(visit: Visitor) -> Iterator[Page]:
    seen = visit("/integrer/")
    yield seen.page
    assert seen.console_errors == []
    assert seen.foreign_requests == []


def test_the_keyboard_alone_writes_and_copies_a_line(builder: Page):
    builder.context.grant_permissions(["clipboard-read", "clipboard-write"])
    builder.get_by_label("Votre commune ou votre code postal").focus()
    builder.keyboard.type("labège")
    expect(builder.get_by_text("1 commune trouvée.")).to_be_visible()
    builder.keyboard.press("Enter")
    expect(
        builder.get_by_role("radio", name="Labège et les lieux les plus proches")
    ).to_be_checked()
    expect(builder.get_by_role("status").filter(has_text="Labège : c'est choisi")).to_be_visible()
    assert builder.evaluate("document.activeElement.id") == "commune"
    for _ in range(3):  # the radio, «Retirer Labège», the first choice
        builder.keyboard.press("Tab")
    builder.keyboard.press("Space")
    expect(builder.get_by_label("Faire une démarche")).to_be_checked()
    builder.get_by_role("button", name="Copier la ligne").press("Enter")
    expect(builder.get_by_text("Ligne copiée.")).to_be_visible()
    copied = builder.evaluate("navigator.clipboard.readText()")
    assert copied == line_of(builder)
    assert '/integrer/31/labege/#besoin-demarches" title="Labège : où se faire aider' in copied


def test_each_choice_is_in_the_line_and_in_the_preview(builder: Page):
    choose(builder, "31670", "Labège")
    builder.get_by_label("Gratuit").check()
    builder.get_by_text("Seulement un label ou un programme").click()
    builder.get_by_label("Conseillers numériques").check()
    builder.get_by_label("Liste seule").check()
    builder.get_by_label("Toujours sombre").check()
    builder.get_by_label("Hauteur du cadre").fill("450")
    tokens = "gratuit+label-conseillers-numeriques+vue-liste+theme-sombre"
    assert f'/integrer/31/labege/#{tokens}"' in line_of(builder)
    assert 'height="450"' in line_of(builder)
    preview = builder.frame_locator("iframe[data-preview]")
    expect(preview.locator("html")).to_have_attribute("data-theme", "sombre")
    expect(preview.locator("[data-status]")).to_contain_text("Gratuit, Conseillers numériques")
    expect(preview.locator(".map")).to_be_hidden()
    expect(builder.locator("[data-link]")).to_have_attribute(
        "href", re.compile(r"/territoires/31/labege/#gratuit$")
    )


def test_a_height_that_is_none_is_said_and_a_usual_one_kept(builder: Page):
    choose(builder, "31670", "Labège")
    builder.get_by_label("Hauteur du cadre").fill("12")
    assert 'height="600"' in line_of(builder)
    expect(builder.get_by_text("Écrivez un nombre entre 200 et 3000.")).to_be_visible()


def test_a_territory_is_one_commune_several_an_epci_or_a_departement(builder: Page):
    choose(builder, "labege", "Labège")
    builder.get_by_label("Tous les lieux : Communauté d'agglomération du Sicoval").check()
    assert "/integrer/epci/243100633/" in line_of(builder)
    assert "Communauté d'agglomération du Sicoval : où" in line_of(builder)
    builder.get_by_label("Tous les lieux : Haute-Garonne").check()
    assert "/integrer/31/" in line_of(builder)
    choose(builder, "ramonville", "Ramonville-Saint-Agne")
    assert "/integrer/31/labege/#avec-31446" in line_of(builder)
    preview = builder.frame_locator("iframe[data-preview]")
    expect(preview.locator("h1")).to_contain_text("Labège, Ramonville-Saint-Agne")
    builder.get_by_role("button", name="Retirer Ramonville-Saint-Agne").click()
    assert "avec-" not in line_of(builder)


def test_a_commune_without_places_is_offered_a_wider_list(builder: Page):
    choose(builder, "mervilla", "Mervilla")
    expect(builder.get_by_text("Mervilla : nous n'y connaissons pas de lieu.")).to_be_visible()
    assert "/integrer/epci/243100633/" in line_of(builder)
    choose(builder, "labege", "Labège")
    assert "/integrer/31/labege/" in line_of(builder)
    assert "avec-" not in line_of(builder)


def test_a_commune_chosen_by_mistake_can_be_taken_back(builder: Page):
    hint = builder.get_by_text("quand vous avez choisi un territoire")
    expect(hint).to_be_visible()
    choose(builder, "labege", "Labège")
    expect(hint).to_be_hidden()
    choose(builder, "ramonville", "Ramonville-Saint-Agne")
    builder.get_by_role("button", name="Retirer Labège").click()
    assert "/integrer/31/ramonville-saint-agne/" in line_of(builder)
    builder.get_by_role("button", name="Retirer Ramonville-Saint-Agne").click()
    expect(builder.locator("[data-output]")).to_be_hidden()
    expect(hint).to_be_visible()


def test_a_colour_that_cannot_be_read_is_replaced_and_said(builder: Page):
    choose(builder, "labege", "Labège")
    builder.get_by_label("Choisir la couleur").check()
    builder.get_by_label("Couleur", exact=True).fill("#ffee00")
    expect(builder.get_by_text("#ffee00 ne se lit pas assez bien.")).to_be_visible()
    assert "couleur-ffee00" in line_of(builder)
    builder.get_by_label("Couleur", exact=True).fill("#0a3d48")
    expect(builder.get_by_text("ne se lit pas assez bien")).to_be_hidden()


def test_a_territory_page_leads_to_its_own_line(visit: Visitor):
    page = visit("/territoires/epci/243100633/").page
    page.get_by_role("link", name="Mettre cette liste sur votre site").click()
    expect(page.get_by_role("textbox", name="La ligne à copier")).to_be_visible()
    assert "/integrer/epci/243100633/" in line_of(page)
    page.frame_locator("iframe[data-preview]").locator("h1").wait_for()
    assert page.evaluate("scrollY") == 0, "the preview took the reader away"
    page.goto("/integrer/#31")
    expect(page.get_by_label("Haute-Garonne", exact=True)).to_be_checked()
    page.goto("/integrer/#31/nulle-part")
    expect(page.get_by_text("« 31/nulle-part » n'est pas un territoire")).to_be_visible()


@pytest.mark.parametrize("form", ["Un cadre", "Un élément"])
def test_both_lines_work_once_pasted_on_another_site(form: str, browser: Browser, built_site: Path):
    pages: dict[str, str] = {}
    with our_host(built_site, []) as ours, town_hall(pages) as theirs:
        page = browser.new_page(locale="fr-FR")
        page.goto(f"{ours}/integrer/#31/labege")
        page.get_by_label(re.compile(form)).check()
        page.get_by_label("Gratuit").check()
        pages["/"] = f'<!doctype html><meta charset="utf-8"><title>x</title>{line_of(page)}'
        page.goto(theirs)
        frame = page.frame_locator("iframe[title^='Labège']")
        expect(frame.locator("[data-status]")).to_contain_text("seulement : Gratuit")
        page.close()


def test_without_scripts_the_page_says_how_to_write_the_line(visit: Visitor):
    page = visit("/integrer/", javascript=False, width=320).page
    expect(page.locator("[data-builder]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Écrire la ligne à la main")).to_be_visible()
    expect(page.locator("pre").first).to_contain_text('<iframe src="https://')
    expect(page.get_by_role("link", name="Haute-Garonne (31)")).to_have_attribute(
        "href", "/integrer/31/"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
def test_axe_finds_nothing_with_a_line_and_its_preview(width: int, dark: bool, visit: Visitor):
    page = visit("/integrer/#31/labege", width=width, dark=dark).page
    page.get_by_label("Choisir la couleur").check()
    page.frame_locator("iframe[data-preview]").locator("h1").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
