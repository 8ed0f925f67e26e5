"""How long a slow telephone waits for the first answer to a question, and for what.

    python -m benchmarks.first_answer SITE [SITE …]

`SITE`: folders of built sites, compared side by side. The telephone is Chromium's own emulation:
400 kb/s, 400 ms to a first byte, a processor four times slower; an empty cache; files compressed by
gzip. Each question is asked `ROUNDS` times of each site in turn, after a bare page of one kilobyte,
whose time says how busy the machine is. Printed: the median of the seconds from the address to the
first place or need, of the requests, their kilobytes, and the most requests that wait for one
another («in a row»). `-v` prints who waits for whom.
"""

from __future__ import annotations

import gzip
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser

from tests.support.contexts import chromium

QUESTIONS = ("imprimer", "impots", "mediatheque", "impots labege")
ROUNDS = 5
BARE = "/bare.html"
_LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_ANSWER = "[data-places] > li:visible, [data-needs] li:visible"


class _Waterfall(NamedTuple):
    seconds: float
    fetched: list[tuple[float, float, str, float]]
    """Start and end in seconds, path, bytes."""

    @property
    def in_a_row(self) -> int:
        """Requests of which each begins when the one before is there."""
        count, free = 0, 0.0
        for start, end, _, _ in sorted(self.fetched, key=lambda one: one[1]):
            if start >= free:
                count, free = count + 1, end
        return count


class _Server(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        bare = self.path == BARE
        if not (bare or path.is_file()):
            self.send_error(404)
            return
        data = b"<!doctype html><title>bare</title><p>" + b"." * 960 if bare else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type("x.html" if bare else str(path)))
        if not data.startswith(b"\x1f\x8b"):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def ask(browser: Browser, address: str, wanted: str) -> _Waterfall:
    """Open `address` on the telephone until `wanted` shows."""
    context = browser.new_context(
        locale="fr-FR", viewport={"width": 360, "height": 740}, service_workers="block"
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    begun: dict[str, tuple[float, str]] = {}
    fetched: list[tuple[float, float, str, float]] = []

    def start(event: dict[str, Any]) -> None:
        begun[event["requestId"]] = (event["timestamp"], urlsplit(event["request"]["url"]).path)

    def end(event: dict[str, Any]) -> None:
        since, path = begun[event["requestId"]]
        if event["encodedDataLength"] > 0:  # not from the cache
            fetched.append((since, event["timestamp"], path, event["encodedDataLength"]))

    session.on("Network.requestWillBeSent", start)
    session.on("Network.loadingFinished", end)
    page.goto(address, wait_until="commit")
    page.locator(wanted).first.wait_for(timeout=60_000)
    now: float = page.evaluate("performance.now() / 1000")
    first = min(since for since, _ in begun.values())
    page.wait_for_timeout(1)
    context.close()
    shifted = [(start - first, end - first, path, size) for start, end, path, size in fetched]
    return _Waterfall(now, [one for one in shifted if one[0] < now])


def main(sites: list[Path], verbose: bool) -> None:
    """Print the table."""
    with chromium() as browser:
        origins = []
        for site in sites:
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=site))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            origins.append(f"http://127.0.0.1:{server.server_port}")
        for question in QUESTIONS:
            runs: dict[str, list[_Waterfall]] = {origin: [] for origin in origins}
            bare = []
            for _ in range(ROUNDS):
                bare.append(ask(browser, origins[0] + BARE, "p").seconds)
                for origin in origins:
                    path = f"{origin}/recherche/?q={quote(question)}"
                    runs[origin].append(ask(browser, path, _ANSWER))
            for site, origin in zip(sites, origins, strict=True):
                found = runs[origin]
                print(
                    f"{question:<16} {site!s:<28} {median(one.seconds for one in found):5.1f} s, "
                    f"{median(len(one.fetched) for one in found):.0f} requests, "
                    f"{median(sum(size for *_, size in one.fetched) for one in found) / 1000:.0f} "
                    f"kB, {median(one.in_a_row for one in found):.0f} in a row "
                    f"(bare page {median(bare):.1f} s)",
                    flush=True,
                )
                if verbose:
                    for start, end, path, size in sorted(found[-1].fetched):
                        print(f"    {start:5.2f} → {end:5.2f}  {size:7.0f}  {path}")


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:] if one != "-v"], "-v" in sys.argv)
