"""A few invented places in real communes."""

from __future__ import annotations

from plugins.records.entry import Entry, Places
from tests.support.places import in_commune

HELP = {"services": ["Aide aux démarches administratives"], "frais_a_charge": ["Gratuit"]}
LIBRARY = in_commune(
    "31/mediatheque", "31254", 43.53172, 1.53219, labels=["france-services"], **HELP
)
HALL = in_commune("31/mairie-annexe", "31555", 43.60471, 1.44421)
CLOSED = in_commune("31/ancien-espace", "31555", 43.6, 1.44, ferme_le="2024-01-31")
SOMEWHERE = in_commune("31/permanence", "31555", None, None)
HARBOUR = in_commune("17/maison-du-port", "17300", 46.15711, -1.15211, **HELP)
ALL = (LIBRARY, HALL, CLOSED, SOMEWHERE, HARBOUR)


def entries_of(places: Places, departement: str) -> tuple[Entry, ...]:
    return places.by_departement[departement]
