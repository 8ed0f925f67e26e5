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
    if record.level == "autre":
        return NamedTerritory(record.nom, f"/territoires/autre/{record.code}/")
    return official_territory(record.id, gazetteer)


def official_territory(identity: str, gazetteer: Gazetteer) -> NamedTerritory | None:
    """What an official code names («region/28»), whether it has a page here or not; None when it
    names nothing."""
    kind, _, code = identity.partition("/")
    if kind == "region":
        region = gazetteer.all_regions.get(code)
        return NamedTerritory(region.nom, f"/territoires/region/{code}/") if region else None
    if kind == "epci":
        epci = gazetteer.epci(code)
        return NamedTerritory(epci.full_name, epci.url) if epci else None
    if kind == "departement":
        departement = gazetteer.all_departements.get(code)
        return NamedTerritory(departement.nom, departement.url) if departement else None
    commune = gazetteer.commune(code) if kind == "commune" else None
    return NamedTerritory(commune.nom, commune.url) if commune else None
