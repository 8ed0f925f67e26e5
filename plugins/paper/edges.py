"""What all sheets have in common: their edges, and how their data reach a template."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from plugins.french.dates import say_date
from plugins.i18n.typography import FRENCH_SIGNS
from plugins.paper.qr import qr_svg
from plugins.paper.sheet_texts import printable
from plugins.press.site import Site
from plugins.vocabulary.advice import ADVICE

Data = dict[str, Any]


def edges(site: Site, path: str, news: Iterable[date | None]) -> Data:
    """Who publishes the sheet, of when its facts are, and where the same is up to date: the page at
    `path`, from the root of the site; its code is empty without a public address. `news`: the days
    of the facts; the day on which it is made changes nothing of it. `call`: since things change."""
    last = max(filter(None, news), default=None)
    address = f"{site.url}{path}" if site.url else ""
    return {
        "site": site.name,
        "address": address.partition("://")[2].partition("#")[0].rstrip("/"),
        "qr": qr_svg(address) if address else "",
        "date": say_date(last) if last else "",
        "day": {"year": last.year, "month": last.month, "day": last.day} if last else None,
        "publisher": site.publisher.get("nom", ""),
        "call": ADVICE.call,
    }


def to_json(data: Data) -> str:
    """What a template reads; every text is made printable."""
    return json.dumps(_printable(data), ensure_ascii=False)


def _printable(data: Any) -> Any:
    """`data` with every text made printable; addresses and drawings are ASCII, so unchanged.

    A text of which nothing is left becomes «…»: an empty heading is refused by PDF/UA.
    """
    if isinstance(data, str):
        text = printable(data if data.startswith("<svg") else FRENCH_SIGNS(data))
        return text if text.strip() or not data else "…"
    if isinstance(data, dict):
        return {key: _printable(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_printable(value) for value in data]
    return data
