"""What the examples are given: records as volunteers write them, of a place that does not exist."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from plugins.gazetteer import Gazetteer
from plugins.hours.holidays import Calendar
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.vocabulary.needs import NEEDS

TODAY = datetime.date(2026, 11, 16)
_LEAST = {
    "nom": "Médiathèque des Tilleuls",
    "code_postal": "31670",
    "code_insee": "31254",
    "commune": "Labège",
}
_MORE = {
    "typologie": ["BIB"],
    "adresse": "1 rue de l'Exemple",
    "telephone": ["05 61 00 00 00", "3949"],
    "horaires": {"lundi": "fermé", "mardi": "9h-12h, 14h-17h30", "jeudi": "9h-12h"},
    "exceptions": [{"du": "2026-12-24", "au": "2027-01-02", "horaires": "fermé"}],
    "services": ["Aide aux démarches administratives"],
    "frais_a_charge": ["Gratuit"],
    "accessibilite": {"fauteuil": "oui", "boucle_magnetique": "non"},
    "verifie_le": "2026-10-03",
    "verifie_par": "la mairie",
    "source": [{"nom": "france-services-2024-08", "date": "2024-08-01"}],
}
_LABEL = {
    "nom": "Pass numérique",
    "nature": "dispositif",
    "resume": "Des chèques pour payer des cours.",
    "statut": "terminé",
    "depuis": "2019",
    "jusqu_a": "2024-01-16",
}


def samples() -> dict[str, Any]:
    """The names that the examples may use."""
    gazetteer = Gazetteer.load([])
    calendar = Calendar.of(gazetteer.all_departements["31"])
    commune = gazetteer.commune("31254")

    def place(slug: str, **fields: Any) -> Place:
        return Place.from_tree({**_LEAST, **fields}, f"31/{slug}", calendar)

    full = place("mediatheque-des-tilleuls", **_MORE)
    bare = place("lieu-peu-connu")
    return {
        "bare": bare,
        "closed": place("lieu-ferme", ferme_le="2025-01-31"),
        "communes": [(commune, [full, bare])],
        "date": datetime.date(2026, 3, 1),
        "departement": gazetteer.all_departements["31"],
        "label": Label.from_tree(_LABEL, "pass-numerique"),
        "later": datetime.date(2026, 8, 12),
        "needs": NEEDS,
        "paging": SimpleNamespace(number=1, urls=("/lieux/31/", "/lieux/31/page-2/")),
        "place": full,
        "today": TODAY,
    }
