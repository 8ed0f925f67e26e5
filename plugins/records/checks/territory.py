"""The rules on a territory, and on the territories that other records name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from plugins.common.diagnostic import Diagnostic, error, quote
from plugins.records.checks.citations import life_in_order, printed_dates_possible
from plugins.records.checks.contact import mobile_numbers
from plugins.records.checks.context import Check, Context, check
from plugins.records.checks.shared_fields import REACHED, SAID
from plugins.records.doubts.ended import life_over
from plugins.records.model.territory import Territory


class InTerritories(Protocol):
    """What names territories: a network, a workshop, a route."""

    @property
    def territoires(self) -> tuple[str, ...]: ...


def territory_exists(territory: Territory, context: Context) -> Iterator[Diagnostic]:
    """Its path names a territory that exists."""
    if not _exists(territory.level, territory.code, context):
        code = territory.code
        yield error(
            (),
            f"aucun territoire n'a le code {quote(code)}",
            "renommez le fichier avec le code officiel",
        )


def coordinations_in_order(territory: Territory, context: Context) -> Iterator[Diagnostic]:
    """Each coordination ends after it begins, and says so."""
    for index, coordination in enumerate(territory.coordination):
        found = (*life_in_order(coordination, context), *life_over(coordination, context))
        for finding in found:
            yield finding._replace(where=("coordination", index, *finding.where))


def former_codes(territory: Territory, context: Context) -> Iterator[Diagnostic]:
    """Only an EPCI and a commune change their address, and the former one must be known."""
    for index, former in enumerate(territory.anciens_ids):
        kind, _, code = former.partition("/")
        where = ("anciens_ids", index)
        if former == territory.id:
            continue  # said where records are compared
        if kind not in ("epci", "commune"):
            yield error(where, f"{quote(former)} n'a pas changé d'adresse", "supprimez la ligne")
        elif _exists(kind, code, context):
            yield error(
                where,
                f"{quote(former)} existe encore : sa page ne peut pas mener ici",
                "supprimez la ligne",
            )
        elif kind == "commune" and code not in context.gazetteer.former:
            yield error(
                where,
                f"aucune ancienne commune n'a le code {quote(code)}",
                "vérifiez ce code INSEE, ou supprimez la ligne",
            )


def in_known_territories(record: InTerritories, context: Context) -> Iterator[Diagnostic]:
    """Each line of `territoires` names a territory."""
    for index, identity in enumerate(record.territoires):
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


CHECKS: tuple[Check, ...] = (
    check(territory_exists),
    *REACHED,
    check(mobile_numbers, "telephone"),
    check(coordinations_in_order, "coordination"),
    check(former_codes, "anciens_ids"),
    check(printed_dates_possible),
    *SAID,
)
