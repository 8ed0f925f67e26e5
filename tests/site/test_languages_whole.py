"""From the home page of a language, links alone lead to all its pages; what is French is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.foreign import FOREIGN, ForeignPage, in_french, unmarked_french

HREF = re.compile(r'<a\b[^>]*? href="(/[^"#?]*)')
MANY = {"lieux", "territoires"}
each_language = pytest.mark.parametrize("code", FOREIGN)


def page_at(site: Path, url: str) -> Path:
    return site / url.strip("/") / "index.html"


def looked_at(site: Path, code: str) -> list[Path]:
    """All pages of a language, but one commune and one place in forty."""
    few = []
    for top in sorted((site / code).iterdir()):
        pages = sorted(top.rglob("index.html")) if top.is_dir() else [top]
        few += pages[::40] if top.name in MANY else pages
    return few


def reached_from(site: Path, home: str, *, beside: tuple[str, ...] = ()) -> set[str]:
    """What links lead to from the page at `home`, staying below it: «territoires/31/», …

    `beside`: beginnings of addresses where nothing is looked for.
    """
    reached, todo = {home}, [home]
    while todo:
        html = page_at(site, todo.pop()).read_text("utf-8")
        urls = {url for url in HREF.findall(html) if url.startswith(home) and url.endswith("/")}
        found = {url for url in urls - reached if not url.startswith(beside)}
        todo += (url for url in found if page_at(site, url).is_file())
        reached |= found
    return {url.removeprefix(home) for url in reached}


@pytest.fixture(scope="module")
def reached_in_french(built_site: Path) -> set[str]:
    """All but records of closed places, which no list has."""
    return reached_from(built_site, "/", beside=tuple(f"/{code}/" for code in FOREIGN))


@each_language
def test_links_alone_reach_every_page_of_a_language(built_site, reached_in_french, code):
    reached = reached_from(built_site, f"/{code}/")
    made = {
        f"{path.parent.relative_to(built_site / code)}/".removeprefix("./")
        for path in (built_site / code).rglob("index.html")
    }
    assert reached <= made | {""}
    assert not (made - reached) & reached_in_french
    assert len(made - reached) < 20
    for top in ("territoires/31/labege", "territoires/epci/243100633", "besoins/demarches/31"):
        assert f"{top}/" in reached
    for top in ("agenda/tournees/16/bus-france-services-emmaus-ruffec", "facile/besoins/demarches"):
        assert f"{top}/" in reached


@each_language
def test_a_link_that_leaves_a_language_says_so_and_no_word_of_ours_stays_french(built_site, code):
    for path in looked_at(built_site, code):
        page = ForeignPage(path.read_text("utf-8"))
        for link in page.links:
            leaves = link.address.startswith("/") and not link.address.startswith(f"/{code}/")
            if leaves and link.address.split("#")[0].endswith("/") and not link.lang:
                assert link.hreflang == "fr", (path, link)
                assert link.words.endswith(in_french(code)), (path, link)
        own = [text for text, lang in page.texts if lang == code]
        assert unmarked_french(code, own) == set(), path


@each_language
def test_names_of_a_round_and_of_a_group_of_communes_are_marked_as_french(built_site, code):
    for url in (
        "territoires/epci/243100633",
        "agenda/tournees/16/bus-france-services-emmaus-ruffec",
    ):
        html = page_at(built_site, f"{code}/{url}").read_text("utf-8")
        assert re.search(r'<h1><bdi lang="fr" dir="ltr">[^<]+</bdi></h1>', html), url
        crumbs = html[
            html.index('class="crumbs"') : html.index("</nav>", html.index('class="crumbs"'))
        ]
        assert '<li aria-current="page"><bdi lang="fr" dir="ltr">' in crumbs


def test_french_that_nothing_marks_is_seen():
    html = '<p lang="ar">Où êtes-vous\u00a0?</p><bdi lang="fr">Où êtes-vous\u00a0?</bdi>'
    texts = ForeignPage(html).texts
    assert unmarked_french("ar", [text for text, lang in texts if lang == "ar"])
    assert not unmarked_french("ar", ["Labège"])
