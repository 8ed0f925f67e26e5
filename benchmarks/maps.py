"""What a map costs its reader: bytes, and time until it can be used, beside folium's own page.

    python -m benchmarks.maps NODE_MODULES [N …]

NODE_MODULES: a folder with the packages that folium's page takes from other hosts (`npm install
leaflet@1.9.3 jquery@3.7.1 bootstrap@5.2.2 leaflet.awesome-markers@2.0.5
@fortawesome/fontawesome-free@6.2.0 leaflet.markercluster@1.1.0`).

Chromium, processor four times slower, no limit on the network, cold cache, median of three; our
map is opened as soon as its button is there. Bytes are those of a host that compresses text, tiles
left out. Prints a Markdown table.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import threading
from base64 import b64decode
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, sync_playwright

from benchmarks.map_pages import TILES, make_places, our_page, stock_page
from plugins.cli.server import site_server
from plugins.gazetteer import Gazetteer

SIZES = {20: ["31"], 500: ["31"], 20_000: ["*"]}
SLOWER, TIMES = 4, 3
_TILE = b64decode("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==")
_TEXT = {".html", ".css", ".js", ".json", ".svg"}
_READY = """
const shown = () => requestAnimationFrame(() => requestAnimationFrame(() => {
  document.documentElement.dataset.usable = performance.now();
}));
addEventListener("DOMContentLoaded", () => {
  const ours = document.querySelector("[data-map]");
  if (!ours) {
    addEventListener("load", shown);
    return;
  }
  const button = ours.querySelector("[data-map-open]");
  const look = () => {
    if (!button.hidden && !window.asked) {
      window.asked = true;
      button.click();
    }
    if ("mapReady" in ours.dataset) {
      watch.disconnect();
      shown();
    }
  };
  const watch = new MutationObserver(look);
  look();
  watch.observe(ours, { attributes: true, subtree: true });
});
"""


class Cost(NamedTuple):
    """Milliseconds until the map can be used; bytes, and files, until then."""

    ready: float
    size: int
    requests: int


def measure(browser: Browser, address: str, folder: Path) -> Cost:
    """Open a page of a map once, with nothing in the cache; `folder`: its files."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    came: list[Response] = []
    page.on("response", lambda one: came.append(one))
    page.route(f"{TILES.url.partition('{')[0]}**", lambda route: route.fulfill(body=_TILE))
    page.add_init_script(_READY)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    html = page.locator("html[data-usable]")
    html.wait_for(state="attached", timeout=90_000)
    ready = float(html.get_attribute("data-usable") or 0)
    root = address.rpartition("/")[0]
    files = [one.url.removeprefix(root) for one in came if one.ok and one.url.startswith(root)]
    context.close()
    return Cost(ready, sum(_sent(folder / urlsplit(name).path[1:]) for name in files), len(files))


def _sent(file: Path) -> int:
    """Bytes of a file, as a host sends it."""
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in _TEXT else len(content)


def measure_folder(browser: Browser, folder: Path) -> Cost:
    """The median of a few times."""
    with site_server(folder, port=0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/index.html"
        found = [measure(browser, address, folder) for _ in range(TIMES)]
        server.shutdown()
    return Cost(median(one.ready for one in found), found[0].size, found[0].requests)


def main(packages: Path, sizes: list[int]) -> None:
    """Print the table."""
    print("| places | page | bytes | requests | usable after |")
    print("| --: | --- | --: | --: | --: |")
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium")
        for count in sizes:
            gazetteer = Gazetteer.load(SIZES[count])
            places = make_places(gazetteer, count)
            ours, stock = Path(folder, f"ours{count}"), Path(folder, f"stock{count}")
            our_page(ours, places, gazetteer)
            stock_page(stock, places, packages)
            for name, site in (("ours", ours), ("folium alone", stock)):
                cost = measure_folder(browser, site)
                print(
                    f"| {count:,} | {name} | {cost.size / 1000:,.0f} kB | {cost.requests} | "
                    f"{cost.ready / 1000:.2f} s |",
                    flush=True,
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(text) for text in sys.argv[2:]] or list(SIZES))
