"""A background of one's own (MAPS_PMTILES): drawn in the page, from our files."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, expect

from plugins.cli.server import site_server
from plugins.contracts.collected import all_globals
from plugins.gazetteer import Gazetteer
from plugins.maps.backgrounds import VectorTiles, read_background
from plugins.maps.contract import MapGlobals, MapShellContext
from plugins.maps.files import MapFiles, background_page_set, script_page_set
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.map_kinds import KINDS, STYLES, script_path, scripts
from plugins.maps.map_urls import OUTLINES, Maps
from plugins.maps.map_words import words_page_set
from plugins.maps.picture.picture import Pictures
from plugins.press import Press
from plugins.press.site import Site
from tests.support.map_places import HARBOUR, LIBRARY
from tests.support.places import directory

ROOT = Path(__file__).resolve().parents[2]
PAGE = """{% extends "base.html" %}{% from "components/map.html" import map_block %}
{% set title, description, url = "Essai", "Essai", "" %}
{% block main %}<h1>Essai</h1>
{{ map_block("La carte", codes=["17", "31"], bounds=(43, -1.2, 46.2, 1.6)) }}
<script type="module" src="{{ asset("js/live.js") }}"></script>{% endblock %}"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A site of one page, whose map has the small background of the fixtures."""
    site = Site("Essai", "", "", datetime.date(2026, 11, 16), {}, offline=False)
    press = Press(
        output=tmp_path / "site",
        templates=[ROOT / "theme" / "templates"],
        static=ROOT / "theme" / "static",
        site=site,
        program="",
        build_key="",
        workers=1,
        swap_above=500,
        gives=all_globals(),
    )
    background = read_background({}, str(ROOT / "tests" / "fixtures" / "fond.pmtiles"), OUTLINES)
    assert isinstance(background, VectorTiles)
    paths = {script_path(kind, background, "", ""): kind for kind in KINDS}
    named = {kind.name: (scripts(background), STYLES, path) for path, kind in paths.items()}
    gazetteer = Gazetteer.load(["17", "31"])
    files = MapFiles(directory([LIBRARY, HARBOUR]), gazetteer, "", "")
    maps = Maps("", press.asset, named, files.departements)
    press.provide(MapGlobals(maps, Pictures(gazetteer, Outlines.load())))
    press.put("index.html", press.environment.from_string(PAGE).render(translated=False))
    press.add(files.points())
    press.add(files.shapes(Outlines.load()))
    press.add(script_page_set(paths, background, ""))
    press.add(background_page_set(background))
    shell = press.renderer(MapShellContext)(MapShellContext())
    press.add(words_page_set(lambda _: shell, ["fr"], ""))
    press.finish()
    with site_server(tmp_path / "site", port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def is_part(answer: Response) -> bool:
    """It has some of the background; HEAD only asks whether the file is there."""
    return ".pmtiles" in answer.url and answer.request.method == "GET"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_background_is_drawn_from_parts_of_our_own_file(browser: Browser, address: str, scheme):
    context = browser.new_context(viewport={"width": 800, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    wrong: list[str] = []
    parts: list[int] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda one: None if one.url.startswith(address) else wrong.append(one.url))
    page.on("response", lambda one: parts.append(one.status) if is_part(one) else None)
    page.goto(address)
    page.get_by_role("button", name="Ouvrir la carte").click()
    expect(page.locator("canvas.leaflet-tile-loaded").first).to_be_attached()
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("IGN Admin Express")
    colours = page.locator("canvas.leaflet-tile-loaded").evaluate_all(
        """(tiles) => new Set(tiles.flatMap((tile) => {
          const { data } = tile.getContext("2d").getImageData(0, 0, tile.width, tile.height);
          const pixels = Array.from({ length: data.length / 4 }, (_, i) => 4 * i);
          return pixels.map((at) => data.slice(at, at + 3).join());
        })).size"""
    )
    assert colours > 2, "sea, land and borders"
    assert set(parts) == {206}
    assert wrong == []
    context.close()
