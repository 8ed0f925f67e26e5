"""Rules on a route and its stops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, error, warning
from plugins.french.dates import say_full_day
from plugins.french.joins import at_town
from plugins.gazetteer.area_status import told_area
from plugins.gazetteer.tables import departement_of
from plugins.records.checks import location
from plugins.records.checks.contact import establishment_number
from plugins.records.checks.context import Check, Context, check
from plugins.records.checks.sessions_of_record import (
    HORIZON_DAYS,
    cancellations_cancel,
    season,
    too_many,
    understand,
)
from plugins.records.checks.shared_fields import REACHED, SAID, VERIFIED
from plugins.records.checks.territory import in_known_territories
from plugins.records.model.route import Route
from plugins.records.sessions import Session, Sessions


class _StopWhere(NamedTuple):
    """A stop, as the rules on addresses read it."""

    departement: str
    code_insee: str
    commune: str
    latitude: float | None
    longitude: float | None


_RULES: tuple[Callable[[_StopWhere, Context], Iterator[Diagnostic]], ...] = (
    location.commune_exists,
    location.commune_name,
    location.point_in_commune,
)


def stops_where_they_are(route: Route, context: Context) -> Iterator[Diagnostic]:
    """Each stop is in its commune; one of them at least in the département of the folder."""
    for index, stop in enumerate(route.arrets):
        home = departement_of(stop.code_insee)
        spot = _StopWhere(home, stop.code_insee, stop.commune, stop.latitude, stop.longitude)
        for rule in _RULES:
            for finding in rule(spot, context):
                yield finding._replace(where=("arrets", index, *finding.where))
    homes = {departement_of(stop.code_insee) for stop in route.arrets}
    if homes and route.departement not in homes:
        yield error(
            ("arrets", 0, "code_insee"),
            f"aucun arrêt n'est dans {told_area(route.departement)}",
            f"corrigez le code, ou déplacez le fichier dans {min(homes)}/tournees/",
        )


def stops_known(route: Route, _context: Context) -> Iterator[Diagnostic]:
    """A route that runs has stops."""
    if route.statut == "en service" and not route.arrets:
        yield warning(
            ("statut",),
            "cette tournée est en service et n'a pas d'arrêt",
            "ajoutez « arrets », ou changez le statut",
        )


def passages_understood(route: Route, context: Context) -> Iterator[Diagnostic]:
    """Every line is read, cancellations are those of a passage, the vehicle is in one place at a
    time."""
    made: list[tuple[int, Sessions]] = []
    failed = False
    for index, stop in enumerate(route.arrets):
        understood = understand(stop.passages, ("arrets", index, "passages"), context)
        yield from understood.findings
        crowd = list(too_many(understood.dates, ("arrets", index, "passages"), context))
        yield from crowd
        failed = failed or bool(understood.findings) or bool(crowd)
        if understood.dates and not understood.findings and not crowd:
            cancelled = (*stop.annulations, *route.annulations)
            made.append((index, Sessions(understood.dates, cancelled)))
    for index, sessions in made:
        stop = route.arrets[index]
        where = ("arrets", index, "annulations")
        calendar = context.calendar(departement_of(stop.code_insee))
        yield from cancellations_cancel(stop.annulations, [sessions], where, calendar, "passage")
        if route.is_active:
            yield from season(sessions, ("arrets", index, "passages"), context, calendar)
    if not failed:
        calendar = context.calendar(route.departement)
        every = [sessions for _, sessions in made]
        yield from cancellations_cancel(
            route.annulations, every, ("annulations",), calendar, "passage"
        )
        yield from _in_two_places(route, made, context)


def _in_two_places(
    route: Route, made: list[tuple[int, Sessions]], context: Context
) -> Iterator[Diagnostic]:
    """Two stops at the same moment: one warning a stop."""
    first, last = context.today, context.today + timedelta(days=HORIZON_DAYS)
    passages: list[tuple[Session, int]] = []
    for index, sessions in made:
        calendar = context.calendar(departement_of(route.arrets[index].code_insee))
        found = sessions.between(first, last, calendar)
        passages += [(session, index) for session in found if session.cancellation is None]
    passages.sort(key=lambda passage: (passage[0].day, passage[0].span, passage[1]))
    told: set[int] = set()
    for (one, earlier), (other, later) in pairwise(passages):
        if one.day == other.day and other.span.start < one.span.end and later not in told:
            told.add(later)
            yield warning(
                ("arrets", later, "passages"),
                f"le {say_full_day(other.day)}, la tournée est aussi "
                f"{at_town(route.arrets[earlier].commune)}",
                "corrigez le jour ou l'heure d'un des deux arrêts",
            )


CHECKS: tuple[Check, ...] = (
    *REACHED,
    *VERIFIED,
    *SAID,
    check(establishment_number, "pivot"),
    check(stops_known, "statut", "arrets"),
    check(stops_where_they_are, "arrets"),
    check(in_known_territories, "territoires"),
    check(passages_understood, "arrets", "annulations"),
)
