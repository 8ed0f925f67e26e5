"""The table of answers: one row a place, filled in after the calls."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.common.spreadsheet import csv_text
from plugins.quality.computed.place_lines import PlaceLine

KNOWN = ("id", "nom", "commune", "telephone", "horaires")
"""Columns that the site fills in; read back are `id`, and `telephone`: the number asked about."""
ANSWERS = (
    "date",
    "role",
    "ouvert",
    "telephone_ok",
    "nouveau_telephone",
    "horaires_ok",
    "nouveaux_horaires",
    "ferme_le",
    "services",
    "gratuit",
    "fauteuil",
    "bus",
    "remarque",
)
"""Columns to fill in; docs/desk.md says how."""
COLUMNS = (*KNOWN, *ANSWERS)


def answers_csv(lines: Iterable[PlaceLine]) -> str:
    """The table of these places, without answers."""
    blank = [""] * len(ANSWERS)
    return csv_text(
        COLUMNS,
        ([line.id, line.nom, line.commune, line.phone, line.hours, *blank] for line in lines),
    )
