"""Whatever strangers type is text on every page and in every file that a build writes: each is read
by the parser of its format, and nothing of what was typed became markup, a formula or a command."""

import csv
import io
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import icalendar
import pytest
import vobject
from bs4 import BeautifulSoup, Tag
from pypdf import PdfReader

from plugins.hosting.audited.file_checks import file_faults
from plugins.records.kinds import KINDS
from tests.support.marked import FILES, MARKS, write_marked
from tests.support.sites import BUILD_DATE, ROOT, built_once

FOLDERS = {
    "place": "lieux/31",
    "workshop": "agenda/ateliers/31",
    "route": "agenda/tournees/31",
    "label": "labels",
    "network": "territoires/reseaux",
}
RUN_BY_A_LINK = ("javascript:", "data:", "vbscript:")
CARD = "data:text/vcard;charset=utf-8,"
"""The one link that carries what it gives: it is saved, never opened."""


@pytest.fixture(scope="module")
def site(shared: Path) -> Path:
    records = shared / "marked-records"
    marked = write_marked(records, date.fromisoformat(BUILD_DATE))
    assert all(len(fields) >= 3 for fields in marked.values()), marked
    settings = ROOT / "tests" / "support" / "marked_settings.py"
    return built_once(shared, "marked", settings, records=records, day=BUILD_DATE)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Those that show something of a record, by their file."""
    texts = {path: path.read_text("utf-8") for path in files(site, "html")}
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(text, "html.parser")
        for path, text in texts.items()
        if "zinnia" in text
    }


def files(site: Path, *endings: str) -> list[Path]:
    found = [path for ending in endings for path in site.rglob(f"*.{ending}")]
    assert found, endings
    return sorted(found)


def made_of_marks(element: Tag) -> Iterator[str]:
    """What in an element was not written by us."""
    if element.name.startswith("zinnia"):
        yield f"<{element.name}>"
    for name, value in element.attrs.items():
        text = " ".join(value) if isinstance(value, list) else str(value)
        if name.startswith(("on", "zinnia")) or (name in ("id", "class") and "zinnia-b" in text):
            yield f'{name}="{text}"'
        is_run = text.lstrip().lower().startswith(RUN_BY_A_LINK) and not text.startswith(CARD)
        if name in ("href", "src", "action") and is_run:
            yield f'{name}="{text}"'
        if name == "src" and "exemple.org" in text:
            yield f'{name}="{text}"'
    if element.name == "style" and "zinnia" in element.text:
        yield "<style>"
    if element.name == "script":
        if element.get("type") in ("application/ld+json", "application/json"):
            json.loads(element.text)
        elif "zinnia" in element.text:
            yield "<script>"


def test_no_page_has_markup_of_a_stranger(pages: dict[str, BeautifulSoup]):
    wrong = {}
    for name, page in pages.items():
        found = [each for element in page.find_all(True) for each in made_of_marks(element)]
        found += ["{{ … }} computed"] * (str(7007 * 7) in page.text)
        if found:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("mark", sorted(set(MARKS) - {"word"}))
@pytest.mark.parametrize("kind", FOLDERS)
def test_what_was_typed_is_read_as_it_was_typed(
    pages: dict[str, BeautifulSoup], kind: str, mark: str
):
    title = pages[f"{FOLDERS[kind]}/{mark}/index.html"].select_one("h1")
    assert title is not None
    assert "".join(MARKS[mark].split()) in "".join(title.get_text().split())  # but for spaces


def test_links_that_write_a_message_write_nothing_else(pages: dict[str, BeautifulSoup]):
    asked = set()
    for page in pages.values():
        for link in page.select('a[href^="mailto:"], a[href^="sms:"]'):
            parts = urlsplit(str(link["href"]))
            asked |= {name for name, _ in parse_qsl(parts.query)}
            assert not parts.fragment
    assert {"body"} <= asked <= {"subject", "body"}


def test_every_kind_of_record_is_marked():
    assert FILES.keys() == KINDS.keys()


def test_data_is_read_by_its_own_parsers(site: Path):
    for path in files(site, "json", "xml", "atom", "svg", "ics"):
        assert list(file_faults(path.name, path.read_bytes())) == [], path
    for path in files(site, "toml"):
        tomllib.loads(path.read_text("utf-8"))
    for path in files(site, "pdf"):
        assert len(PdfReader(path).pages) >= 1


def test_calendars_and_cards_say_what_was_typed(site: Path, pages: dict[str, BeautifulSoup]):
    names, titles = set(), set()
    for page in pages.values():
        for link in page.select(f'a[href^="{CARD}"]'):
            assert link.has_attr("download")
            card = unquote(str(link["href"]).removeprefix(CARD))
            names.add(vobject.readOne(card).fn.value)
    for path in files(site, "ics"):
        vobject.readOne(path.read_text("utf-8"))
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        titles |= {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
    for mark in set(MARKS) - {"word"}:
        assert MARKS[mark] in names
        assert MARKS[mark] in titles


def test_no_cell_is_a_formula(site: Path):
    cells = [
        cell
        for path in files(site, "csv")
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
        for cell in row
    ]
    assert any("zinnia" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
