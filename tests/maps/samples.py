"""A few invented places in real communes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from plugins.records.entry import Entry, Places, entry_of
from plugins.records.model.place import Place

_COMMUNES = {
    "31254": ("31670", "Labège"),
    "31555": ("31000", "Toulouse"),
    "17300": ("17000", "La Rochelle"),
}


def place(
    id_: str, code: str, latitude: float | None, longitude: float | None, **more: Any
) -> Place:
    """A place as its record states it."""
    postcode, commune = _COMMUNES[code]
    tree = {
        "nom": id_.partition("/")[2].replace("-", " ").capitalize(),
        "code_postal": postcode,
        "code_insee": code,
        "commune": commune,
        **more,
    }
    if latitude is not None and longitude is not None:
        tree |= {"latitude": str(latitude), "longitude": str(longitude)}
    return Place.from_tree(tree, id_)


def directory(found: Iterable[Place]) -> Places:
    """All of them, as the build knows them."""
    by_id = {one.id: one for one in found}
    entries = [entry_of(one, mark(one)) for _, one in sorted(by_id.items())]
    return Places(entries, lambda entry: by_id[entry.id])


def mark(one: Place) -> bytes:
    return blake2b(repr(one).encode(), digest_size=16).digest()


HELP = {"services": ["Aide aux démarches administratives"], "frais_a_charge": ["Gratuit"]}
LIBRARY = place("31/mediatheque", "31254", 43.53172, 1.53219, labels=["france-services"], **HELP)
HALL = place("31/mairie-annexe", "31555", 43.60471, 1.44421)
CLOSED = place("31/ancien-espace", "31555", 43.6, 1.44, ferme_le="2024-01-31")
SOMEWHERE = place("31/permanence", "31555", None, None)
HARBOUR = place("17/maison-du-port", "17300", 46.15711, -1.15211, **HELP)
ALL = (LIBRARY, HALL, CLOSED, SOMEWHERE, HARBOUR)


def entries_of(places: Places, departement: str) -> tuple[Entry, ...]:
    return places.by_departement[departement]
