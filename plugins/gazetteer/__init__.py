"""Official codes of France: communes, EPCI, départements, régions (Pelican plugin).

Adds `gazetteer` (a :class:`Gazetteer`) to the context. Writes nothing. Reads only the tables inside
this package (`data/`, see `data/README.md`) and the setting ``TERRITORIES_COVERED``: the codes that
the directory covers (départements "31", EPCI SIREN numbers, régions "R76", or "*"); by default the
départements that have a folder among the records (``PLACES_DIR``).
"""

from __future__ import annotations

from plugins.gazetteer.distance import distance_km
from plugins.gazetteer.gazetteer import Gazetteer, UnknownTerritoryError
from plugins.gazetteer.model import AnyTerritory, Commune, Departement, Epci, Region
from plugins.gazetteer.names import normalize, slugify

__all__ = [
    "AnyTerritory",
    "Commune",
    "Departement",
    "Epci",
    "Gazetteer",
    "Region",
    "UnknownTerritoryError",
    "distance_km",
    "normalize",
    "register",
    "slugify",
]


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.gazetteer.generator import GazetteerGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(GazetteerGenerator)
