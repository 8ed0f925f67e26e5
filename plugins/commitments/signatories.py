"""Who signed the charter, in one order for the table and the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.projection import Bounds
from plugins.maps.picture.extent import PlottedPlace
from plugins.maps.picture.picture import Picture, Pictures
from plugins.records.announced.named_territory import named_territory
from plugins.records.model.territory import Charter, Territory


class Signatory(NamedTuple):
    """A territory with its charter. `code`: official; `url`: of its page."""

    id: str
    level: str
    code: str
    name: str
    url: str
    charter: Charter


def signatories(records: Mapping[str, Territory], gazetteer: Gazetteer) -> Sequence[Signatory]:
    """Those whose record has a charter: by date of signature, then those without one, by name."""
    found = [
        Signatory(record.id, record.level, record.code, named.name, named.url, record.charte)
        for record in records.values()
        if record.charte and (named := named_territory(record, gazetteer))
    ]
    return sorted(found, key=lambda one: (one.charter.signee_le or "9", one.name, one.id))


def signatory_map(
    signed: Sequence[Signatory], pictures: Pictures, gazetteer: Gazetteer
) -> Picture | None:
    """The country with the départements and régions that signed, and the number of each in the
    table; None when nothing is known of where départements are."""
    country = Bounds.of(
        point
        for departement in gazetteer.all_departements.values()
        if departement.bounds and len(departement.code) == _IN_EUROPE
        for point in _corners(departement.bounds)
    )
    coloured = [code for one in signed for code in _departements(one, gazetteer)]
    spots = [PlottedPlace(one.id, *_middle(one, pictures, gazetteer)) for one in signed]
    return pictures.marked_country(country, coloured, spots) if coloured else None


_IN_EUROPE = 2
"""Figures of the code of a département that the picture of the country shows."""


def _departements(one: Signatory, gazetteer: Gazetteer) -> list[str]:
    """Codes of those that are drawn in colour: not an EPCI, which is a part of one."""
    if one.level == "departement":
        return [one.code]
    if one.level == "region":
        return [d.code for d in gazetteer.all_departements.values() if d.region == one.code]
    return []


def _middle(
    one: Signatory, pictures: Pictures, gazetteer: Gazetteer
) -> tuple[float | None, float | None]:
    """Longitude and latitude of the middle of a territory."""
    bounds: Bounds | None = None
    if one.level == "epci" and (epci := gazetteer.epci(one.code)):
        bounds = pictures.bounds_of(epci)
    elif one.level == "commune" and (commune := gazetteer.commune(one.code)):
        bounds = pictures.bounds_of(commune)
    else:
        inside = [gazetteer.all_departements[code] for code in _departements(one, gazetteer)]
        boxes = [box for departement in inside if (box := pictures.bounds_of(departement))]
        if boxes:
            bounds = Bounds.of(point for box in boxes for point in _corners(box))
    return bounds.middle if bounds else (None, None)


def _corners(box: Sequence[float]) -> Iterator[tuple[float, float]]:
    south, west, north, east = box
    yield west, south
    yield east, north
