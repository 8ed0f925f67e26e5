"""Without a network: opened pages stay readable, say their date, and can be refused."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.cli.server import SiteServer, site_server
from tests.support.contexts import PATIENCE
from tests.support.kinds import address
from tests.support.theme import environment

COMMUNE = "/territoires/31/labege/"
KEPT = """async (path) => {
  const [pages] = (await caches.keys()).filter((name) => name.endsWith("pages"));
  return Boolean(pages && await (await caches.open(pages)).match(path));
}"""
NO_CACHE = "async () => !(await caches.keys()).length"
NOTHING_LEFT = """async () => !(await caches.keys()).length
  && !(await navigator.serviceWorker.getRegistrations()).length"""
UNTIL = """async (path) => {
  const [holds, wanted] = [CONDITION, WANTED];
  for (let round = 0; round < 200; round += 1) {
    if (await holds(path) === wanted) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error("never: " + holds);
}"""


def wait_until(page: Page, condition: str, path: str = "", wanted: bool = True) -> None:
    """Ask the page again and again, at most 10 s, until an asynchronous `condition` is `wanted`."""
    script = UNTIL.replace("CONDITION", condition).replace("WANTED", str(wanted).lower())
    page.evaluate(script, path)


class Host:
    """A copy of a few pages of the site, on a host that can be unplugged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: SiteServer | None = None
        self.port = 0
        self.plug()

    def plug(self) -> None:
        self._server = site_server(self.folder, self.port)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def unplug(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


@pytest.fixture
def place_path(built_site: Path) -> str:
    """A place of the commune above."""
    html = (built_site / COMMUNE.strip("/") / "index.html").read_text("utf-8")
    start = html.index("/lieux/31/")
    return html[start : html.index('"', start)]


@pytest.fixture
def host(built_site: Path, tmp_path: Path, place_path: str) -> Iterator[Host]:
    for name in ("assets", "hors-ligne", place_path.strip("/"), COMMUNE.strip("/")):
        shutil.copytree(built_site / name, tmp_path / name)
    for name in ("404.html", "hors-ligne.js", "index.html"):
        shutil.copy(built_site / name, tmp_path)
    host = Host(tmp_path)
    yield host
    host.unplug()


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    context = browser.new_context(base_url=f"http://127.0.0.1:{host.port}", locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def read(page: Page, path: str, *also: str) -> None:
    """Open a page, give a sign of life, and wait until it is kept."""
    page.goto(path)
    page.keyboard.press("Tab")
    for kept in (path, *also):
        wait_until(page, KEPT, kept)


def test_an_opened_page_and_its_communes_list_stay_readable_and_say_their_date(
    page: Page, host: Host, place_path: str
):
    read(page, place_path, COMMUNE)
    name = page.locator("h1").inner_text()
    expect(page.locator("#copie")).to_have_count(0)
    host.unplug()
    page.evaluate("location.reload()")
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator("#copie")).to_contain_text("vous lisez une copie du")
    background = page.evaluate("getComputedStyle(document.querySelector('#copie')).backgroundColor")
    assert background != "rgba(0, 0, 0, 0)", "the style is there too"
    page.locator(f".crumbs a[href='{COMMUNE}']").click()
    expect(page.locator("h1")).to_contain_text("Labège")
    expect(page.locator("#copie")).to_be_visible()


def test_a_page_that_was_not_opened_leads_to_those_that_were(
    page: Page, host: Host, place_path: str
):
    read(page, place_path, COMMUNE)
    host.unplug()
    page.locator(".brand").click()  # `goto` would take the worker's own failed fetch for its own
    expect(page.locator("h1")).to_have_text("Lire sans réseau")
    expect(page.locator("[data-list] a")).to_have_count(2)
    page.locator("[data-list] a", has_text="Labège").first.click()
    expect(page.locator("#copie")).to_be_visible()


def test_with_the_network_the_page_is_the_present_one(page: Page, host: Host, place_path: str):
    read(page, place_path)
    file = host.folder / place_path.strip("/") / "index.html"
    file.write_text(file.read_text("utf-8").replace("<h1>", "<h1>Nouveau nom de "), "utf-8")
    page.reload()
    expect(page.locator("h1")).to_contain_text("Nouveau nom de")
    expect(page.locator("#copie")).to_have_count(0)


def test_a_page_that_is_gone_is_not_kept(page: Page, host: Host, place_path: str):
    read(page, place_path)
    (host.folder / place_path.strip("/") / "index.html").unlink()
    page.reload()
    wait_until(page, KEPT, place_path, wanted=False)
    host.unplug()
    page.evaluate("location.reload()")
    expect(page.locator("h1")).to_have_text("Lire sans réseau")


def test_a_reader_can_refuse_and_take_it_back(page: Page, place_path: str):
    read(page, place_path)
    page.goto("/hors-ligne/")
    page.locator("[data-stop]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-start]")).to_be_focused()
    wait_until(page, NOTHING_LEFT)
    page.goto(COMMUNE)
    page.keyboard.press("Tab")
    page.goto("/hors-ligne/")
    wait_until(page, NOTHING_LEFT)
    page.locator("[data-start]").click()
    expect(page.locator("[data-stop]")).to_be_focused()
    read(page, COMMUNE)


def test_what_loads_after_a_refusal_is_not_kept(page: Page, place_path: str):
    read(page, place_path)
    page.goto("/hors-ligne/")
    page.locator("[data-stop]").click()
    expect(page.locator("[data-start]")).to_be_focused()
    wait_until(page, NO_CACHE)
    answers = page.evaluate(
        "async (paths) => (await Promise.all(paths.map((path) => fetch(path)))).map(({ok}) => ok)",
        [page.locator("link[rel=icon]").get_attribute("href"), COMMUNE],
    )
    assert answers == [True, True]
    assert page.evaluate(NO_CACHE)
    page.goto(COMMUNE)
    page.keyboard.press("Tab")
    page.goto("/hors-ligne/")
    assert page.evaluate(NO_CACHE)


def test_a_page_that_is_only_loaded_keeps_nothing(page: Page):
    page.goto(COMMUNE, wait_until="networkidle")
    assert page.evaluate(NOTHING_LEFT)


def test_when_the_setting_is_off_the_worker_removes_itself(page: Page, host: Host, place_path: str):
    read(page, place_path)
    worker = environment().get_template("offline_worker_end.js").render()
    (host.folder / "hors-ligne.js").write_text(worker, "utf-8")
    page.reload()
    wait_until(page, NOTHING_LEFT)


def test_every_kind_of_page_leads_to_the_switch(built_site: Path):
    page = built_site / address("place", built_site).strip("/") / "index.html"
    assert 'href="/hors-ligne/"' in page.read_text("utf-8")
