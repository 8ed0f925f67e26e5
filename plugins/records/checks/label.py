"""The rules on a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import get_args

from plugins.common.diagnostic import Diagnostic, error, quote
from plugins.records.checks.citations import life_in_order, printed_dates_possible
from plugins.records.checks.context import Check, Context, check
from plugins.records.checks.shared_fields import SAID
from plugins.records.checks.territory import in_known_territories
from plugins.records.doubts.ended import life_over
from plugins.records.model.label import Label
from plugins.records.reading.closest_spelling import nearest
from plugins.vocabulary import national

_CLOSED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "dispositif_programmes_nationaux": get_args(national.Dispositif),
        "formations_labels": get_args(national.FormationLabel),
    }
)


def exported_value_is_national(label: Label, _context: Context) -> Iterator[Diagnostic]:
    """What it exports is in the national list."""
    if label.exporte is None or label.exporte.champ not in _CLOSED:
        return
    values = _CLOSED[label.exporte.champ]
    if label.exporte.valeur not in values:
        meant = nearest(label.exporte.valeur, values)
        yield error(
            ("exporte", "valeur"),
            f"{quote(label.exporte.valeur)} n'est pas dans la liste nationale",
            f"vouliez-vous dire « {meant} » ?" if meant else "voyez docs/records.md",
        )


CHECKS: tuple[Check, ...] = (
    check(exported_value_is_national, "exporte"),
    check(in_known_territories, "territoires"),
    check(life_in_order, "depuis", "jusqu_a"),
    check(life_over, "jusqu_a", "statut"),
    check(printed_dates_possible, "depuis", "jusqu_a", "source"),
    *SAID,
)
