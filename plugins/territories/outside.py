"""Territories that say something of themselves, where the directory lists no place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plugins.gazetteer import Departement, Gazetteer
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
    if record.level == "epci" and code not in gazetteer.epcis:
        epci = gazetteer.epci(code)
        return OutsideTerritory(record, epci.full_name, epci.url) if epci else None
    if record.level == "departement" and code not in gazetteer.departements:
        departement = gazetteer.all_departements[code]
        return OutsideTerritory(record, departement.nom, departement.url)
    if record.level == "commune" and code not in gazetteer.communes:
        commune = gazetteer.commune(code)
        return OutsideTerritory(record, commune.nom, commune.url) if commune else None
    if record.level == "region":
        inside = [d for d in gazetteer.departements.values() if d.region == code]
        name = gazetteer.all_regions[code].nom
        return OutsideTerritory(record, name, f"/territoires/region/{code}/", tuple(inside))
    if record.level == "autre":
        return OutsideTerritory(record, record.nom, f"/territoires/autre/{code}/")
    return None
