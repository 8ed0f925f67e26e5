"""Territories that say something of themselves, where the directory lists no place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from plugins.gazetteer import Departement, Gazetteer
from plugins.records.announced.named_territory import named_territory
from plugins.records.model.territory import Territory


class OutsideTerritory(NamedTuple):
    """A territory without a page of places: not covered, or of a kind (région, syndicat) that has
    none. `covered`: the départements of a région that the directory covers."""

    record: Territory
    name: str
    url: str
    covered: tuple[Departement, ...] = ()


def outside(
    records: Mapping[str, Territory], gazetteer: Gazetteer
) -> Mapping[str, OutsideTerritory]:
    """Those among `records`, by id («region/24»), sorted."""
    found = ((id_, _outside(records[id_], gazetteer)) for id_ in sorted(records))
    return {id_: territory for id_, territory in found if territory is not None}


def _outside(record: Territory, gazetteer: Gazetteer) -> OutsideTerritory | None:
    code = record.code
    covered: Mapping[str, Collection[str]] = {
        "epci": gazetteer.epcis,
        "departement": gazetteer.departements,
        "commune": gazetteer.communes,
    }
    named = named_territory(record, gazetteer)
    if named is None or code in covered.get(record.level, ()):
        return None
    inside: tuple[Departement, ...] = ()
    if record.level == "region":
        inside = tuple(d for d in gazetteer.departements.values() if d.region == code)
    return OutsideTerritory(record, named.name, named.url, inside)
