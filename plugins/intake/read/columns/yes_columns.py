"""Columns of «oui» and «non», or of crosses, whose header is the value: «Wifi», «Scanner»."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.gazetteer import normalize
from plugins.intake.terms.meanings import BY_THE_TABLES, Understanding
from plugins.intake.terms.term_table import TERM_FIELDS

YES = frozenset("oui yes true vrai x 1 o ok".split())
_NO = frozenset("non no false faux 0 n".split())
_ASKED = ("equipements", "services", "publics_specifiquement_adresses", "labels", "frais_a_charge")
"""Fields whose values make such columns, in the order in which they are tried."""
_LAYOUT_NAMES = {"labels": "dispositif_programmes_nationaux"}


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return normalize(text) in YES or text.strip() in ("✓", "✔", "☑", "✗", "×")


def is_yes_or_no(text: str) -> bool:
    """Whether a cell says yes, or no."""
    return is_yes(text) or normalize(text) in _NO


def field_of_answer(header: str, cells: Sequence[str]) -> str:
    """The field of which the header is a value, when the cells only say yes or no; "" else."""
    if not any(map(is_yes, cells)) or not all(map(is_yes_or_no, cells)):
        return ""
    for name in TERM_FIELDS:
        if name not in _ASKED:
            continue
        values = BY_THE_TABLES.read(name, header)
        if values and all(
            value.state is Understanding.KNOWN and name in value.values for value in values
        ):
            return _LAYOUT_NAMES.get(name, name)
    return ""
