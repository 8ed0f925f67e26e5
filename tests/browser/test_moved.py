"""Records that were renamed, moved, merged: a reader, a calendar and a frame still find them."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.cli.server import site_server
from tests.support.contexts import PATIENCE
from tests.support.sites import BUILD_DATE, ROOT

SETTINGS = """
from pelicanconf import *
SITEURL = "https://aide.exemple.fr"
TERRITORIES_COVERED = ["243100633"]
I18N_LANGUAGES = ["fr", "ar"]
PAPER_PDF = False
SEARCH_FULL_TEXT = False
OFFLINE = False
"""
PROGRAM = """
import sys
from pathlib import Path
from plugins.press.generator import build
records, output, settings = map(Path, sys.argv[1:4])
sys.exit(build(records, output, settings, sys.argv[4]))
"""
RENAMED = {
    "31/mediatheque-de-demonstration": "31/mediatheque-du-bourg",
    "31/tournees/bus-de-demonstration": "31/tournees/bus-du-bourg",
    "31/ateliers/rediger-son-cv": "31/ateliers/ecrire-son-cv",
    "labels/pix": "labels/pix-nouveau",
    "reseaux/aidants-et-mediateurs-du-sicoval": "reseaux/aidants-du-sicoval",
    "territoires/epci/200000000": "territoires/epci/243100633",
}
"""Files of records, without ending, and what they are called now."""
MOVED = {
    "/lieux/31/mediatheque-de-demonstration/": "/lieux/31/mediatheque-du-bourg/",
    "/facile/lieux/31/mediatheque-de-demonstration/": "/facile/lieux/31/mediatheque-du-bourg/",
    "/ar/lieux/31/mediatheque-de-demonstration/": "/ar/lieux/31/mediatheque-du-bourg/",
    "/agenda/tournees/31/bus-de-demonstration/": "/agenda/tournees/31/bus-du-bourg/",
    "/agenda/ateliers/31/rediger-son-cv/": "/agenda/ateliers/31/ecrire-son-cv/",
    "/labels/pix/": "/labels/pix-nouveau/",
    "/territoires/reseaux/aidants-et-mediateurs-du-sicoval/": (
        "/territoires/reseaux/aidants-du-sicoval/"
    ),
    "/territoires/epci/200000000/": "/territoires/epci/243100633/",
    "/agenda/epci/200000000/": "/agenda/epci/243100633/",
}
COPIES = {
    "agenda/lieux/31/mediatheque-de-demonstration.ics": "agenda/lieux/31/mediatheque-du-bourg.ics",
    "agenda/tournees/31/bus-de-demonstration.ics": "agenda/tournees/31/bus-du-bourg.ics",
    "agenda/ateliers/31/rediger-son-cv.ics": "agenda/ateliers/31/ecrire-son-cv.ics",
    "agenda/epci/200000000.ics": "agenda/epci/243100633.ics",
    "agenda/epci/200000000.atom": "agenda/epci/243100633.atom",
    "integrer/epci/200000000/index.html": "integrer/epci/243100633/index.html",
    "integrer/epci/200000000/oembed.json": "integrer/epci/243100633/oembed.json",
}


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of invented and real records, all of which had another name."""
    folder = tmp_path_factory.mktemp("moved")
    records = folder / "places"
    shutil.copytree(ROOT / "examples" / "demonstration" / "places", records)
    for name in ("labels", "reseaux"):
        shutil.copytree(ROOT / "places" / name, records / name)
    (records / "territoires" / "epci").mkdir(parents=True)
    sicoval = "territoires/epci/243100633.yaml"
    shutil.copy(ROOT / "places" / sicoval, records / "territoires" / "epci" / "200000000.yaml")
    for before, now in RENAMED.items():
        path = (records / f"{before}.yaml").rename(records / f"{now}.yaml")
        former = before.replace("/tournees/", "/").replace("/ateliers/", "/")
        former = former.removeprefix("labels/").removeprefix("reseaux/")
        former = former.removeprefix("territoires/")
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nanciens_ids:\n- {former}\n")
    place, now = "31/mediatheque-de-demonstration", "31/mediatheque-du-bourg"
    for path in records.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"lieu: {place}", f"lieu: {now}"), "utf-8")
    workshop = records / f"{place.replace('/', '/ateliers/')}.yaml"
    with workshop.open("a", encoding="utf-8") as file:
        file.write(f"\nlieu: {now}\n")
    settings = folder / "settings.py"
    caches = "".join(f"{name}_CACHE = {str(folder / 'c')!r}\n" for name in ("PLACES", "PRESS"))
    settings.write_text(SETTINGS + caches, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, records, folder / "site", settings, BUILD_DATE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def moved_url(moved_site: Path) -> Iterator[str]:
    with site_server(moved_site, port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module", params=[True, False], ids=["scripts", "no scripts"])
def reader(request: pytest.FixtureRequest, browser: Browser, moved_url: str) -> Iterator[Page]:
    """A page in a browser with, then without JavaScript."""
    context = browser.new_context(
        base_url=moved_url,
        java_script_enabled=request.param,
        viewport={"width": 360, "height": 800},
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", MOVED)
def test_a_former_address_leads_to_the_present_page(reader: Page, moved_url: str, address: str):
    reader.goto(address)
    reader.wait_for_url(f"{moved_url}{MOVED[address]}")
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator("h1")).not_to_have_text("Cette page a changé d’adresse")


def test_a_browser_that_does_not_go_there_shows_a_link(browser: Browser, moved_site: Path):
    html = (moved_site / "lieux/31/mediatheque-de-demonstration/index.html").read_text("utf-8")
    assert len(html) < 2000, "it must stay tiny"
    assert '<meta name="robots" content="noindex">' in html
    present = "/lieux/31/mediatheque-du-bourg/"
    assert f'<link rel="canonical" href="https://aide.exemple.fr{present}">' in html
    page = browser.new_page(java_script_enabled=False)
    page.set_content(html.replace("0; url=", "9999; url="))
    expect(page.locator("h1")).to_have_text("Cette page a changé d’adresse")
    link = page.get_by_role("link", name="Médiathèque de démonstration")
    assert link.get_attribute("href") == present
    assert page.locator("html").get_attribute("lang") == "fr"
    page.close()


def test_in_arabic_it_is_said_in_arabic(moved_site: Path):
    html = (moved_site / "ar/lieux/31/mediatheque-de-demonstration/index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in html
    assert "Cette page" not in html


@pytest.mark.parametrize("former", COPIES)
def test_what_machines_fetch_is_the_same_file(moved_site: Path, former: str):
    assert (moved_site / former).read_bytes() == (moved_site / COPIES[former]).read_bytes()


def test_hosts_that_redirect_know_every_page_that_moved(moved_site: Path):
    lines = (moved_site / "_redirects").read_text("utf-8").splitlines()
    assert {tuple(line.split()) for line in lines} >= {
        (former, present, "301") for former, present in MOVED.items()
    }


def test_search_engines_are_told_of_present_addresses_only(moved_site: Path):
    listed = "".join(path.read_text("utf-8") for path in (moved_site / "sitemaps").iterdir())
    for former, present in MOVED.items():
        assert f"<loc>https://aide.exemple.fr{former}</loc>" not in listed
        assert f"<loc>https://aide.exemple.fr{present}</loc>" in listed
    pages = [
        path
        for path in moved_site.rglob("index.html")
        if 'name="robots" content="noindex"' in path.read_text("utf-8")
    ]
    assert len(pages) > len(MOVED)
    for path in pages:
        address = f"/{path.parent.relative_to(moved_site).as_posix()}/"
        assert f"<loc>https://aide.exemple.fr{address}</loc>" not in listed
