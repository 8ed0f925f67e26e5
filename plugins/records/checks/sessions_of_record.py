"""Rules that workshops and routes share: dates that are understood, cancellations that cancel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote, warning
from plugins.french.dates import say_full_day
from plugins.hours import Calendar
from plugins.records.checks.context import FIRST_YEAR, Context
from plugins.records.hints.whole_dates import dates_hint
from plugins.records.model.dated import Cancellation
from plugins.records.sessions import Sessions
from plugins.recurrence import Dates, DatesError, read_dates

LAST_YEAR = 2100
_LONGEST = timedelta(days=366)
_OTHER_AGE = ("cette année n'est pas possible", "vérifiez la date")
HORIZON_DAYS = 400
MOST_SESSIONS = 1000
"""Of one workshop or one stop, from today to the horizon: two or three a day."""
SOON_DAYS = 30
"""A season that ends within so many days is pointed out."""


class Understood(NamedTuple):
    """Lines of dates that could be read, and what is wrong with the others."""

    dates: tuple[Dates, ...]
    findings: list[Diagnostic]


def understand(lines: Sequence[str], where: FieldPath, context: Context) -> Understood:
    """Read every line of the field at `where`; a line without hours is refused too."""
    dates: list[Dates] = []
    findings: list[Diagnostic] = []
    for index, line in enumerate(lines):
        try:
            read = read_dates(line, today=context.today)
        except DatesError as failure:
            findings.append(
                error(
                    (*where, index),
                    failure.message.rstrip("."),
                    dates_hint(line, failure, context.today),
                    at=failure.at,
                )
            )
            continue
        if not read.spans:
            findings.append(
                error(
                    (*where, index),
                    f"{quote(line)} ne dit pas l'heure",
                    "ajoutez l'heure du début et de la fin, par exemple « de 14h à 16h »",
                )
            )
            continue
        dates.append(read)
    return Understood(tuple(dates), findings)


def too_many(dates: Sequence[Dates], where: FieldPath, context: Context) -> Iterator[Diagnostic]:
    """More sessions than any list can show, or than a build should count."""
    first, last = context.today, context.today + timedelta(days=HORIZON_DAYS)
    count = sum(len(line.possible_days(first, last)) * len(line.spans) for line in dates)
    if count > MOST_SESSIONS:
        yield error(
            where,
            f"ces lignes font {count} séances en un an",
            f"{MOST_SESSIONS} au plus ; ce qui est ouvert toute la journée s'écrit dans les "
            "« horaires » d'un lieu",
        )


def cancellations_cancel(
    cancellations: Sequence[Cancellation],
    every: Sequence[Sessions],
    where: FieldPath,
    calendar: Calendar,
    what: str,
) -> Iterator[Diagnostic]:
    """Each cancellation ends after it begins and concerns a session; `what`: «séance»,
    «passage»."""
    for index, cancellation in enumerate(cancellations):
        first, last = cancellation.date, cancellation.jusqu_au or cancellation.date
        if not FIRST_YEAR <= first.year <= LAST_YEAR:
            yield error((*where, index, "date"), *_OTHER_AGE)
        elif last < first:
            yield error(
                (*where, index, "jusqu_au"),
                "la fin est avant le début",
                "vérifiez les deux dates",
            )
        elif last > first + _LONGEST:
            yield error(
                (*where, index, "jusqu_au"),
                "cette annulation dure plus d'un an",
                "changez plutôt le statut, ou les dates",
            )
        elif every and not any(s.between(first, last, calendar) for s in every):
            yield error(
                (*where, index, "date"),
                f"il n'y a pas de {what} {_period(first, last)}",
                _nearest(first, every, calendar, what),
            )


def season(
    sessions: Sessions, where: FieldPath, context: Context, calendar: Calendar
) -> Iterator[Diagnostic]:
    """A season that has ended, or is about to, is pointed out."""
    today = context.today
    if not sessions.dates:
        return
    hint = "ajoutez les nouvelles dates dès que vous les connaissez"
    if sessions.ends(today - timedelta(days=1), calendar):
        last = sessions.last_day(today, calendar)
        said = f", le {say_full_day(last)}" if last else ""
        yield warning(where, f"la dernière date est passée{said}", f"{hint}, ou changez le statut")
    elif sessions.ends(today + timedelta(days=SOON_DAYS), calendar):
        last = sessions.between(today, today + timedelta(days=SOON_DAYS), calendar)[-1].day
        yield warning(where, f"la dernière date est bientôt, le {say_full_day(last)}", hint)


def _nearest(day: date, every: Sequence[Sessions], calendar: Calendar, what: str) -> str:
    """The dates before and after a day on which there is nothing."""
    around = sorted(
        {
            session.day
            for sessions in every
            for session in sessions.between(
                day - timedelta(days=62), day + timedelta(days=62), calendar
            )
        }
    )
    before = [near for near in around if near < day][-1:]
    after = [near for near in around if near > day][:1]
    known = " ou ".join(f"« {near.isoformat()} » ({say_full_day(near)})" for near in before + after)
    return f"écrivez la date d'un{'e' * (what == 'séance')} {what}" + (
        f", par exemple {known}" if known else ""
    )


def _period(first: date, last: date) -> str:
    start = say_full_day(first)
    return f"le {start}" if first == last else f"du {start} au {say_full_day(last)}"
