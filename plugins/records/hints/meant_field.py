"""The field that a name which does not exist most likely means: «mail», «Commune», «publics»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from plugins.records.reading.closest_spelling import nearest

# What people write → the field they mean, where likeness of letters does not tell.
SYNONYMS: Mapping[str, str] = MappingProxyType(
    {
        "mail": "courriels", "email": "courriels", "e-mail": "courriels", "courriel": "courriels",
        "tel": "telephone", "telephones": "telephone", "portable": "telephone",
        "rue": "adresse", "voie": "adresse", "adresse_postale": "adresse",
        "ville": "commune", "cp": "code_postal", "insee": "code_insee",
        "url": "site_web", "site": "site_web", "siteweb": "site_web", "rdv": "prise_rdv",
        "siret": "pivot", "rna": "pivot", "tarif": "frais_a_charge", "prix": "frais_a_charge",
        "heures": "horaires", "seances": "dates", "dates": "passages",
        "description": "presentation_detail", "ouverture": "horaires", "titre": "nom",
        "public": "publics_specifiquement_adresses",
        "publics_accueillis": "publics_specifiquement_adresses",
        "nom": "titre", "horaires": "dates", "arret": "arrets", "date": "dates",
        "lat": "latitude", "lon": "longitude", "lng": "longitude", "long": "longitude",
        "dispositif_programmes_nationaux": "labels", "formations_labels": "labels",
    }
)  # fmt: skip


def _begun(name: str, fields: Iterable[str]) -> str | None:
    """«publics» → «publics_specifiquement_adresses», when one field alone begins so."""
    found = [field for field in fields if field.startswith(f"{name.lower()}_")]
    return found[0] if len(found) == 1 else None


def meant_field(name: str, fields: Mapping[str, Any]) -> str:
    """The field that a name which does not exist most likely means; "" when none is near."""
    own = name.lower()
    found = (own, SYNONYMS.get(own), nearest(name, fields), _begun(name, fields))
    return next((meant for meant in found if meant is not None and meant in fields), "")
