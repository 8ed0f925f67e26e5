"""Places for the tests of the full-text search."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from plugins.gazetteer import Gazetteer
from plugins.hours import Calendar
from plugins.records.entry import Entry, entry_of
from plugins.records.model.label import Label
from plugins.records.model.place import Place

LABELS = {
    "france-services": Label.from_tree(
        {
            "nom": "France services",
            "nature": "label",
            "resume": "Des agents vous aident.",
            "statut": "actif",
            "autres_noms": ["Maison France services"],
        },
        "france-services",
    )
}
TREE: dict[str, Any] = {
    "nom": "Médiathèque de Labège",
    "typologie": ["BIB"],
    "adresse": "12 rue de la Croix Rose",
    "code_postal": "31670",
    "code_insee": "31254",
    "commune": "Labège",
    "telephone": ["05 61 00 00 00"],
    "horaires": "Mo-Fr 09:00-12:00",
    "services": ["Aide aux démarches administratives"],
    "publics_specifiquement_adresses": ["Seniors"],
    "frais_a_charge": ["Gratuit"],
    "labels": ["france-services"],
    "equipements": ["imprimante"],
    "accessibilite": {"fauteuil": "oui"},
    "langues": ["ar"],
}


def place(gazetteer: Gazetteer, id_: str = "31/mediatheque-de-labege", **changes: Any) -> Place:
    """A place; a change to None takes the field away."""
    tree = {name: value for name, value in {**TREE, **changes}.items() if value is not None}
    calendar = Calendar.of(gazetteer.all_departements[id_.partition("/")[0]])
    return Place.from_tree(tree, id_, calendar)


def entry(one: Place) -> Entry:
    """Its entry; the fingerprint changes with its name."""
    mark = blake2b(f"{one.id} {one.nom}".encode(), digest_size=16).digest()
    return entry_of(one, mark)
