"""Rules on a workshop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, error, warning
from plugins.french.dates import say_full_day
from plugins.hours import Calendar
from plugins.records.checks import location
from plugins.records.checks.contact import mobile_numbers
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
from plugins.records.model.workshop import Workshop
from plugins.records.sessions import Sessions, overlaps
from plugins.recurrence import Dates

_WAYS_TO_REGISTER = ("telephone", "courriels", "inscription_en_ligne", "site_web", "lieu")


class _WorkshopAddress(NamedTuple):
    """A workshop that states its own address, as the rules on addresses read it."""

    departement: str
    code_insee: str
    commune: str
    latitude: float | None
    longitude: float | None


def topic_named(workshop: Workshop, _context: Context) -> Iterator[Diagnostic]:
    """«autre» has a name; the five topics have their own."""
    if workshop.theme == "autre" and not workshop.autre_theme:
        yield warning(
            ("theme",),
            "quel autre thème ?",
            "ajoutez par exemple « autre_theme: Retoucher ses photos »",
        )
    elif workshop.theme != "autre" and workshop.autre_theme:
        yield error(
            ("autre_theme",),
            "le thème est déjà dit",
            "supprimez cette ligne, ou écrivez « theme: autre »",
        )


def somewhere(workshop: Workshop, _context: Context) -> Iterator[Diagnostic]:
    """One way only to say where: a place, or an address. The name of the file may say it too,
    which only shows beside the other records (`links`)."""
    stated = [
        name for name in ("adresse", "commune", "code_insee", "latitude") if getattr(workshop, name)
    ]
    if workshop.lieu and stated:
        yield error(
            (stated[0],),
            "la fiche du lieu dit déjà où il est",
            "supprimez cette ligne, ou la ligne « lieu »",
        )
    elif stated and not (workshop.commune and workshop.code_insee):
        missing = "code_insee" if workshop.commune else "commune"
        yield error(
            (stated[0],),
            f"il manque « {missing} »",
            "écrivez la commune et son code INSEE, par exemple « commune: Labège » et "
            "« code_insee: 31254 »",
        )


def where_it_is(workshop: Workshop, context: Context) -> Iterator[Diagnostic]:
    """The address is in its commune and its département."""
    if workshop.code_insee is None or workshop.commune is None:
        return
    spot = _WorkshopAddress(
        workshop.departement,
        workshop.code_insee,
        workshop.commune,
        workshop.latitude,
        workshop.longitude,
    )
    yield from location.departement_of_path(spot, context)
    yield from location.commune_exists(spot, context)
    yield from location.commune_name(spot, context)
    yield from location.point_in_commune(spot, context)


def price_agrees(workshop: Workshop, _context: Context) -> Iterator[Diagnostic]:
    """A price is not announced for what is free."""
    if workshop.prix and workshop.frais_a_charge == ("Gratuit",):
        yield error(
            ("prix",),
            "l'atelier est dit gratuit",
            "supprimez le prix, ou corrigez « frais_a_charge »",
        )


def registration_possible(workshop: Workshop, _context: Context) -> Iterator[Diagnostic]:
    """Who has to register is told how."""
    known = any(getattr(workshop, name) for name in _WAYS_TO_REGISTER)
    elsewhere = workshop.commune is not None or workshop.territoires
    if workshop.inscription == "obligatoire" and elsewhere and not known:
        yield warning(
            ("inscription",),
            "comment s'inscrire ?",
            "ajoutez « telephone », « courriels » ou « inscription_en_ligne »",
        )


def dates_understood(workshop: Workshop, context: Context) -> Iterator[Diagnostic]:
    """Every line of dates is read; cancellations are those of a session; the season goes on."""
    rhythm = understand(workshop.dates, ("dates",), context)
    extra = understand(workshop.dates_en_plus, ("dates_en_plus",), context)
    yield from (*rhythm.findings, *extra.findings)
    if rhythm.findings or extra.findings:
        return
    if crowd := list(too_many((*rhythm.dates, *extra.dates), ("dates",), context)):
        yield from crowd
        return
    calendar = context.calendar(workshop.departement)
    everything = Sessions((*rhythm.dates, *extra.dates), workshop.annulations)
    known = [everything] if everything.dates else []
    yield from cancellations_cancel(
        workshop.annulations, known, ("annulations",), calendar, "séance"
    )
    if workshop.annulations and not known:
        yield error(
            ("annulations",), "il n'y a pas de dates à annuler", "écrivez d'abord « dates »"
        )
    field = "dates" if workshop.dates else "dates_en_plus"
    if workshop.is_active:
        yield from season(everything, (field,), context, calendar)
    yield from _twice(workshop, rhythm.dates, extra.dates, context, calendar)


def _twice(
    workshop: Workshop,
    rhythm: Sequence[Dates],
    extra: Sequence[Dates],
    context: Context,
    calendar: Calendar,
) -> Iterator[Diagnostic]:
    """Two lines that make the same session, or overlap, hide a slip; a line that stands twice in
    its list is told by `items_once`."""
    first, last = context.today, context.today + timedelta(days=HORIZON_DAYS)
    lines = [("dates", index, dates) for index, dates in enumerate(rhythm)]
    lines += [("dates_en_plus", index, dates) for index, dates in enumerate(extra)]
    typed = [(field, getattr(workshop, field)[index]) for field, index, _ in lines]
    if len(lines) < 2:
        return
    made = [Sessions((dates,)).between(first, last, calendar) for _, _, dates in lines]
    for later in range(1, len(lines)):
        if typed[later] in typed[:later]:
            continue
        for earlier in range(later):
            pair = next(overlaps(made[later], made[earlier]), None)
            if pair is not None:
                field, index, _ = lines[later]
                yield warning(
                    (field, index),
                    f"le {say_full_day(pair[0].day)} est déjà dit par une autre ligne, à la même "
                    "heure",
                    "gardez une seule des deux lignes, ou corrigez l'heure",
                )
                break


CHECKS: tuple[Check, ...] = (
    *REACHED,
    *VERIFIED,
    *SAID,
    check(mobile_numbers, "telephone"),
    check(topic_named, "theme", "autre_theme"),
    check(somewhere, "lieu", "commune", "code_insee"),
    check(where_it_is, "commune", "code_insee", "latitude", "longitude"),
    check(in_known_territories, "territoires"),
    check(price_agrees, "prix", "frais_a_charge"),
    check(registration_possible, "inscription", *_WAYS_TO_REGISTER),
    check(dates_understood, "dates", "dates_en_plus", "annulations"),
)
