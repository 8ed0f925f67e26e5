"""The sitemaps of a site, for the press: those whose pages or dates changed are made again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import cast

from plugins.common.fingerprint import fingerprint_of
from plugins.hosting.sitemap import group_pages, listed, sitemap, sitemap_index
from plugins.press import Page, PageSet
from plugins.press.press import Press
from plugins.records.entry import Places
from plugins.records.what_helps import is_blank


def sitemaps_page_set(press: Press, places: Places, departements: Collection[str]) -> PageSet:
    """All the pages that were given to the press and say that they are listed, but for places that
    are closed and those of which nothing helps. One sitemap is made again when a page comes or
    goes, or when a record that it dates changes."""
    url, today = press.site.url, press.site.date
    left_out = {entry.url for entry in places.entries if entry.is_closed or is_blank(entry)}
    groups = group_pages(listed(press.page_sets()), departements)
    fingerprints = {
        f"lieux-{code}": b"".join(entry.stated for entry in entries)
        for code, entries in places.by_departement.items()
    }

    def dates(name: str) -> dict[str, date]:
        part, _, code = name.partition("-")
        entries = places.by_departement.get(code, ()) if part == "lieux" else ()
        found = ((entry.url, places[entry.id].freshness(today).date) for entry in entries)
        return {address: day for address, day in found if day is not None}

    def render(key: object) -> str:
        name = cast(str, key)
        pages = [one for one in groups[name] if one[one.find("/lieux/") :] not in left_out]
        return sitemap(url, pages, dates(name))

    pages = [
        Page(
            f"sitemaps/{name}.xml",
            fingerprint_of(f"{url}\n{addresses}", fingerprints.get(name, b"")),
            name,
        )
        for name, addresses in groups.items()
    ]
    index = sitemap_index(url, groups)
    pages.append(Page("sitemap.xml", fingerprint_of(index), None))
    return PageSet("sitemaps", pages, lambda key: index if key is None else render(key))
