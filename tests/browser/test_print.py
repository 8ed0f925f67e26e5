"""Pages on paper: one A4 sheet each, with what a reader needs and nothing else."""

import io
import shutil
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from plugins.cli.server import site_server
from tests.support.contexts import Contexts
from tests.support.sites import BUILD_DATE, ROOT, built_once
from tests.support.visits import Visitor

RICH = ROOT / "tests" / "fixtures" / "paper" / "lieu-riche.yaml"
COMMUNES = {
    "with places": "/territoires/31/labege/",
    "large": "/territoires/31/toulouse/",
    "far from it": "/territoires/17/la-rochelle/",
    "without any place": "/territoires/31/noueilles/",
}


def printed(page: Page) -> list[str]:
    """The text of each sheet, its spaces made equal, its ligatures undone."""
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in sheets]
    return [" ".join(text.split()) for text in texts]


@pytest.fixture(scope="module")
def rich_url(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The Sicoval with one place that says everything a record can say, at a public address."""
    records = tmp_path_factory.mktemp("rich") / "places"
    shutil.copytree(ROOT / "places" / "labels", records / "labels")
    (records / "31").mkdir()
    shutil.copy(RICH, records / "31")
    settings = ROOT / "tests" / "support" / "rich_settings.py"
    site = built_once(shared, "rich", settings, records=records, day=BUILD_DATE)
    with site_server(site, port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def rich_page(contexts: Contexts, rich_url: str) -> Page:
    """Opens pages of that site; the address is given by the test."""
    return contexts.lend_page(base_url=rich_url)


@pytest.mark.parametrize("kind", COMMUNES)
def test_a_commune_is_one_sheet(kind: str, visit: Visitor):
    page = visit(COMMUNES[kind]).page
    page.clock.set_fixed_time("2027-02-01T10:00+01:00")
    (sheet,) = printed(page)
    assert page.locator("h1").inner_text() in sheet
    assert "Page imprimée le 1er février 2027." in sheet  # the day of its reader


@pytest.mark.parametrize("page_path", ["31/a-appeler/", "31/a-appeler/page-2/"])
def test_twenty_calls_are_one_sheet_with_every_telephone_whole(page_path: str, visit: Visitor):
    page = visit(f"/qualite/{page_path}").page
    (sheet,) = printed(page)
    assert sheet.count("à rappeler") == 20
    for phone in page.locator(".calls .tel").all_inner_texts():
        assert " ".join(phone.split()) in sheet


def test_a_place_that_says_everything_is_one_sheet(rich_page: Page):
    rich_page.goto("/lieux/31/lieu-riche/")
    (sheet,) = printed(rich_page)
    for words in (
        "05 61 00 00 01",
        "13 h 30 – 18 h",
        "17 rue de la Croix Rose",
        "Congés de fin d’année",
        "Licence Ouverte 2.0",
        "https://aide.exemple.fr/lieux/31/lieu-riche/",
        "Vérifié le 3 mars 2026",
    ):
        assert "".join(words.split()) in "".join(sheet.split()), words


def test_nothing_that_needs_a_screen_is_printed(rich_page: Page):
    for path in ("/lieux/31/lieu-riche/", "/territoires/31/labege/"):
        rich_page.goto(path)
        rich_page.emulate_media(media="print")
        useless = rich_page.locator("nav, form, button, .button, .skip, .screen, dialog")
        assert [one.inner_text() for one in useless.all() if one.is_visible()] == []


def test_paper_has_large_black_print(rich_page: Page):
    rich_page.goto("/lieux/31/lieu-riche/")
    rich_page.emulate_media(media="print", color_scheme="dark")
    size = "one => parseFloat(getComputedStyle(one).fontSize) * 0.75"
    assert rich_page.locator("main .call b").first.evaluate(size) >= 20
    assert rich_page.locator("h1").evaluate(size) >= 20
    assert rich_page.locator("main").evaluate(size) >= 12
    assert rich_page.locator(".panel p").first.evaluate(size) >= 11
    colour = "one => getComputedStyle(one).color"
    assert rich_page.locator("h1").evaluate(colour) == "rgb(0, 0, 0)"
    assert rich_page.locator(".panel a").first.evaluate(colour) == "rgb(0, 0, 0)"


def test_the_code_is_on_paper_only_and_large_enough(rich_page: Page):
    rich_page.goto("/territoires/31/labege/")
    code = rich_page.locator("svg.qr")
    assert not code.is_visible()
    rich_page.emulate_media(media="print")
    box = code.bounding_box()
    assert box
    assert box["width"] >= 25 * 96 / 25.4  # 25 mm
    title = rich_page.locator("h1").bounding_box()
    assert title
    assert title["x"] + title["width"] <= box["x"]  # nothing under the code


def test_a_commune_prints_no_more_than_five_places_its_own_first(visit: Visitor):
    page = visit("/territoires/31/labege/").page
    own = page.locator("section:has(#ici) > .cards > li").count()
    page.emulate_media(media="print")
    shown = [card for card in page.locator(".cards > li").all() if card.is_visible()]
    assert len(shown) == 5
    assert own <= 5
    first = [card.locator("h3").inner_text() for card in shown[:own]]
    assert first == page.locator("section:has(#ici) > .cards > li h3").all_inner_texts()


def test_on_paper_the_plan_numbers_the_places_that_are_listed(visit: Visitor):
    page = visit("/territoires/31/labege/", width=794).page
    page.emulate_media(media="print")
    expect(page.locator(".card .number").first).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator(".card .number").first).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    listed = page.locator(".card .number").locator("visible=true").all_inner_texts()
    drawn = page.locator(".pin text").locator("visible=true").all_text_contents()
    assert drawn == listed


@pytest.mark.parametrize(
    "path",
    [
        "/agenda/ateliers/31/rediger-son-cv/",
        "/agenda/tournees/16/bus-france-services-emmaus-ruffec/",
        "/territoires/31/",
        "/territoires/epci/243100633/",
        "/agenda/",
    ],
)
def test_no_heading_on_paper_has_nothing_below_it(path: str, visit: Visitor):
    page = visit(path).page
    page.emulate_media(media="print")
    alone = page.evaluate(
        """() => [...document.querySelectorAll("main :is(h2, h3)")].filter((heading) => {
          if (!heading.checkVisibility()) return false;
          const around = heading.parentElement.innerText.replace(heading.innerText, "").trim();
          return !around && !heading.parentElement.querySelector("svg[role=img]");
        }).map((heading) => heading.innerText)"""
    )
    assert alone == []
