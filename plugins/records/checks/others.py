"""Rules on labels, territories and networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import get_args

from plugins.common.diagnostic import quote
from plugins.records.checks.context import Context
from plugins.records.model.label import Label
from plugins.records.model.network import Network
from plugins.records.model.territory import Territory
from plugins.records.reading.closest_spelling import nearest
from plugins.records.reading.explain import Finding, error
from plugins.vocabulary import national

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
    if not _exists(territory.kind, territory.code, context):
        code = territory.code
        yield error(
            (),
            f"aucun territoire n'a le code {quote(code)}",
            "renommez le fichier avec le code officiel",
        )


def check_network(network: Network, context: Context) -> Iterator[Finding]:
    """The territories where it acts exist."""
    return territories_exist(network.territoires, context)


def territories_exist(identities: Iterable[str], context: Context) -> Iterator[Finding]:
    """Each line of `territoires` names a territory."""
    for index, identity in enumerate(identities):
        kind, _, code = identity.partition("/")
        if not _exists(kind, code, context):
            yield error(
                ("territoires", index),
                f"aucun territoire ne s'appelle {quote(identity)}",
                "écrivez par exemple epci/243100633, departement/31 ou commune/31254",
            )


def _exists(kind: str, code: str, context: Context) -> bool:
    gazetteer = context.gazetteer
    known = {
        "epci": gazetteer.epci(code) is not None,
        "departement": code in gazetteer.all_departements,
        "region": code in gazetteer.all_regions,
        "commune": gazetteer.commune(code) is not None,
        "autre": True,
    }
    return known.get(kind, False)
