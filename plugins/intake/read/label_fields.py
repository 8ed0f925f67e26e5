"""The closed lists of the national schema, and which label stands for which of their values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from rapidfuzz import fuzz, process

from plugins.gazetteer import normalize
from plugins.vocabulary import national

CLOSED: Mapping[str, tuple[str, ...]] = {
    "services": get_args(national.Service),
    "itinerance": get_args(national.Itinerance),
    "publics_specifiquement_adresses": get_args(national.Public),
    "prise_en_charge_specifique": get_args(national.PriseEnCharge),
    "frais_a_charge": get_args(national.Frais),
    "modalites_acces": get_args(national.ModaliteAcces),
    "modalites_accompagnement": get_args(national.ModaliteAccompagnement),
}
"""Field → its values, in the order of the national schema."""

TYPOLOGIES = frozenset(get_args(national.Typologie))

LABELS: Mapping[str, str] = {
    "aidants connect": "aidants-connect",
    "bibliotheques numerique de reference": "bibliotheque-numerique-de-reference",
    "bibliotheque numerique de reference": "bibliotheque-numerique-de-reference",
    "certification pix": "pix",
    "pix": "pix",
    "conseillers numeriques": "conseillers-numeriques",
    "conseiller numerique": "conseillers-numeriques",
    "cnfs": "conseillers-numeriques",
    "emmaus connect": "emmaus-connect",
    "france services": "france-services",
    "france service": "france-services",
    "grande ecole du numerique": "grande-ecole-du-numerique",
    "grandes ecoles du numerique": "grande-ecole-du-numerique",
    "la croix rouge": "croix-rouge",
    "croix rouge": "croix-rouge",
    "point d acces numerique caf": "caf-point-numerique",
    "point numerique caf": "caf-point-numerique",
    "point relais caf": "caf-point-numerique",
    "promeneurs du net": "promeneurs-du-net",
    "relais numerique emmaus connect": "relais-numerique",
    "relais numerique": "relais-numerique",
    "forme a mon espace sante": "mon-espace-sante",
    "forme a duplex illettrisme": "duplex-illettrisme",
    "arnia mednum bfc bourgogne franche comte": "arnia-mednum-bfc",
    "collectif ressources et acteurs reemploi normandie": "collectif-reemploi-normandie",
    "etapes numeriques la poste": "etapes-numeriques-la-poste",
    "etape numerique la poste": "etapes-numeriques-la-poste",
    "fabriques de territoire": "fabrique-de-territoire",
    "fabrique de territoire": "fabrique-de-territoire",
    "les eclaireurs du numerique drome": "eclaireurs-du-numerique",
    "mes papiers metropole de lyon": "mes-papiers",
    "ordi 3 0": "ordi-3-0",
    "sud labs paca": "sud-labs",
    "sud labs": "sud-labs",
    "aptic": "pass-numerique",
    "pass numerique": "pass-numerique",
    "campus connecte": "campus-connecte",
    "campus connectes": "campus-connecte",
}
"""Folded value of `dispositif_programmes_nationaux`, `formations_labels`,
`autres_formations_labels` (or of the older `labels_nationaux`) → slug of `places/labels/`."""

TYPE_IN_LABELS: Mapping[str, str] = {"tl": "TIERS_LIEUX", "epn": "EPN", "msap": "MSAP"}
"""What some lists give as a label says in fact what kind of place it is."""

LABEL_FIELDS = (
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
)
"""Fields of the national schema that hold labels."""

LEAVES_DAYS_BLANK = ("rhinocc-occitanie",)
"""Lists whose hours leave blank the days of which they say nothing: in the national schema, these
are days that the OSM string does not name, which would mean closed."""
FORTNIGHT = re.compile(r"semaines? (im)?paires?")
"""Found among the labels of a list of bus stops: it belongs to the hours."""


_FOLDED = {field: {normalize(item): item for item in items} for field, items in CLOSED.items()}


def split_list(value: str | list[str], field: str = "") -> list[str]:
    """Cut a cell into values: at "|", else ";", else at the commas that no known value has."""
    if isinstance(value, list):
        return value
    for sign in ("|", ";", "\n"):
        if sign in value:
            return [part.strip() for part in value.split(sign) if part.strip()]
    if field in CLOSED and "," in value and closed_value(field, value) is None:
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value.strip()] if value.strip() else []


def closed_value(field: str, text: str) -> str | None:
    """The value of a closed list that a text means: same letters, or nearly; None when none does.

    Older versions of the schema add an explanation after a colon: it is not compared.
    """
    wanted = normalize(text.split(" : ")[0])
    folded = _FOLDED[field]
    if wanted in folded:
        return folded[wanted]
    near = process.extractOne(wanted, folded.keys(), scorer=fuzz.ratio, score_cutoff=90)
    return folded[near[0]] if near else None


def label_slug(value: str) -> str | None:
    """Slug of the label that a text names, or None."""
    return LABELS.get(normalize(value))
