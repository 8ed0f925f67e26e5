"""What a territory is called, and where its page is."""

from __future__ import annotations

from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.records.model.territory import Territory


class NamedTerritory(NamedTuple):
    """A territory as its code names it, and the address of its page."""

    name: str
    url: str


def named_territory(record: Territory, gazetteer: Gazetteer) -> NamedTerritory | None:
    """None when no official code names it: the record has a fault that is said elsewhere."""
    code = record.code
    if record.level == "region":
        region = gazetteer.all_regions.get(code)
        return NamedTerritory(region.nom, f"/territoires/region/{code}/") if region else None
    if record.level == "autre":
        return NamedTerritory(record.nom, f"/territoires/autre/{code}/")
    if record.level == "epci":
        epci = gazetteer.epci(code)
        return NamedTerritory(epci.full_name, epci.url) if epci else None
    if record.level == "departement":
        departement = gazetteer.all_departements.get(code)
        return NamedTerritory(departement.nom, departement.url) if departement else None
    commune = gazetteer.commune(code)
    return NamedTerritory(commune.nom, commune.url) if commune else None
