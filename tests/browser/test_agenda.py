"""The agenda in a browser: the demonstration has every kind of dates; on its own day, and later."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from plugins.cli.server import site_server
from tests.support.axe import violations
from tests.support.contexts import Contexts
from tests.support.sites import ROOT, built_once

WORKSHOP = "/agenda/ateliers/31/mediatheque-de-demonstration/"
ROUTE = "/agenda/tournees/31/bus-de-demonstration/"
COMMUNE = "/territoires/31/labege/"
KINDS = (
    "/agenda/",
    "/agenda/semaines/2026-11-30/",
    "/agenda/themes/maitriser-ses-donnees-personnelles/",
    "/agenda/31/labege/",
    "/agenda/974/",
    WORKSHOP,
    "/agenda/ateliers/31/saison-finie/",
    ROUTE,
    COMMUNE,
    "/lieux/31/mediatheque-de-demonstration/",
)
MORNING = "2026-11-22T09:00:00+01:00"
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def demonstration(shared: Path) -> Iterator[str]:
    """Address of the demonstration, built once a run."""
    settings = ROOT / "tests" / "support" / "demonstration_settings.py"
    site = built_once(shared, "demonstration", settings)
    with site_server(site, port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def see(contexts: Contexts, demonstration: str) -> Opener:
    """Open a page at a moment: `see("/agenda/", at="2026-12-01T08:00:00+01:00", width=360)`."""

    def open_page(path: str, *, at: str = MORNING, width: int = 1280, **options: object) -> Page:
        page = contexts.lend_page(
            own_clock=True, base_url=demonstration, timezone_id="Europe/Paris", **options
        )
        page.set_viewport_size({"width": width, "height": 800})
        if options.get("java_script_enabled", True):
            page.clock.install(time=at)
        response = page.goto(path)
        assert response is not None
        assert response.status == 200
        return page

    return open_page


@pytest.mark.parametrize("path", KINDS)
def test_a_page_holds_in_a_narrow_screen_without_javascript(path: str, see: Opener):
    page = see(path, width=320, java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("[data-past]:visible").count() == 0


@pytest.mark.parametrize("path", KINDS)
def test_no_fault_on_a_wide_screen_then_on_a_dark_narrow_one_with_large_text(
    path: str, see: Opener
):
    page = see(path)
    if path in KINDS[1::4]:
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def first_moment(page: Page, within: str) -> str:
    return " ".join(page.locator(f"{within} .moments li:visible").first.inner_text().split())


def test_the_next_date_follows_the_clock_of_the_reader(see: Opener):
    assert first_moment(see(WORKSHOP), ".next").startswith("Mardi 24 novembre")
    during = see(WORKSHOP, at="2026-11-24T15:59:00+01:00")
    assert first_moment(during, ".next").startswith("Mardi 24 novembre")
    after = see(WORKSHOP, at="2026-11-24T16:00:01+01:00")
    assert "Annulé : Salle en travaux" in first_moment(after, ".next")


def test_a_page_left_open_forgets_a_session_that_ends(see: Opener):
    page = see(WORKSHOP, at="2026-11-24T15:59:30+01:00")
    page.clock.run_for(61_000)
    assert page.locator("main time[datetime='2026-11-24']").count() == 0


def test_a_cancelled_date_does_not_hide_the_next_one(see: Opener):
    page = see(WORKSHOP, at="2026-11-25T09:00:00+01:00")
    seen = page.locator(".next .moments li:visible").all_inner_texts()
    assert len(seen) == 2
    assert "Annulé" in seen[0]
    assert "8 décembre" in seen[1]


def test_a_list_loses_its_past_days_with_their_headings(see: Opener):
    page = see("/agenda/31/labege/", at="2026-12-02T09:00:00+01:00")
    headings = page.locator("main h2.day").all_inner_texts()
    assert "Mardi 1er décembre" not in headings
    assert headings[0] == "Jeudi 3 décembre"


def test_when_the_first_dates_are_past_the_folded_ones_are_opened(see: Opener):
    page = see("/agenda/", at="2026-12-20T09:00:00+01:00")
    assert page.locator("details[data-rest]").get_attribute("open") is not None
    assert page.get_by_text("Voir aussi les jours suivants").is_hidden()
    assert page.locator(".session:visible").count() > 0


@pytest.mark.parametrize("path", ["/agenda/", "/agenda/31/labege/", WORKSHOP, ROUTE])
def test_when_all_is_past_the_page_says_so(path: str, see: Opener):
    page = see(path, at="2028-01-10T09:00:00+01:00")
    assert page.locator("[data-to*=T]").count() == 0
    assert page.locator("[data-past]:visible").count() > 0


def test_a_season_that_has_ended_says_so(see: Opener):
    assert (
        see("/agenda/ateliers/31/saison-finie/").get_by_text("La saison est terminée").is_visible()
    )


def test_a_commune_shows_the_next_passage_of_its_bus_first(see: Opener):
    page = see(COMMUNE, width=360)
    assert first_moment(page, ".passages") == "Jeudi 3 décembre, de 9 h à 12 h"
    above = page.locator(".passages").bounding_box()
    below = page.locator(".cards").first.bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]


def test_the_time_is_that_of_the_territory(see: Opener):
    """On Réunion clocks are three hours ahead of those of Paris in winter."""
    path = "/agenda/ateliers/974/premiers-pas/"
    before = see(path, at="2026-11-23T07:59:00+01:00")  # the session ends at 11:00 there
    assert first_moment(before, ".next").startswith("Lundi 23 novembre, de 9 h à 11 h")
    after = see(path, at="2026-11-23T08:01:00+01:00")
    assert not first_moment(after, ".next").startswith("Lundi 23 novembre")
