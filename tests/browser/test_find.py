"""A resident says where they are: by keyboard, by position, with slips, without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.visits import Visitor, arrive

LABEGE = {"latitude": 43.53, "longitude": 1.51}
PARIS = {"latitude": 48.85, "longitude": 2.35}
QUESTION = "Votre commune ou votre code postal"


@pytest.fixture
def home(visit: Visitor) -> Page:
    return visit("/", width=360).page


@pytest.fixture
def person(browser: Browser, site_url: str) -> Iterator[Any]:
    """A page of somebody whose device answers as told: `person(geolocation=…, permissions=…)`."""
    contexts = []

    def come(**options: Any) -> Page:
        context = browser.new_context(base_url=site_url, locale="fr-FR", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        return page

    yield come
    for context in contexts:
        context.close()


def question(page: Page) -> Any:
    return page.get_by_role("combobox", name=QUESTION)


def test_the_keyboard_alone_leads_to_the_commune(home: Page):
    question(home).focus()
    home.keyboard.type("labege")
    options = home.get_by_role("option")
    expect(options).to_have_count(1)
    expect(question(home)).to_have_attribute("aria-expanded", "true")
    expect(home.locator("[data-spoken]")).to_contain_text("Communes proposées : 1.")
    home.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = question(home).get_attribute("aria-activedescendant")
    assert active == options.first.get_attribute("id")
    home.keyboard.press("Enter")
    arrive(home, "/territoires/31/labege/")


def test_arrows_go_round_and_escape_closes(home: Page):
    question(home).focus()
    home.keyboard.type("lab")
    options = home.get_by_role("option")
    expect(options.first).to_be_visible()
    last = options.count() - 1
    home.keyboard.press("ArrowUp")
    expect(options.nth(last)).to_have_attribute("aria-selected", "true")
    home.keyboard.press("ArrowDown")
    expect(home.locator("[aria-selected=true]")).to_have_count(0)
    home.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    home.keyboard.press("Home")
    expect(home.locator("[aria-selected=true]")).to_have_count(0)
    home.keyboard.press("Escape")
    expect(question(home)).to_have_attribute("aria-expanded", "false")
    expect(question(home)).to_have_value("lab")
    home.keyboard.press("ArrowDown")
    expect(question(home)).to_have_attribute("aria-expanded", "true")


def test_enter_with_a_clear_name_goes_straight_to_the_commune(home: Page):
    question(home).fill("st orens de gameville")
    home.keyboard.press("Enter")
    arrive(home, "/territoires/31/saint-orens-de-gameville/")


def test_the_beginning_of_a_name_is_proposed_and_never_jumped_to(home: Page):
    question(home).fill("st orens")
    home.keyboard.press("Enter")
    arrive(home, "/recherche/?q=st+orens")
    answer = home.locator("[data-answer]")
    expect(answer.get_by_role("status")).to_have_text("Choisissez votre commune :")
    expect(answer.get_by_role("link", name="Saint-Orens-de-Gameville")).to_be_visible()


def test_a_former_commune_leads_to_that_of_today_and_says_it(visit: Visitor):
    answer = visit("/recherche/?q=gourville", width=360).page.locator("[data-answer]")
    # Gourvillette begins so too: one chooses.
    expect(answer.get_by_role("status")).to_have_text("Choisissez votre commune :")
    link = answer.get_by_role("link").first
    expect(link).to_contain_text("aujourd’hui Rouillac (changement en 2019)")
    expect(link).to_have_attribute("href", re.compile("/territoires/16/rouillac/$"))


def test_the_postcode_of_an_office_is_not_called_outside(visit: Visitor):
    answer = visit("/recherche/?q=31059", width=360).page.locator("[data-answer]")
    expect(answer.get_by_role("link", name="Toulouse")).to_be_visible()
    expect(answer.locator("[data-elsewhere]")).to_be_hidden()


def test_a_postcode_of_several_communes_lets_one_choose(home: Page):
    question(home).fill("31450")
    home.keyboard.press("Enter")
    arrive(home, "/recherche/?q=31450")
    answer = home.locator("[data-answer]")
    expect(answer.get_by_role("status")).to_have_text("Choisissez votre commune :")
    names = answer.locator(".find-links b").all_text_contents()
    assert names == sorted(names)
    answer.get_by_role("link", name="Deyme").click()
    arrive(home, "/territoires/31/deyme/")


def test_a_slip_is_asked_back(home: Page):
    question(home).fill("ramonvile")
    home.keyboard.press("Enter")
    answer = home.locator("[data-answer]")
    expect(answer.get_by_role("status")).to_contain_text("Vouliez-vous dire")
    expect(answer.get_by_role("link", name="Ramonville-Saint-Agne")).to_be_visible()


def test_a_finger_chooses_a_suggestion(person: Any):
    page = person(has_touch=True, viewport={"width": 360, "height": 800})
    question(page).tap()
    page.keyboard.type("labege")
    option = page.get_by_role("option", name="Labège")
    box = option.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    option.tap()
    arrive(page, "/territoires/31/labege/")


@pytest.mark.parametrize("typed", ["marseille", "13001", "xyzxyz"])
def test_a_commune_that_is_not_covered_is_told_what_is(visit: Visitor, typed: str):
    page = visit(f"/recherche/?q={typed}").page
    answer = page.locator("[data-answer]")
    expect(answer.get_by_role("status")).to_contain_text(f"Nous n’avons pas trouvé « {typed} »")
    expect(answer).to_contain_text("Haute-Garonne (31)")
    expect(answer.get_by_role("link", name="39 39")).to_be_visible()


def test_what_was_typed_is_shown_as_text(visit: Visitor):
    page = visit("/recherche/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+%24%26").page
    status = page.locator("[data-answer]").get_by_role("status")
    expect(status).to_contain_text("« <img src=x onerror=alert(1)> $& »")


def test_the_form_leads_to_the_search_page_before_its_script_is_there(
    person: Any, built_site: Path
):
    page = person()
    page.route("**/find.*.js", lambda route: route.abort())
    page.reload()
    page.get_by_label(QUESTION).fill("labege")
    page.unroute("**/find.*.js")
    page.keyboard.press("Enter")
    arrive(page, "/recherche/?q=labege")
    page.locator("[data-answer]").get_by_role("link", name="Labège").click()
    arrive(page, "/territoires/31/labege/")


def test_an_index_that_does_not_come_is_said(person: Any):
    page = person()
    page.route("**/recherche/index/**", lambda route: route.abort())
    question(page).fill("labege")
    page.keyboard.press("Enter")
    arrive(page, "/recherche/?q=labege")
    status = page.locator("[data-answer]").get_by_role("status")
    expect(status).to_contain_text("La recherche ne répond pas")


def test_nothing_is_fetched_nor_asked_before_the_reader_does_something(person: Any):
    page = person(geolocation=LABEGE, permissions=["geolocation"])
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "lookup" in url or "/recherche/" in url]
    expect(page.locator("[data-message]")).to_be_empty()


def test_around_me_names_the_nearest_communes(person: Any):
    page = person(geolocation=LABEGE, permissions=["geolocation"])
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_role("button", name="Autour de moi").click()
    links = page.locator("[data-nearby]").get_by_role("link")
    expect(links).to_have_count(3)
    expect(links.first).to_contain_text("Labège")
    assert not [url for url in sent if "43.5" in url or "1.51" in url]
    links.first.click()
    arrive(page, "/territoires/31/labege/")


def test_around_me_far_from_the_territory(person: Any):
    page = person(geolocation=PARIS, permissions=["geolocation"])
    page.get_by_role("button", name="Autour de moi").click()
    expect(page.locator("[data-message]")).to_contain_text("pas de commune près de vous")


def test_around_me_refused(person: Any):
    page = person(permissions=[])
    page.get_by_role("button", name="Autour de moi").click()
    expect(page.locator("[data-message]")).to_contain_text("ne donne pas votre position")


@pytest.mark.parametrize("path", ["/", "/recherche/"])
def test_without_javascript_there_are_lists_and_no_dead_control(visit: Visitor, path: str):
    page = visit(path, width=360, javascript=False).page
    assert not page.locator("form").first.is_visible()
    assert not page.locator("main button:visible").count()
    page.get_by_role("link", name="L", exact=True).last.click()
    page.get_by_role("link", name="Labège", exact=True).click()
    assert page.url.endswith("/territoires/31/labege/")


def test_without_javascript_the_search_page_says_so(visit: Visitor):
    page = visit("/recherche/", javascript=False).page
    sentence = page.locator("noscript p")  # texts in it are not looked at by get_by_text
    assert sentence.is_visible()
    assert "ne marche pas sur votre appareil" in sentence.inner_text()
