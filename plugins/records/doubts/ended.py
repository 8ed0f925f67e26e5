"""What is over, or is about to be: the life of a label, lines that concern days gone by."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

from plugins.common.diagnostic import Diagnostic, FieldPath, warning
from plugins.french.dates import say_date
from plugins.records.checks.context import FIRST_YEAR, Context
from plugins.records.model.dated import Cancellation
from plugins.records.model.parts import Announcement, DatedHours
from plugins.records.model.place import Place
from plugins.records.model.route import Route

SOON = timedelta(days=90)
"""An end that is nearer is pointed out: time to tell the places, or to ask for what follows."""
_SHOWN = 5
_REMOVE = "vous pouvez retirer ces lignes"
_YEAR = re.compile(r"\b20\d\d\b")


class Living(Protocol):
    """What begins and may end, and says where it is in its life."""

    @property
    def depuis(self) -> str | None: ...
    @property
    def jusqu_a(self) -> str | None: ...
    @property
    def statut(self) -> str | None: ...


class _Words(NamedTuple):
    """How one such line is called, and several."""

    one: str
    many: str


_EXCEPTIONS = _Words("cette exception est passée", "exceptions sont passées")
_MESSAGES = _Words("cette annonce est passée", "annonces sont passées")
_CANCELLATIONS = _Words("cette annulation est passée", "annulations sont passées")


def life_over(record: Living, context: Context) -> Iterator[Diagnostic]:
    """Its end and its status agree; an end that comes soon is said."""
    if record.jusqu_a is None or record.statut is None:
        return
    try:
        last = last_day(record.jusqu_a)
    except ValueError:
        return  # another rule tells
    if record.depuis and record.jusqu_a < record.depuis[: len(record.jusqu_a)]:
        return  # idem
    is_over = record.statut == "terminé"
    if last < context.today and not is_over:
        yield warning(
            ("statut",),
            f"la fin est passée ({say_date(last)}), et le statut est « {record.statut} »",
            "écrivez « statut: terminé », ou corrigez « jusqu_a »",
        )
    elif is_over and last >= context.today:
        yield warning(
            ("statut",),
            f"le statut est « terminé », et la fin n'est pas passée ({say_date(last)})",
            "écrivez « statut: actif » jusqu'à ce jour, ou corrigez « jusqu_a »",
        )
    elif not is_over and last - context.today <= SOON:
        yield warning(
            ("jusqu_a",),
            f"la fin est bientôt, le {say_date(last)}",
            "changez-la si elle est repoussée ; passé ce jour, écrivez « statut: terminé »",
        )


def last_day(text: str) -> date:
    """The last day of a year, a month or a day: «2019-03» is 31 March 2019.

    Raises:
        ValueError: there is no such day.
    """
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def past_lines(record: Any, context: Context) -> Iterator[Diagnostic]:
    """Exceptional days, messages and cancellations that concern no day to come: once a list."""
    today = context.today
    if isinstance(record, Place):
        if record.ferme_le:
            return
        yield from _past(record.exceptions, ("exceptions",), _EXCEPTIONS, today)
    else:
        yield from _past(record.annulations, ("annulations",), _CANCELLATIONS, today)
    yield from _past(record.annonces, ("annonces",), _MESSAGES, today)
    if isinstance(record, Route):
        for index, stop in enumerate(record.arrets):
            where = ("arrets", index, "annulations")
            yield from _past(stop.annulations, where, _CANCELLATIONS, today)


def _past(
    lines: Sequence[DatedHours | Announcement | Cancellation],
    where: FieldPath,
    words: _Words,
    today: date,
) -> Iterator[Diagnostic]:
    if not lines:
        return
    ends = [(index, _period(line)) for index, line in enumerate(lines)]
    past = [
        (index, first, last)
        for index, (first, last) in ends
        if last and first <= last < today and first.year >= FIRST_YEAR  # else a fault was told
    ]
    if len(past) == 1:
        [(index, _, last)] = past
        yield warning((*where, index), f"{words.one} depuis le {say_date(last)}", _REMOVE)
    elif past:
        days = ", ".join(first.isoformat() for _, first, _ in past[:_SHOWN])
        more = "…" * (len(past) > _SHOWN)
        yield warning((*where, past[0][0]), f"{len(past)} {words.many} ({days}{more})", _REMOVE)


def _period(line: DatedHours | Announcement | Cancellation) -> tuple[date, date | None]:
    """First and last day; None: a message without an end."""
    if isinstance(line, Cancellation):
        return line.date, line.jusqu_au or line.date
    if isinstance(line, DatedHours):
        return line.du, line.au or line.du
    return line.du, line.au


def past_seasons(place: Place, context: Context) -> Iterator[Diagnostic]:
    """A line of OpenStreetMap may name years; French typing cannot."""
    for name in ("horaires", "permanence"):
        typed = getattr(place, name)
        if not isinstance(typed, str) or not _YEAR.search(typed):
            continue
        rules = [rule for rule in re.split(r";|\|\|", typed) if _YEAR.search(rule)]
        past = [r.strip() for r in rules if max(map(int, _YEAR.findall(r))) < context.today.year]
        if past:
            yield warning(
                (name,),
                f"« {past[0][:60]} » est d'une année passée",
                "vous pouvez retirer ces mots",
            )
