"""Dates in one French sentence, always in this order: rhythm, hours, bounds, exceptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.french.clocks import say_time, type_time
from plugins.french.dates import say_date, say_period
from plugins.french.days import DAYS, EVERY_DAY, runs_of_days, say_run
from plugins.french.joins import join
from plugins.french.months import MONTHS, of, runs_of_months
from plugins.french.ranks import say_ranks
from plugins.hours import Span

if TYPE_CHECKING:
    from plugins.recurrence.model import Dates

COUNTS = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six"}
ALL_YEAR = tuple(range(1, 13))


def to_french(dates: Dates) -> str:
    """As a volunteer types it: «tous les mardis de 14h à 16h du 6 janvier au 30 juin 2026»."""
    return _sentence(dates, type_time)


def said(dates: Dates, today: date | None) -> str:
    """As a page shows it, with «14 h» instead of «14h», without a start that is past on `today`."""
    return _sentence(dates, say_time, today)


def brief(dates: Dates, today: date) -> str:
    """What a list of its dates does not say: «un mardi sur deux, sauf jours fériés»; neither the
    hours, which stand beside each date, nor a start that is past."""
    start = dates.start if dates.start and dates.start > today else None
    words = [_days(dates.single)] if dates.single else [rhythm(dates), *_months(dates.months)]
    words += [] if dates.single else _bounds(start, dates.until)
    exceptions = _exceptions(dates)
    return " ".join(words) + (f", sauf {join(exceptions)}" if exceptions else "")


def _sentence(dates: Dates, time: Callable[[int], str], today: date | None = None) -> str:
    start = None if today and dates.start and dates.start <= today else dates.start
    if dates.single:
        words = [_days(dates.single)]
    else:
        words = [rhythm(dates), *_months(dates.months)]
    words += [_hours(dates.spans, time)] if dates.spans else []
    words += [] if dates.single else _bounds(start, dates.until)
    exceptions = _exceptions(dates)
    return " ".join(words) + (f", sauf {join(exceptions)}" if exceptions else "")


def rhythm(dates: Dates) -> str:
    """«tous les mardis», «un mardi sur deux», «le premier lundi du mois»."""
    names = [DAYS[day] for day in dates.weekdays]
    if dates.ranks:
        return f"{say_ranks(dates.ranks)} {join(names)} du mois"
    if dates.every > 1:
        count = COUNTS[dates.every]
        if len(names) == 1:
            return f"un {names[0]} sur {count}"
        return f"{_weekdays(dates.weekdays)}, une semaine sur {count}"
    return _weekdays(dates.weekdays)


def _weekdays(days: Sequence[int]) -> str:
    if len(days) == len(EVERY_DAY):
        return "tous les jours"
    if len(days) > 2 and len(runs_of_days(days)) == 1:
        return say_run(days[0], days[-1])
    return f"tous les {join([f'{DAYS[day]}s' for day in days])}"


def _months(months: Sequence[int]) -> list[str]:
    if run := _run(months):
        first, last = (MONTHS[month - 1] for month in run)
        return [f"{of(first)} à {last}"]
    if not months or len(months) > 6:  # most of the year: the others are said as exceptions
        return []
    return [f"en {join([MONTHS[month - 1] for month in months])}"]


def _run(months: Sequence[int]) -> tuple[int, int] | None:
    """First and last of three to nine months that follow one another, over the New Year too."""
    runs = runs_of_months(months)
    return runs[0] if len(runs) == 1 and 3 <= len(months) <= 9 else None


def _hours(spans: Sequence[Span], time: Callable[[int], str]) -> str:
    return join([f"de {time(start)} à {time(end)}" for start, end in spans])


def _bounds(start: date | None, until: date | None) -> list[str]:
    if start and until:
        return [say_period(start, until)]
    if start:
        return [f"à partir du {say_date(start)}"]
    return [f"jusqu'au {say_date(until)}"] if until else []


def _days(days: Sequence[date]) -> str:
    """«le 14 octobre 2026», «les 3, 10 et 17 mars 2026», «les 3 mars et 7 avril 2026»."""
    said = []
    of_one_year = days[0].year == days[-1].year
    for _, group in groupby(days, key=lambda day: (day.year, day.month)):
        words = [say_date(day) for day in group]
        said += [word.partition(" ")[0] for word in words[:-1]]
        said.append(words[-1].rpartition(" ")[0] if of_one_year else words[-1])
    if of_one_year:
        said[-1] = f"{said[-1]} {days[-1].year}"
    return f"{'les' if len(said) > 1 else 'le'} {join(said)}"


def _exceptions(dates: Dates) -> list[str]:
    said = [str(skip) for skip in sorted(dates.skips, reverse=True)]
    if len(dates.months) > 6 and not _run(dates.months):
        absent = [MONTHS[month - 1] for month in ALL_YEAR if month not in dates.months]
        said += [f"en {join(absent)}"] if absent else []
    for alone, group in groupby(dates.without, key=lambda period: period.first == period.last):
        if alone:
            said.append(_days([period.first for period in group]))
        else:
            said += [say_period(*period) for period in group]
    return said
