"""Places for the tests of the full-text search."""

from __future__ import annotations

from typing import Any

from plugins.records.model.label import Label
from plugins.records.model.place import Place
from tests.support import places

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


def place(id_: str = "31/mediatheque-de-labege", **changes: Any) -> Place:
    """A place that says all that is searched; a change to None takes the field away."""
    return places.place(id_, **{**TREE, **changes})
