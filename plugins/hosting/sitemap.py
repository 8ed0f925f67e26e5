"""`sitemap.xml`, `sitemaps/*.xml` and `robots.txt`: what search engines read.

One sitemap a part of the site and département, so that a record that changes makes one of them
again, and none comes near the 50,000 addresses that the format allows
(https://www.sitemaps.org/protocol.html).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from html import escape

from plugins.press.page_set import PageSet

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def listed(page_sets: Iterable[PageSet]) -> Iterator[str]:
    """Paths of the files that search engines may be told of."""
    for page_set in page_sets:
        if page_set.delivery.is_listed:
            yield from (page.path for page in page_set.pages)


def group_pages(paths: Iterable[str], departements: Collection[str]) -> dict[str, list[str]]:
    """Addresses from the root of the pages at `paths`, by name of the sitemap that lists them.

    "lieux/31/x/index.html" → "lieux-31" has "/lieux/31/x/"; what belongs to no covered département
    is in "pages". Only pages (`.html`) are listed.
    """
    groups: dict[str, list[str]] = {}
    for path in sorted(paths):
        if not path.endswith(".html"):
            continue
        parts = path.split("/")
        in_one = len(parts) > 2 and parts[1] in departements
        name = f"{parts[0]}-{parts[1]}" if in_one else "pages"
        groups.setdefault(name, []).append("/" + path.removesuffix("index.html"))
    return groups


def sitemap(site_url: str, addresses: Iterable[str], dates: Mapping[str, date]) -> str:
    """A sitemap of addresses from the root. `dates`: the day of the last news of what a page shows,
    for those that have one; never the day of the build."""
    lines = [f'{_HEAD}<urlset xmlns="{_SCHEMA}">']
    for address in addresses:
        day = dates.get(address)
        last = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(site_url + address)}</loc>{last}</url>")
    return "\n".join([*lines, "</urlset>\n"])


def sitemap_index(site_url: str, names: Iterable[str]) -> str:
    """The file that names all sitemaps."""
    lines = [f'{_HEAD}<sitemapindex xmlns="{_SCHEMA}">']
    lines += [
        f"<sitemap><loc>{escape(f'{site_url}/sitemaps/{name}.xml')}</loc></sitemap>"
        for name in names
    ]
    return "\n".join([*lines, "</sitemapindex>\n"])


def robots(site_url: str) -> str:
    """Everybody may read everything; where the sitemap is, once the site has an address."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines += ["", f"Sitemap: {site_url}/sitemap.xml"]
    return "\n".join([*lines, ""])
