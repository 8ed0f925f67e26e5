"""What search engines read."""

import datetime
from xml.etree import ElementTree

from plugins.hosting.sitemap import group_pages, listed, robots, sitemap, sitemap_index
from plugins.press import UNLISTED, Page, PageSet

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_pages_are_shared_by_part_and_departement():
    paths = [
        "lieux/31/b/index.html",
        "lieux/31/a/index.html",
        "lieux/31/index.html",
        "lieux/index.html",
        "lieux/32/x/index.html",
        "territoires/31/labege/index.html",
        "territoires/epci/243100633/index.html",
        "index.html",
        "robots.txt",
        "assets/style.css",
        "recherche/index/1a2b/n-a.txt",
    ]
    assert group_pages(paths, ["31"]) == {
        "lieux-31": ["/lieux/31/a/", "/lieux/31/b/", "/lieux/31/"],
        "territoires-31": ["/territoires/31/labege/"],
        "pages": ["/", "/lieux/32/x/", "/lieux/", "/territoires/epci/243100633/"],
    }


def test_what_says_that_it_is_not_listed_is_not():
    pages = [
        PageSet("fiches", [Page("lieux/31/a/index.html", b"", None)], str),
        PageSet("cadres", [Page("integrer/31/a/index.html", b"", None)], str, delivery=UNLISTED),
    ]
    assert group_pages(listed(pages), ["31"]) == {"lieux-31": ["/lieux/31/a/"]}


def test_a_page_has_the_date_of_its_record_or_none():
    text = sitemap(
        "https://aide.exemple.fr",
        ["/lieux/31/a/", "/lieux/31/b/"],
        {"/lieux/31/a/": datetime.date(2026, 3, 3)},
    )
    first, second = ElementTree.fromstring(text.encode())  # noqa: S314 (our own text)
    assert first.findtext(f"{NAMESPACE}loc") == "https://aide.exemple.fr/lieux/31/a/"
    assert first.findtext(f"{NAMESPACE}lastmod") == "2026-03-03"
    assert second.find(f"{NAMESPACE}lastmod") is None


def test_an_address_is_escaped():
    text = sitemap("https://exemple.fr/a&b", ["/"], {})
    assert "<loc>https://exemple.fr/a&amp;b/</loc>" in text


def test_the_index_names_all_sitemaps():
    root = ElementTree.fromstring(  # noqa: S314 (our own text)
        sitemap_index("https://exemple.fr", ["lieux-31", "pages"]).encode()
    )
    assert [one.findtext(f"{NAMESPACE}loc") for one in root] == [
        "https://exemple.fr/sitemaps/lieux-31.xml",
        "https://exemple.fr/sitemaps/pages.xml",
    ]


def test_robots_names_the_sitemap_once_the_site_has_an_address():
    assert robots("https://exemple.fr").endswith("\nSitemap: https://exemple.fr/sitemap.xml\n")
    assert "Sitemap" not in robots("")
