"""What another directory answers: its `/donnees/v1/`, made the same as ours (`plugins/opendata`).

Kept are open places that can be called or tell their hours, in communes that this directory does
not cover (for its own, its own records say what is so), near enough to be shown. And what it
covers: one that does not say covers the communes where it knows a place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from plugins.common.errors import BuildError
from plugins.gazetteer import Gazetteer
from plugins.territories.limits import MARGIN_DEGREES
from plugins.territories.others.coverage_said import codes_of, lies_below, page_address
from plugins.territories.others.kept_file import OtherDirectory, OtherPlace, place_of, short

Get = Callable[[str], bytes]
"""From an address, what is there. Raises BuildError."""

_DATA = "donnees/v1"
_FORMAT = re.compile(r"annuaire-lieux/1")
_FILE = re.compile(r"[\w.-]+\.json")
_MOST = 20_000
"""Places: those of the whole country. A build goes through all that are kept."""


def received(address: str, gazetteer: Gazetteer, get: Get) -> OtherDirectory:
    """What is to be kept of the directory at `address`. Raises BuildError: it does not answer, or
    in no words that we know."""
    index = _loaded(get(f"{address}/{_DATA}/index.json"), address)
    if not (isinstance(index, dict) and _FORMAT.fullmatch(str(index.get("format")))):
        raise _unreadable(address)
    places: dict[str, OtherPlace] = {}
    communes: set[str] = set()
    try:
        own_name = short(index["nom"])
        for area in index["territoires"]:
            name = area["fichiers"].get("json") if area["sorte"] == "annuaire" else None
            if name is None:
                continue
            if not _FILE.fullmatch(name):
                raise _unreadable(address)
            said = _loaded(get(f"{address}/{_DATA}/{name}"), address)
            places |= {one.url: one for one in _near(said["lieux"], address, gazetteer)}
            communes |= {str(one.get("code_insee", "")) for one in said["lieux"]}
    except (KeyError, TypeError, AttributeError) as error:
        raise _unreadable(address) from error
    if len(places) > _MOST:
        raise BuildError(f"« {address} » dit plus de lieux près d'ici que la France n'en a.")
    return OtherDirectory(
        own_name,
        address,
        tuple(places[url] for url in sorted(places)),
        codes_of(index.get("couvre")) or codes_of(sorted(communes)),
        page_address(index.get("page_de_commune"), address),
    )


def _near(said: Any, address: str, gazetteer: Gazetteer) -> Iterator[OtherPlace]:
    boxes = [each.bounds for each in gazetteer.departements.values() if each.bounds]
    for record in said:
        computed = record["calcule"]
        place = place_of(
            {
                **record,
                "url": computed["url"],
                "departement": computed["departement"],
                "telephone": next(iter(computed.get("telephones", ())), ""),
                "licence": computed["licence"],
            }
        )
        commune = gazetteer.page_of(str(record.get("code_insee", "")))
        is_ours = commune is not None and commune.code in gazetteer.communes
        if place is None or is_ours or not lies_below(place.url, address):
            continue
        tells = place.telephone or computed.get("horaires_osm") or computed.get("permanence_osm")
        if record.get("ferme_le") or not tells:
            continue
        if any(_is_beside(place, box) for box in boxes):
            yield place


def _is_beside(place: OtherPlace, box: tuple[float, float, float, float]) -> bool:
    south, west, north, east = box
    return (
        south - MARGIN_DEGREES <= place.latitude <= north + MARGIN_DEGREES
        and west - MARGIN_DEGREES <= place.longitude <= east + MARGIN_DEGREES
    )


def _loaded(body: bytes, address: str) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _unreadable(address) from error


def _unreadable(address: str) -> BuildError:
    return BuildError(f"« {address} » ne répond pas comme un annuaire du même programme.")
