"""Days without a session: «sauf le 24 février 2026 et du 7 au 21 avril»."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from plugins.hours.words import DAYS, MONTHS, say_date
from plugins.recurrence.draft import Draft
from plugins.recurrence.model import Dates, DatesError, Period
from plugins.recurrence.typed import TypedDate, in_order, real, with_months


def exceptions(draft: Draft, dates: Dates) -> tuple[Period, ...]:
    periods: list[Period] = []
    for chain in draft.off:
        for period, typed in _periods(chain, dates):
            if period.last < period.first:
                raise DatesError("la fin de l'exception est avant son début.",
                                 "vérifiez les deux dates", typed.at)  # fmt: skip
            if period.first == period.last and not dates.possible_days(*period):
                day = period.first
                raise DatesError(
                    f"« sauf le {say_date(day)} » : ce {DAYS[day.weekday()]} n'est pas une séance.",
                    "vérifiez la date, ou ôtez-la",
                    typed.at,
                )
            periods.append(period)
    merged: list[Period] = []
    for period in sorted(periods):
        if merged and period.first <= merged[-1].last + timedelta(days=1):
            merged[-1] = Period(merged[-1].first, max(merged[-1].last, period.last))
        else:
            merged.append(period)
    return tuple(merged)


def _periods(
    chain: list[tuple[str, TypedDate]], dates: Dates
) -> Iterator[tuple[Period, TypedDate]]:
    typed = with_months([day for _, day in chain])
    for n, (link, _) in enumerate(chain):
        pair = typed[n - 1 : n + 1] if link == "to" else []
        if found := in_order(pair):  # a year said once in a period is that of both its ends
            typed[n - 1 : n + 1] = [
                replace(one, year=day.year) for one, day in zip(pair, found, strict=True)
            ]
    days = in_order(typed)
    if days is None:
        days = _in_season(typed, dates)
    links = [link for link, _ in chain]
    for n, (link, one, day) in enumerate(zip(links, typed, days, strict=True)):
        if link == "to":
            continue
        end, last = one, day
        if n + 1 < len(links) and links[n + 1] == "to":
            end, last = typed[n + 1], days[n + 1]
        if end.is_month:
            last = last.replace(day=monthrange(last.year, last.month)[1])
        yield Period(day, last), one


def _in_season(typed: list[TypedDate], dates: Dates) -> list[date]:
    """Exceptions without any year: that of the season, when only one is possible."""
    days: list[date] = []
    for one in typed:
        years = range(dates.start.year, dates.until.year + 1) if dates.start and dates.until else ()
        found = []
        for year in years:
            try:
                day = real(replace(one, year=year))
            except DatesError:
                continue
            if dates.start and dates.until and dates.start <= day <= dates.until:
                found.append(day)
        if len(found) != 1:
            month = MONTHS[one.month - 1] if 1 <= one.month <= 12 else ""
            raise DatesError(
                f"« {one.text} » : il manque l'année de l'exception.",
                f"par exemple « sauf le {one.day} {month} 2026 »",
                one.at,
            )
        days.append(found[0])
    return days
