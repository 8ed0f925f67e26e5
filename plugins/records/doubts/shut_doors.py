"""Whether people who come to a workshop or to a stop find its place open, and there.

A place that has closed, that another replaces, or that is in another commune than the stop says:
one rule for `annuaire check`, which tells, and for pages and calendars, which do not promise the
date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from plugins.common.diagnostic import Diagnostic, FieldPath, warning
from plugins.french.dates import say_date, say_full_day
from plugins.french.joins import at_town
from plugins.gazetteer import Gazetteer
from plugins.gazetteer.area_status import told_area
from plugins.gazetteer.tables import departement_of
from plugins.records.checks.context import Context
from plugins.records.doubts.shut_days import is_shut_on
from plugins.records.model.dated import DatedRecord, DatedStop
from plugins.records.model.workshop import Workshop
from plugins.records.sessions import Session, Sessions

if TYPE_CHECKING:
    from plugins.records.entry import Entry

_WORKSHOP = "de l'atelier"
_HORIZON = timedelta(days=400)

PlaceDoor = Literal["", "closed", "elsewhere"]
"""What people find, on a day: nothing wrong, a closed door, another commune."""


class Housed(Protocol):
    """A place where one comes: `entry.Entry`."""

    @property
    def code_insee(self) -> str: ...
    @property
    def is_closed(self) -> bool: ...
    @property
    def remplace_par(self) -> str | None: ...


class _Where(NamedTuple):
    """The stop that is looked at: its place, and how messages call it."""

    stop: DatedStop
    entry: Entry
    field: FieldPath
    """Of the line that names the place; () when the name of the file does."""
    called: str


def door_of(stop: DatedStop, place: Housed, gazetteer: Gazetteer) -> PlaceDoor:
    """What is wrong on any day."""
    if place.is_closed or place.remplace_par:
        return "closed"
    if stop.code_insee is not None:
        said, real = gazetteer.page_of(stop.code_insee), gazetteer.page_of(place.code_insee)
        if said and real and said.code != real.code:
            return "elsewhere"
    return ""


def door_doubts(
    record: DatedRecord, place_at: Callable[[DatedStop], Entry | None], context: Context
) -> Iterator[Diagnostic]:
    """What is wrong with the places of a workshop or of a route whose dates take place. `place_at`:
    that of a stop, when it has one that can be read."""
    if not record.is_active:
        return
    for index, (name, stop) in enumerate(record.stops.items()):
        if (entry := place_at(stop)) is None:
            continue
        above: FieldPath = ("arrets", index) if name else ()
        called = f"de l'arrêt {stop.commune}" if name else _WORKSHOP
        where = _Where(stop, entry, (*above, "lieu") if stop.lieu else (), called)
        door = door_of(stop, entry, context.gazetteer)
        if door == "closed":
            yield _closed(where, record)
        elif door == "elsewhere":
            yield _elsewhere(where, context.gazetteer)
        else:
            if isinstance(record, Workshop):
                yield from _out_of_bounds(record, where, context.gazetteer)
            yield from _shut_days(record, name, above, where, context)


def _closed(where: _Where, record: DatedRecord) -> Diagnostic:
    place = where.entry
    over = "supprimez l'arrêt" if where.called != _WORKSHOP else f"« statut: {record.OVER} »"
    successor = place.remplace_par
    happened = f"est remplacé par {successor}" if successor else "a fermé"
    return warning(
        where.field,
        f"le lieu {where.called} {happened} ({place.id})",
        f"écrivez « lieu: {successor or place.departement + '/…'} », là où il se passe maintenant, "
        f"ou {over}",
    )


def _elsewhere(where: _Where, gazetteer: Gazetteer) -> Diagnostic:
    place = where.entry
    commune = gazetteer.page_of(place.code_insee)
    town, code = (commune.nom, commune.code) if commune else ("", place.code_insee)
    return warning(
        where.field,
        f"cet arrêt est {at_town(where.stop.commune or '')}, et son lieu {at_town(town)} "
        f"({place.id})",
        f"écrivez « commune: {town} » et « code_insee: {code} », ou un autre lieu",
    )


def _out_of_bounds(workshop: Workshop, where: _Where, gazetteer: Gazetteer) -> Iterator[Diagnostic]:
    place, commune = where.entry, gazetteer.page_of(where.entry.code_insee)
    if place.departement != workshop.departement:
        yield warning(
            where.field,
            f"l'atelier est dans le dossier {workshop.departement}, et son lieu dans "
            f"{told_area(place.departement)} ({place.id})",
            f"écrivez un autre lieu, ou déplacez le fichier dans {place.departement}/ateliers/",
        )
    elif workshop.territoires and commune and where.stop.code_insee is None:
        around = {
            f"commune/{commune.code}", f"epci/{commune.epci}",
            f"departement/{commune.departement}", f"region/{commune.region}",
        }  # fmt: skip
        official = [t for t in workshop.territoires if not t.startswith("autre/")]
        if official and len(official) == len(workshop.territoires) and around.isdisjoint(official):
            yield warning(
                where.field,
                f"le lieu de l'atelier est {at_town(commune.nom)}, hors de ses territoires "
                f"({place.id})",
                f"écrivez un autre lieu, ou ajoutez « commune/{commune.code} » à « territoires »",
            )


def _shut_days(
    record: DatedRecord, name: str, above: FieldPath, where: _Where, context: Context
) -> Iterator[Diagnostic]:
    """Sessions on days when the hours of the place say that it is closed."""
    first = context.today.toordinal()
    if not (where.entry.shut_seasons or any(last >= first for _, last in where.entry.closures)):
        return
    from plugins.recurrence import DatesError  # imported late: few places close

    times = record.timetable[name]
    try:
        sessions = Sessions.read(times.lines, times.cancellations, context.today)
    except DatesError:
        return  # a fault was told
    code = where.stop.code_insee or where.entry.code_insee
    calendar = context.calendar(departement_of(code))
    end = context.today + _HORIZON
    found: Iterable[Session] = sessions.between(context.today, end, calendar)
    days = [s.day for s in found if s.cancellation is None and s.is_sure]
    for is_shut, held in groupby(days, key=lambda day: is_shut_on(where.entry, day)):
        if is_shut:
            yield _shut(list(dict.fromkeys(held)), above, where)


def _shut(days: list[date], above: FieldPath, where: _Where) -> Diagnostic:
    first, last = days[0], days[-1]
    when = f"le {say_full_day(first)}"
    until, then = "", "ce jour-là"
    if last > first:
        then = "ces jours-là"
        when = f"pour {len(days)} dates, du {say_date(first)} au {say_date(last)}"
        until = f" et « jusqu_au: {last.isoformat()} »"
    field = (*above, "passages") if above else ("dates",)
    return warning(
        field,
        f"{when}, le lieu {where.called} est fermé ({where.entry.id})",
        f"s'il n'y a rien {then}, ajoutez à « annulations » « - date: {first.isoformat()} »"
        f"{until} ; sinon, corrigez la fiche du lieu",
    )
