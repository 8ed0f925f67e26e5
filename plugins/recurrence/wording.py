"""Dates in one French sentence, always in this order: rhythm, hours, bounds, exceptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.hours import Span
from plugins.hours.spans import typed
from plugins.hours.wording import say_time
from plugins.hours.words import DAYS, MONTHS, say_date

if TYPE_CHECKING:
    from plugins.recurrence.model import Dates

RANKS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", -1: "dernier"}
COUNTS = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six"}
ALL_YEAR = tuple(range(1, 13))


def to_french(dates: Dates) -> str:
    """As a volunteer types it: «tous les mardis de 14h à 16h du 6 janvier au 30 juin 2026»."""
    return _sentence(dates, typed)


def said(dates: Dates) -> str:
    """As a page shows it, with «14 h» instead of «14h»."""
    return _sentence(dates, say_time)


def _sentence(dates: Dates, time: Callable[[int], str]) -> str:
    if dates.single:
        words = [_days(dates.single)]
    else:
        words = [rhythm(dates), *_months(dates.months)]
    words += [_hours(dates.spans, time)] if dates.spans else []
    words += [] if dates.single else _bounds(dates.start, dates.until)
    exceptions = _exceptions(dates)
    return " ".join(words) + (f", sauf {join(exceptions)}" if exceptions else "")


def rhythm(dates: Dates) -> str:
    """«tous les mardis», «un mardi sur deux», «le premier lundi du mois»."""
    names = [DAYS[day] for day in dates.weekdays]
    if dates.ranks:
        ranks = join([f"le {RANKS[rank]}" for rank in dates.ranks])
        return f"{ranks} {join(names)} du mois"
    if dates.every > 1:
        count = COUNTS[dates.every]
        if len(names) == 1:
            return f"un {names[0]} sur {count}"
        return f"{_weekdays(dates.weekdays)}, une semaine sur {count}"
    return _weekdays(dates.weekdays)


def _weekdays(days: Sequence[int]) -> str:
    if len(days) == len(DAYS):
        return "tous les jours"
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"du {DAYS[days[0]]} au {DAYS[days[-1]]}"
    return f"tous les {join([f'{DAYS[day]}s' for day in days])}"


def _months(months: Sequence[int]) -> list[str]:
    if run := _run(months):
        first, last = (MONTHS[month - 1] for month in run)
        of = "d'" if first[0] in "ao" else "de "
        return [f"{of}{first} à {last}"]
    if not months or len(months) > 6:  # most of the year: the others are said as exceptions
        return []
    return [f"en {join([MONTHS[month - 1] for month in months])}"]


def _run(months: Sequence[int]) -> tuple[int, int] | None:
    """First and last of three to nine months that follow one another, over the New Year too."""
    firsts = [month for month in months if (month - 2) % 12 + 1 not in months]
    if len(firsts) != 1 or not 3 <= len(months) <= 9:
        return None
    return firsts[0], (firsts[0] + len(months) - 2) % 12 + 1


def _hours(spans: Sequence[Span], time: Callable[[int], str]) -> str:
    return join([f"de {time(start)} à {time(end)}" for start, end in spans])


def _bounds(start: date | None, until: date | None) -> list[str]:
    if start and until:
        return [_period(start, until)]
    if start:
        return [f"à partir du {say_date(start)}"]
    return [f"jusqu'au {say_date(until)}"] if until else []


def _period(first: date, last: date) -> str:
    """«du 6 au 10 juillet 2026»: what the two days share is said once."""
    start = say_date(first)
    if first.year == last.year:
        start = start.rpartition(" ")[0]
        if first.month == last.month:
            start = start.partition(" ")[0]
    return f"du {start} au {say_date(last)}"


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
            said += [_period(*period) for period in group]
    return said


def join(words: Sequence[str]) -> str:
    """«mardi, jeudi et samedi»."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " et " + words[-1]
