"""What pages cost a reader: bytes, requests, first and largest paint on a slow phone.

    annuaire build --output output
    python -m benchmarks.pages output [--beside FOLDER]

A slow phone: 400 kb/s, 400 ms a round trip, a processor 4 times slower, 360 px. Files are served
as a host does, compressed by `gzip -9`, and counted where they are served. `--beside`: another
folder of HTML pages (those of a design system, for instance), each measured in the same way.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import threading
from functools import partial
from http import HTTPStatus
from pathlib import Path
from statistics import median
from typing import NamedTuple, cast

from playwright.sync_api import Browser, sync_playwright

from plugins.cli.server import SiteHandler, SiteServer

KINDS = {
    "home": "/",
    "commune": "/territoires/31/labege/",
    "large commune": "/territoires/31/toulouse/",
    "place": "/lieux/31/",  # the largest of them
    "EPCI": "/territoires/epci/243100633/",
    "département": "/territoires/31/",
    "need": "/besoins/demarches/",
    "label": "/labels/france-services/",
    "search": "/recherche/",
    "prose": "/comprendre/",
}
LINE = {
    "offline": False,
    "latency": 400,  # milliseconds
    "downloadThroughput": 400_000 / 8,  # bytes a second
    "uploadThroughput": 400_000 / 8,
}
SLOWER = 4
RUNS = 3
TEXT = {".html", ".css", ".js", ".svg", ".json", ".txt", ".xml", ".csv"}
PAINTS = """() => new Promise((tell) => {
  const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
  let largest = first;
  new PerformanceObserver((list) => { largest = list.getEntries().at(-1).startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => tell([first, largest]), 500);
})"""


class Measure(NamedTuple):
    """Bytes sent, files asked for, milliseconds to the first and to the largest paint."""

    sent: int
    html: int
    requests: int
    first: float
    largest: float


class Host(SiteServer):
    """Serves a folder compressed, and remembers what it sent: bytes by path."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Compressed, directory=str(folder)))
        self.sent: dict[str, int] = {}


class Compressed(SiteHandler):
    """Sends texts compressed, with the day's cache that hosts allow."""

    def do_GET(self) -> None:  # noqa: N802 (named by the library)
        """One file; that of a folder is its index."""
        host = cast(Host, self.server)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            host.sent[self.path] = 0
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        host.sent[self.path] = len(body)

    def send_header(self, keyword: str, value: str) -> None:
        """Let the browser keep files, as hosts do."""
        super().send_header(keyword, "max-age=600" if keyword == "Cache-Control" else value)


def measure(browser: Browser, host: Host, path: str) -> Measure:
    """One page, cold."""
    host.sent.clear()
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"http://127.0.0.1:{host.server_port}{path}", wait_until="networkidle")
    first, largest = page.evaluate(PAINTS)
    context.close()
    return Measure(sum(host.sent.values()), host.sent.get(path, 0), len(host.sent), first, largest)


def measure_all(browser: Browser, folder: Path, pages: dict[str, str]) -> None:
    """Print one line a page: the median of three runs."""
    with Host(folder) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        for name, path in pages.items():
            runs = [measure(browser, host, path) for _ in range(RUNS)]
            middle = Measure(*(median(values) for values in zip(*runs, strict=True)))
            print(
                f"{name:28} {middle.sent / 1000:7.1f} kB  HTML {middle.html / 1000:5.1f} kB"
                f"  {middle.requests:3.0f} requests"
                f"  FCP {middle.first / 1000:4.1f} s  LCP {middle.largest / 1000:4.1f} s",
                flush=True,
            )
        host.shutdown()


def pages_of(site: Path) -> dict[str, str]:
    """The kinds above that the site has; for «place», the largest of its pages."""
    pages = {name: path for name, path in KINDS.items() if (site / path.strip("/")).is_dir()}
    places = sorted((site / "lieux" / "31").glob("*/index.html"), key=lambda p: p.stat().st_size)
    return {**pages, "place": f"/{places[-1].parent.relative_to(site).as_posix()}/"}


def main() -> None:
    """Measure the site, then the pages beside it."""
    parser = argparse.ArgumentParser(description="bytes, requests and paints on a slow phone")
    parser.add_argument("site", type=Path)
    parser.add_argument("--beside", type=Path, help="folder of other HTML pages")
    arguments = parser.parse_args()
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0, args=["--disable-gpu"]
        )
        measure_all(browser, arguments.site, pages_of(arguments.site))
        if arguments.beside:
            found = sorted(arguments.beside.glob("*.html"))
            measure_all(browser, arguments.beside, {page.stem: f"/{page.name}" for page in found})
        browser.close()


if __name__ == "__main__":
    main()
