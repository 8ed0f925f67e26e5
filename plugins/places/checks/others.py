"""Rules on labels and territories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import get_args

from plugins.places.faults import Finding, error
from plugins.places.model import national
from plugins.places.model.label import Label
from plugins.places.model.territory import Territory
from plugins.places.nearest import nearest
from plugins.places.problems import quote

from .context import Context

_CLOSED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "dispositif_programmes_nationaux": get_args(national.Dispositif),
        "formations_labels": get_args(national.FormationLabel),
    }
)


def check_label(label: Label) -> Iterator[Finding]:
    """What it exports is in the national list; its life ends after it begins."""
    if label.exporte is not None and label.exporte.champ in _CLOSED:
        values = _CLOSED[label.exporte.champ]
        if label.exporte.valeur not in values:
            meant = nearest(label.exporte.valeur, values)
            yield error(
                ("exporte", "valeur"),
                f"{quote(label.exporte.valeur)} n'est pas dans la liste nationale",
                f"vouliez-vous dire « {meant} » ?" if meant else "voyez docs/records.md",
            )
    if label.depuis and label.jusqu_a and label.jusqu_a < label.depuis[: len(label.jusqu_a)]:
        yield error(("jusqu_a",), "la fin est avant le début", "vérifiez les deux dates")


def check_territory(territory: Territory, context: Context) -> Iterator[Finding]:
    """Its path names a territory that exists."""
    gazetteer, code = context.gazetteer, territory.code
    known = {
        "epci": gazetteer.epci(code) is not None,
        "departement": code in gazetteer.all_departements,
        "region": code in gazetteer.all_regions,
        "commune": gazetteer.commune(code) is not None,
        "autre": True,
    }
    if not known[territory.kind]:
        yield error(
            (),
            f"aucun territoire n'a le code {quote(code)}",
            "renommez le fichier avec le code officiel",
        )
