"""The pictures of the documents, made by the test browser from what the repository has.

    python -m tests.support.pictures [NAME…]

writes `docs/pictures/*.webp`, all of them without a name. A picture is a row of `PICTURES`; what
the site does not have is made by a function of `MADE`. Look at a picture before you commit it.
"""

from __future__ import annotations

import base64
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from plugins.cli.server import site_server
from plugins.common.diagnostic import report as diagnostics_report
from plugins.intake import run_import
from plugins.intake.preview.preview import preview
from plugins.records.commands import check
from tests.support.contexts import chromium
from tests.support.sites import BUILD_DATE, ROOT, built_once

FOLDER = ROOT / "docs" / "pictures"
HEAVIEST = 60_000
"""Bytes of a picture."""
LISTS = ROOT / "tests" / "fixtures" / "pictures"
FIRST_LIST, TOWN_LIST = LISTS / "liste-du-departement.csv", LISTS / "lieux-de-la-mairie.csv"
_QUALITY = 60  # percent: letters stay sharp
_BEGINNING = 7  # lines of the example
_MARGIN = 6  # pixels around what is cut out
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #1c1f24; color: #e6e6e6; font: 15px/1.45 monospace; }
pre { margin: 0; padding: 6px 14px; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
</style>"""


_CORRECTED = "/lieux/31/mediatheque-municipale-lagardelle-sur-leze/"
"""A place whose hours are alike on several days."""


class Picture(NamedTuple):
    """One picture of a document."""

    name: str
    """Of its file, without what follows the point."""
    shows: str
    """The address of a page of the site, or a name of `MADE`."""
    width: int
    """Of the window, in pixels."""
    cut: str
    """A selector: the smallest rectangle around all that it finds is the picture."""
    is_paper: bool = False
    """Whether the page is shown as it is printed."""


PICTURES = (
    Picture("corriger-bouton", "/composants/", 700, "#report .shown"),
    Picture("corriger-page", _CORRECTED, 700, "#horaires, .panel:has(#horaires) table"),
    Picture("corriger-faute", "slip", 760, "pre"),
    Picture("import-mots", "preview", 860, "pre:nth-of-type(n+4):nth-of-type(-n+7)"),
    Picture("import-rapport", "report", 860, "header, nav, #conflits"),
    Picture("bureau", "/qualite/31/", 860, ".kicker, .actions, #couverture + p + table"),
    Picture(
        "feuille-d-appels",
        "/qualite/31/a-appeler/",
        794,
        "header, .how, .calls > li:nth-child(-n+5)",
        is_paper=True,
    ),
)


def _preview(folder: Path) -> str:
    """What a terminal shows of `annuaire import --dry-run`: an element for each heading."""
    seen = 0

    def heading(line: str) -> int:
        nonlocal seen
        seen += not line.startswith(" ")
        return seen

    parts = ("\n".join(lines) for _, lines in groupby(preview(TOWN_LIST).lines(), key=heading))
    return _TERMINAL + "".join(f"<pre>{escape(part)}</pre>" for part in parts)


def _report(folder: Path) -> str:
    """The page of an import: a list of a town hall, after one of its département."""
    page, places = folder / "rapport.html", folder / "places"
    for path, name in ((FIRST_LIST, "departement-2024-06"), (TOWN_LIST, "mairie-2026-03")):
        run_import(path, places, source_name=name, licence="Licence Ouverte 2.0", report=page)
    return page.read_text("utf-8")


def _slip(folder: Path) -> str:
    """The example of CONTRIBUTING with a slip and without, and what `annuaire check` says."""
    example = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("```yaml\n")[2]
    record = example.partition("```")[0]
    file = folder / "places" / "31" / "mediatheque-de-labege.yaml"
    file.parent.mkdir(parents=True)
    shown = []
    for text in (record.replace("commune:", "comune:"), record):
        file.write_text(text, "utf-8")
        found = check(folder / "places", [file], date.fromisoformat(BUILD_DATE))
        numbered = [f"{n:>2}  {line}" for n, line in enumerate(text.splitlines()[:_BEGINNING], 1)]
        said = [line.removeprefix(f"{folder}/") for line in diagnostics_report(found)]
        shown.append("\n".join([*numbered, " …", "", *(said or ["Tout va bien."])]))
    return _TERMINAL + "".join(f"<pre>{escape(each)}</pre><hr>" for each in shown)


MADE: Mapping[str, Callable[[Path], str]] = {
    "preview": _preview,
    "report": _report,
    "slip": _slip,
}
"""What is shown without being a page of the site → its HTML; the folder is empty."""


def made() -> dict[str, str]:
    """All that `MADE` makes."""
    found = {}
    for name, make in MADE.items():
        with tempfile.TemporaryDirectory() as folder:
            found[name] = make(Path(folder))
    return found


def open_picture(page: Page, picture: Picture, site_url: str, html: Mapping[str, str]) -> None:
    """Show in `page` what the picture is cut out of."""
    page.set_viewport_size({"width": picture.width, "height": 800})
    if picture.shows in html:
        page.goto("about:blank")  # the policy of a page before would hold its style back
        page.set_content(html[picture.shows])
    else:
        page.goto(site_url + picture.shows)
    page.emulate_media(media="print" if picture.is_paper else "screen")


def cut_out(page: Page, picture: Picture) -> bytes:
    """The picture, as WebP, of a page that shows it."""
    boxes = [box for each in page.locator(picture.cut).all() if (box := each.bounding_box())]
    left, top = (min(box[side] for box in boxes) for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    x, y = max(0, left - _MARGIN), max(0, top - _MARGIN)
    clip = {
        "x": x,
        "y": y,
        "width": right + _MARGIN - x,
        "height": bottom + _MARGIN - y,
        "scale": 1,
    }
    session = page.context.new_cdp_session(page)
    shot = session.send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": _QUALITY, "clip": clip, "captureBeyondViewport": True},
    )
    return base64.b64decode(shot["data"])


@contextmanager
def _opened(site: Path, browser: Browser) -> Iterator[tuple[Page, str]]:
    with site_server(site, port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        context = browser.new_context(locale="fr-FR", color_scheme="light")
        yield context.new_page(), f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def main(names: list[str]) -> None:
    """Write the pictures of these names, or all."""
    wanted = [picture for picture in PICTURES if not names or picture.name in names]
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        settings = ROOT / "tests" / "support" / "picture_settings.py"
        records = ROOT / "places"
        site = built_once(Path(folder), "site", settings, records=records, day=BUILD_DATE)
        html = made()
        FOLDER.mkdir(exist_ok=True)
        with _opened(site, browser) as (page, url):
            for picture in wanted:
                open_picture(page, picture, url, html)
                (FOLDER / f"{picture.name}.webp").write_bytes(cut_out(page, picture))
                print(picture.name)


if __name__ == "__main__":
    main(sys.argv[1:])
