"""Rows of a table to import."""

from collections.abc import Mapping

Row = Mapping[str, str]

LABEGE = {
    "id": "a1",
    "nom": "Médiathèque de Labège",
    "commune": "Labège",
    "code_postal": "31670",
    "code_insee": "31254",
    "adresse": "Rue de la Croix Rose",
    "latitude": "43.5309",
    "longitude": "1.5308",
    "telephone": "05 61 00 00 00",
    "horaires": "Tu-Fr 09:00-12:00,14:00-17:30",
    "services": "Accès internet et matériel informatique",
    "typologie": "BIB",
    "source": "liste-exemple-2024-01",
    "date_maj": "2024-01-10",
}
"""A row in the national layout that needs no remark."""
