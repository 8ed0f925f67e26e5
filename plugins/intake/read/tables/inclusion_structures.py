"""Structures of data·inclusion v1, with their services, as cells named by the national schema.

Structures are published in one file and services in another. Where the file of the services lies
beside that of the structures («lieux-structures.json», «lieux-services.json»), both are read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from plugins.vocabulary.national import Service

_OWN = frozenset({"lien_source", "horaires_accueil", "reseaux_porteurs", "accessibilite_lieu"})
"""Names that no other list has."""
_NATIONAL = frozenset(get_args(Service))
_SAME = (
    "source", "id", "nom", "date_maj", "commune", "code_postal", "code_insee", "adresse",
    "complement_adresse", "longitude", "latitude", "telephone", "site_web",
)  # fmt: skip
_RENAMED = {
    "siret": "pivot",
    "courriel": "courriels",
    "horaires_accueil": "horaires",
    "accessibilite_lieu": "fiche_acces_libre",
}
_OF_SERVICES = {
    "frais": "frais_a_charge",
    "frais_precisions": "frais_a_charge",
    "publics": "publics_specifiquement_adresses",
    "publics_precisions": "prise_en_charge_specifique",
    "type": "modalites_accompagnement",
    "modes_accueil": "modalites_accompagnement",
    "modes_mobilisation": "modalites_acces",
    "mobilisation_precisions": "modalites_acces",
    "lien_mobilisation": "prise_rdv",
}
_WORDS = {
    "aide-materielle": "En autonomie",
    "a-distance": "À distance",
    "en-presentiel": "",
    "utiliser-lien-mobilisation": "Prendre un RDV en ligne",
    "tous-publics": "",
}
"""Words of services that the tables of terms give another sense, or none."""
_LABELS = frozenset(
    "aidants-connect campus-connecte conseillers-numeriques croix-rouge "
    "fabrique-de-territoire grandes-ecoles-du-numerique".split()
)
"""`reseaux_porteurs` that are labels here; the others tell what a place is."""
_BOTH = "france-service"
"""A library may have it: it is read as the label, which does not say what the place is."""
_COMMUNES = {"communes": "Collectivité territoriale"}
"""Town halls, and groups of communes too: the name of the place tells which it is."""
_OF_DEPARTEMENTS = frozenset({"maisons-des-solidarites", "unaf"})
"""Networks that the schema asks to be given with «departements», which says no more then."""
_SHORT = 280


def are_structures(items: Sequence[object]) -> bool:
    """Whether a list of objects is one of structures."""
    return any(
        isinstance(item, Mapping) and "nom" in item and "source" in item and item.keys() & _OWN
        for item in items
    )


def structures(items: Sequence[object], path: Path) -> tuple[list[object], list[str]]:
    """The structures as cells, and a French remark when services were read beside them."""
    beside = path.with_name(path.name.replace("structures", "services"))
    services = _services(beside) if beside != path and beside.is_file() else {}
    remarks = [f"Les services sont lus dans {beside.name}, à côté."] if services else []
    found: list[object] = [
        _cells(item, services.get(str(item.get("id")), ())) if isinstance(item, Mapping) else item
        for item in items
    ]
    return found, remarks


def _services(path: Path) -> dict[str, list[Mapping[str, Any]]]:
    """Services by their structure; {} of a file that is no list of services."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for item in content if isinstance(content, list) else ():
        if isinstance(item, Mapping) and isinstance(item.get("structure_id"), str):
            found[item["structure_id"]].append(item)
    return found


def _cells(item: Mapping[str, Any], services: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    cells: dict[str, Any] = {name: item[name] for name in _SAME if name in item}
    cells |= {name: item[key] for key, name in _RENAMED.items() if key in item}
    text = str(item.get("description") or "")
    is_summary = len(text) <= _SHORT and "\n" not in text
    cells["presentation_resume" if is_summary else "presentation_detail"] = text
    networks = [str(one) for one in item.get("reseaux_porteurs") or ()]
    if not _OF_DEPARTEMENTS.isdisjoint(networks):
        networks = [one for one in networks if one != "departements"]
    kinds = [one for one in networks if one not in _LABELS and one != _BOTH]
    cells["typologie"] = [_COMMUNES.get(one, one) for one in kinds]
    cells["dispositif_programmes_nationaux"] = [
        one for one in networks if one in _LABELS or one == _BOTH
    ]
    told: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for service in services:
        for name, value in _told(service):
            told[name][value] = None
    if len(told["permanence"]) > 1:
        del told["permanence"]  # nobody can tell which is whose
    return cells | {name: list(values) for name, values in told.items()}


def _told(service: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a service says of its place."""
    if service.get("nom") in _NATIONAL:
        yield "services", str(service["nom"])
    else:
        for theme in service.get("thematiques") or ():
            yield "services", str(theme)
    for key, name in _OF_SERVICES.items():
        values = service.get(key) or ()
        for value in [values] if isinstance(values, str) else values:
            if word := _WORDS.get(str(value), str(value)):
                yield name, word
    if hours := service.get("horaires_accueil"):
        yield "permanence", str(hours)
