"""The frames of the repository's own site, as files."""

import gzip
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

from tests.support.reader import Reader

NAV = SoupStrainer("nav")
MOST = 25_000
"""Bytes of a frame with all that it loads before its map is opened, compressed by `gzip -9`."""
SAMPLES = ("31/labege", "31/toulouse", "31", "17", "epci/243100633", "epci/243100518")


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def frames(site: Path) -> list[Path]:
    return list((site / "integrer").rglob("*/index.html"))


def loaded(site: Path, html: str) -> list[Path]:
    """What the page asks for by itself."""
    found = re.findall(r'<link rel="(?:stylesheet|icon)" href="(/[^"]+)"', html)
    found += re.findall(r'<script src="(/[^"]+)"', html)
    return [site / address[1:] for address in found]


def test_the_heaviest_frames_are_light_with_all_that_they_load(built_site: Path):
    heaviest = sorted(frames(built_site), key=lambda page: page.stat().st_size)[-20:]
    assert len(heaviest) == 20
    for page in heaviest:
        files = loaded(built_site, page.read_text("utf-8"))
        assert len(files) == 4, page
        assert compressed(page) + sum(map(compressed, files)) <= MOST, page


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_frame_is_a_whole_page_without_form_for_no_search_engine(sample: str, built_site: Path):
    html = (built_site / "integrer" / sample / "index.html").read_text("utf-8")
    reader = Reader(html)
    assert not reader.faults
    assert not reader.open
    assert {"name": "robots", "content": "noindex"} in reader.all("meta")
    assert {"name": "referrer", "content": "no-referrer"} in reader.all("meta")
    assert not reader.all("form")
    assert all(script.get("src") or script["type"] == "application/json"
               for script in reader.all("script"))  # fmt: skip
    assert "style" not in {name for _, attributes in reader.tags for name in attributes}
    levels = [int(tag[1]) for tag, _ in reader.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("sample", SAMPLES)
def test_links_of_a_frame_lead_to_another_frame_or_open_beside(sample: str, built_site: Path):
    reader = Reader((built_site / "integrer" / sample / "index.html").read_text("utf-8"))
    full = f"/territoires/{sample}/"
    assert full in {a.get("href") for a in reader.all("a")}
    for link in reader.all("a"):
        address = link.get("href") or ""
        if address.startswith("/") and not address.startswith("/integrer/"):
            assert (link.get("target"), link.get("rel")) == ("_blank", "noopener"), address


def test_territories_with_a_record_have_a_frame(built_site: Path):
    """Every EPCI and département, and the communes where a place of this directory is, or was."""
    of_places = {
        str(link["href"]).removeprefix("/territoires/").strip("/")
        for page in (built_site / "lieux").glob("*/*/index.html")
        for link in BeautifulSoup(page.read_text("utf-8"), "html.parser", parse_only=NAV).select(
            "a[href^='/territoires/']"
        )
    }
    framed = {page.parent.relative_to(built_site / "integrer").as_posix()
              for page in frames(built_site)}  # fmt: skip
    communes = {address for address in framed if re.fullmatch(r"\w+/.+", address)}
    communes = {address for address in communes if not address.startswith("epci/")}
    assert communes == {address for address in of_places if "/" in address}
    territories = built_site / "territoires"
    epcis = {
        page.parent.name
        for page in territories.glob("epci/*/index.html")
        if "Ce que disent les documents publics" not in page.read_text("utf-8")  # no place there
    }
    assert {address[5:] for address in framed if address.startswith("epci/")} == epcis
    assert {address for address in framed if "/" not in address} == {
        address for address in of_places if address and "/" not in address
    }


def test_territory_pages_lead_to_the_page_that_writes_the_line(built_site: Path):
    for sample in ("31/labege", "31", "epci/243100633"):
        html = (built_site / "territoires" / sample / "index.html").read_text("utf-8")
        assert f'href="/integrer/#{sample}"' in html


def test_without_a_public_address_there_is_no_oembed_answer(built_site: Path):
    assert not list((built_site / "integrer").rglob("oembed.json"))
    communes = json.loads((built_site / "integrer" / "communes" / "31.json").read_text("utf-8"))
    assert communes["communes"]["31254"][:2] == ["labege", "Labège"]
