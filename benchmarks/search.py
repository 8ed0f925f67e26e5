"""What the search of texts costs: seconds to index, bytes from the first key to the first result.

    python -m benchmarks.search [N …]

Records are invented (`benchmarks.records`). Bytes are those of a cold cache, compressed as a host
does it; a file that is compressed already counts as it is.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from benchmarks.records import make_places
from plugins.cli.server import site_server

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 3_000, 20_000)
QUESTIONS = ("médiathèque", "impôts", "imprimante gratuit", "france services du centre")

_SETTINGS = """
from pelicanconf import *
I18N_LANGUAGES = ["fr"]
PAPER_PDF = EASY_TO_READ = False
I18N_LANGUAGES = ["fr"]
BUILD_DATE = "2026-11-16"
OUTPUT_PATH, PLACES_DIR = {output!r}, {places!r}
PLACES_CACHE = PRESS_CACHE = {cache!r}
"""
_BUILD = "import sys, plugins.press.generator as g; sys.exit(g.build(settings=sys.argv[1]))"


def measure(count: int, folder: Path, browser: Browser) -> None:
    """Print the lines of one size."""
    places, output = folder / "places", folder / "output"
    codes = make_places(places, count)
    shutil.copytree(ROOT / "places" / "labels", places / "labels")
    settings = folder / "settings.py"
    settings.write_text(
        _SETTINGS.format(output=str(output), places=str(places), cache=str(folder / "cache")),
        "utf-8",
    )
    print(f"{count:>7,}  all      {_build(settings)}", flush=True)
    record = min(places.glob(f"{codes[0]}/*.yaml"))
    record.write_text(record.read_text("utf-8").replace("nom: ", "nom: Petit ", 1), "utf-8")
    print(f"{count:>7,}  one edit {_build(settings)}", flush=True)
    files = [file for file in (output / "recherche" / "texte").rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    print(f"{count:>7,}  {len(files):,} files, {size / 1e6:.1f} MB", flush=True)
    with site_server(output, port=0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        for question in QUESTIONS:
            weights = _ask(browser, address, output, question, codes[0])
            shares = ", ".join(f"{name} {size / 1000:.1f}" for name, size in weights.items())
            total = sum(weights.values()) / 1000
            print(f"{count:>7,}  {question:<26} {total:6.1f} kB ({shares})", flush=True)
        server.shutdown()


def _build(settings: Path) -> str:
    """What the build says of the search."""
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(settings)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return next((line for line in done.stderr.splitlines() if line.startswith("Recherche")), "-")


def _ask(
    browser: Browser, address: str, site: Path, question: str, departement: str
) -> dict[str, int]:
    """Bytes by part of the site, from the first key until the first result shows."""
    context = browser.new_context(base_url=address, locale="fr-FR")
    page = context.new_page()
    fetched: set[str] = set()
    page.on("response", lambda response: fetched.add(urlsplit(response.url).path))
    page.goto("/recherche/")
    page.wait_for_load_state("networkidle")
    before = set(fetched)
    page.get_by_role("combobox").press_sequentially(question)
    page.keyboard.press("Enter")
    area = page.get_by_role("combobox", name="Dans quel département ?")
    first = page.locator("[data-places] > li, [data-where]:visible").first
    first.wait_for()
    if not page.locator("[data-places] > li").count():
        area.select_option(departement)
    page.locator("[data-places] > li").first.wait_for()
    context.close()
    weights: dict[str, int] = {}
    for path in fetched - before:
        part = re.sub(r"^/recherche/(texte|index).*|^/(assets).*", r"\1\2", path)
        if "/pages/pagefind.js" in path or "/wasm." in path:
            part = "pagefind"
        weights[part] = weights.get(part, 0) + _weight(site / path.lstrip("/"))
    return dict(sorted(weights.items()))


def _weight(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if data.startswith(b"\x1f\x8b") else len(gzip.compress(data, 9))


def main() -> None:
    """Measure each size in a folder of its own."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0
        )
        for count in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
            with tempfile.TemporaryDirectory() as folder:
                measure(count, Path(folder), browser)
        browser.close()


if __name__ == "__main__":
    main()
