"""What fields say: dates that can be, hours that are understood, each thing once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote, warning
from plugins.french.days import DAYS
from plugins.hours import HoursError, State, read_hours
from plugins.records.checks.context import FIRST_YEAR, Context
from plugins.records.doubts.odd_hours import odd_hours
from plugins.records.model.place import Place
from plugins.records.model.types import StrictModel

_ENDS_IN_INITIALS = re.compile(r"(?:\b\w\.\s?){2,}$|\.\.$|etc\.$")
_LISTS = (
    "typologie", "telephone", "courriels", "site_web", "services", "labels", "equipements",
    "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge",
    "modalites_acces", "modalites_accompagnement", "langues", "autres_formations_labels",
    "dates", "dates_en_plus", "territoires", "materiel", "membres", "autres_noms",
    "anciens_ids",
)  # fmt: skip


def dates_possible(place: Any, context: Context) -> Iterator[Diagnostic]:
    """Not in the future, not before 2000."""
    dated: list[tuple[FieldPath, date | None]] = [
        (("verifie_le",), place.verifie_le),
        (("date_maj",), place.date_maj),
        (("ferme_le",), getattr(place, "ferme_le", None)),
    ]
    dated += [(("source", index, "date"), s.date) for index, s in enumerate(place.source)]
    for where, day in dated:
        if day is None:
            continue
        yield from not_ahead(where, day, context)
        if day.year < FIRST_YEAR:
            yield error(where, f"cette date est trop ancienne ({day.isoformat()})", "corrigez-la")


def not_ahead(where: FieldPath, day: date, context: Context) -> Iterator[Diagnostic]:
    """What is known already was not known after today."""
    if day > context.today:
        hint = "corrigez la date"
        if where == ("ferme_le",):
            hint = "annoncez plutôt la fermeture dans « annonces »"
        yield error(where, f"cette date est dans l'avenir ({day.isoformat()})", hint)


def periods_in_order(place: Any, _context: Context) -> Iterator[Diagnostic]:
    """An announcement ends after it begins (the hours have their own words for exceptions)."""
    for index, notice in enumerate(place.annonces):
        if notice.au is not None and notice.au < notice.du:
            yield error(
                ("annonces", index, "au"), "la fin est avant le début", "vérifiez les deux dates"
            )


def hours_understood(place: Place, context: Context) -> Iterator[Diagnostic]:
    """The hours are read as a week; what is doubtful is a warning."""
    yield from _week_understood("horaires", place.horaires, context)


def permanence_understood(place: Place, context: Context) -> Iterator[Diagnostic]:
    """So are those of the person who helps; a day of which they say nothing is no doubt."""
    yield from _week_understood("permanence", place.permanence, context, State.CLOSED)


def _week_understood(
    field: str, hours: Any, context: Context, unsaid: State = State.UNKNOWN
) -> Iterator[Diagnostic]:
    if hours is None:
        return
    try:
        week = read_hours(hours, unsaid=unsaid)  # the day serves what is said of a fault only
        if week.remarks:
            week = read_hours(hours, today=context.today, unsaid=unsaid)
        remarks: Iterable[Diagnostic] = (*week.remarks, *odd_hours(hours, week))
    except HoursError:
        remarks = _faults(hours, context, unsaid)
    for remark in remarks:
        is_entry = isinstance(hours, Mapping) and set(remark.where) <= hours.keys()
        here = (field, *remark.where) if is_entry else (field,)
        yield remark._replace(where=here, message=remark.message.rstrip("."))


def _faults(hours: Any, context: Context, unsaid: State) -> Iterable[Diagnostic]:
    try:
        return read_hours(hours, today=context.today, unsaid=unsaid).remarks
    except HoursError as failure:
        return failure.faults


def exceptions_understood(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """Dated hours are read like the week's."""
    for index, exception in enumerate(place.exceptions):
        try:
            if exception.hours.spans:
                yield from _day_understood(exception.horaires, ("exceptions", index, "horaires"))
        except HoursError as failure:
            for remark in failure.faults:
                field = next((part for part in remark.where if part in ("du", "au")), "horaires")
                message = remark.message.rstrip(".")
                yield error(("exceptions", index, field), message, remark.hint)


def _day_understood(hours: Any, where: FieldPath) -> Iterator[Diagnostic]:
    """What is doubtful in the hours of dates, as in those of a weekday."""
    week = read_hours({DAYS[0]: hours}, unsaid=State.CLOSED)
    for remark in (*week.remarks, *odd_hours({DAYS[0]: hours}, week)):
        yield remark._replace(where=where, message=remark.message.rstrip("."))


@cache
def _lists_of(model: type[StrictModel]) -> tuple[str, ...]:
    """To ask a model for a field that it has not is slow."""
    return tuple(name for name in _LISTS if name in model.model_fields)


def items_once(place: Any, _context: Context) -> Iterator[Diagnostic]:
    """A list says each thing once."""
    model: type[StrictModel] = type(place)
    for name in _lists_of(model):
        values = getattr(place, name)
        if not isinstance(values, tuple) or len(set(values)) == len(values):
            continue
        for index, value in enumerate(values):
            if value in values[:index]:
                yield warning(
                    (name, index), f"{quote(value)} est écrit deux fois", "supprimez cette ligne"
                )


def name_clean(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """A name is not a sentence; «E.S.C.A.L.E.» is none."""
    if place.nom.endswith(".") and not _ENDS_IN_INITIALS.search(place.nom):
        yield warning(("nom",), "le nom finit par un point", f"écrivez « nom: {place.nom[:-1]} »")
