"""What structures and services of data·inclusion have in common: names, days, where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from plugins.gazetteer import slugify
from plugins.opendata.formats.export_format import Lost
from plugins.opendata.formats.place_facts import point_of
from plugins.records.model.place import Place


def stated(fields: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Those that say something: 0 is a longitude, of the meridian that crosses France."""
    return {name: value for name, value in fields if value or value == 0}


def where(place: Place, lost: list[Lost] | None = None) -> Iterator[tuple[str, Any]]:
    """Where a structure or a service is."""
    latitude, longitude, approximate = point_of(place)
    yield "commune", place.commune
    yield "code_postal", place.code_postal
    yield "code_insee", place.code_insee
    yield "adresse", place.adresse
    yield "complement_adresse", place.complement_adresse
    yield "longitude", longitude
    yield "latitude", latitude
    if lost is not None:
        lost += approximate


@cache
def source_of(site_url: str) -> str:
    """What data·inclusion calls who publishes: the name of the host, as a slug."""
    return slugify(urlsplit(site_url).hostname or "") or "annuaire"


def structure_id(place: Place, source: str) -> str:
    """«aide-exemple-fr--31-mairie-de-labege»."""
    return f"{source}--{place.id.replace('/', '-')}"


def last_news(place: Place) -> str:
    """The day, ISO, of the last news of a place: verified by a person, or told by a list."""
    day = place.freshness(date.max).date
    return day.isoformat() if day else ""
