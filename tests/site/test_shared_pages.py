"""A commune with few records has one page, in French; other languages and easy words tell of it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

TONGUES = re.compile(r'<li><a href="([^"]+)" hreflang="(\w+)" lang=')
EASY = re.compile(r'<p class="easy-link screen"><a href="([^"]+)"')
ID = re.compile(r' id="([^"]+)"')
BLANK = '<meta name="robots" content="noindex">'
CLOSED = "Ce lieu est fermé définitivement, depuis le"


@cache
def ids_of(page: Path) -> frozenset[str]:
    return frozenset(ID.findall(page.read_text("utf-8"))) if page.is_file() else frozenset()


@pytest.fixture(scope="module")
def communes(built_site: Path) -> dict[str, str]:
    """The pages of all communes, by address."""
    pages = built_site.glob("territoires/[0-9]*/*/index.html")
    texts = {f"/{p.parent.relative_to(built_site)}/": p.read_text("utf-8") for p in pages}
    return {url: text for url, text in texts.items() if '<div class="first-call">' in text}


def test_each_language_and_easy_words_say_where_help_is(built_site, communes):
    own = shared = 0
    for url, text in communes.items():
        tongues = TONGUES.findall(text)
        assert [code for _, code in tongues] == ["en", "ar", "uk", "pt", "tr"]
        (easy,) = EASY.findall(text)
        for address, _ in [*tongues, (easy, "")]:
            page, _, anchor = address.partition("#")
            assert (built_site / page[1:] / "index.html").is_file(), (url, address)
            assert not anchor or anchor in ids_of(built_site / page[1:] / "index.html"), address
        own += not any("#" in address for address, _ in tongues)
        shared += all("#" in address for address, _ in tongues)
    assert own + shared == len(communes)
    assert 50 < own < shared


def test_what_a_shared_page_says_of_a_commune_is_what_its_own_page_says_first(built_site, communes):
    said = "/territoires/31/auzielle/"
    first = re.findall(r'<li class="card" data-place="([^"]+)"', communes[said])[:5]
    html = (built_site / "tr/territoires/epci/243100633/index.html").read_text("utf-8")
    part = html[html.index('id="31-auzielle"') :]
    part = part[: part.index("</ul>")]
    assert re.findall(r'href="/tr/lieux/([^"]+)/"', part) == first
    assert part.count('href="tel:') > 1
    html = (built_site / "facile/territoires/epci/243100633/index.html").read_text("utf-8")
    part = html[html.index('id="31-auzielle"') :]
    part = part[: part.index("</section>")]
    assert set(re.findall(r'href="/facile/lieux/([^"]+)/"', part)) & set(first)
    assert said in part


def test_no_page_of_another_language_is_left_for_such_a_commune(built_site, communes):
    for url, text in communes.items():
        abroad = not any("#" in address for address, _ in TONGUES.findall(text))
        easy = not any("#" in address for address in EASY.findall(text))
        for prefix in ("en", "ar", "uk", "pt", "tr", "facile"):
            has_own = easy if prefix == "facile" else abroad
            assert (built_site / prefix / url[1:] / "index.html").is_file() == has_own, url
        assert easy or not abroad


def test_a_place_that_helps_nobody_has_one_page_which_leads_to_its_commune_abroad(built_site):
    alone = 0
    for page in built_site.glob("lieux/*/*/index.html"):
        url, text = f"/{page.parent.relative_to(built_site)}/", page.read_text("utf-8")
        helps = BLANK not in text and CLOSED not in text
        for address, code in TONGUES.findall(text):
            assert (built_site / address[1:] / "index.html").is_file(), (url, address)
            assert (address == f"/{code}{url}") == helps, url
            assert (built_site / code / url[1:] / "index.html").is_file() == helps, url
        alone += not helps
    assert alone > 20
