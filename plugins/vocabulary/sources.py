"""Names of the lists that records come from, as a resident can read them.

A list keeps its name from one edition to the next: `france-services-2024-08` and
`france-services-2025-02` are two editions of `france-services`. /donnees/ says more of each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache

from plugins.french.normalization import normalize
from plugins.i18n.gettext_functions import to_translate

_EDITION = re.compile(r"[-_ ]*(?:19|20)\d\d(?:[-_ ]?\d\d){0,2}$")

SOURCES: Mapping[str, str] = {
    "bus-france-services-charente": to_translate("Horaires du bus France services en Charente"),
    "conseillers-numeriques": to_translate("Liste des conseillers numériques"),
    "data-inclusion": to_translate("Annuaire data·inclusion"),
    "france-services": to_translate("Liste nationale des France services"),
    "la-poste-etapes-numeriques": to_translate("Liste de La Poste"),
    "rhinocc-occitanie": to_translate("Annuaire RhinOcc, en Occitanie"),
}
"""By the name of the list without its edition (`stem_of`)."""


ABOUT: Mapping[str, str] = {
    "bus-france-services-charente": "Les arrêts et les passages du bus.",
    "conseillers-numeriques": "Les lieux où ils accueillent le public. Liste de l'Agence "
    "nationale de la cohésion des territoires.",
    "data-inclusion": "Les lieux recensés par data·inclusion, republiés par l'Agence nationale de "
    "la cohésion des territoires.",
    "france-services": "Les structures France services, publiées par l'Agence nationale de la "
    "cohésion des territoires.",
    "la-poste-etapes-numeriques": "Les bureaux « Étapes numériques », republiés par l'Agence "
    "nationale de la cohésion des territoires.",
    "rhinocc-occitanie": "Les lieux d'Occitanie recensés par RhinOcc, republiés par l'Agence "
    "nationale de la cohésion des territoires.",
}
"""What each list is, on /donnees/; the names of places/LICENCE.md say who made it."""


OF_ADVISERS = ("conseillers-numeriques", "cnfs")
"""Lists of persons who help: their hours are those of a permanence, not of the building where it
is held. A list whose name begins so is one of them."""

_OFFICIAL = ("france-services", "liste-france-services", "anct-france-services")


@lru_cache(maxsize=1024)
def stem_of(name: str) -> str:
    """The name of a list without the date of its edition; a name that is but a date stays."""
    return _EDITION.sub("", name) or name


def edition_day(name: str) -> str:
    """The day of an edition that its name tells, ISO: «france-services-2024-08» is of 2024-08-01 at
    least. "" for a name that ends in no month; a year alone is too wide to date anything."""
    found = _EDITION.search(name)
    digits = re.sub(r"\D", "", found[0]) if found else ""
    if len(digits) > 4:
        with suppress(ValueError):
            return date.fromisoformat(f"{digits}01"[:8]).isoformat()
    return ""


def gives_permanences(name: str) -> bool:
    """Whether the hours of a list are those of a person (`OF_ADVISERS`)."""
    return re.sub(r"[\W_]+", "-", normalize(name)).startswith(OF_ADVISERS)


@lru_cache(maxsize=1024)
def is_official(name: str) -> bool:
    """Whether it is the national list of France services, of any edition: it wins over every other
    source, and its mobile numbers are those of buses and offices."""
    return re.sub(r"[\W_]+", "-", normalize(stem_of(name))) in _OFFICIAL
