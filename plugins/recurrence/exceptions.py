"""Days without a session: «sauf le 24 février 2026 et du 7 au 21 avril», taken, then dated."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from plugins.french.cursor import LINKS, Cursor
from plugins.french.dates import say_date, say_period
from plugins.french.day_parts import part_of
from plugins.french.days import DAYS, weekday
from plugins.french.errors import FrenchTimeError
from plugins.french.lexer import Lexeme
from plugins.french.typed_dates import TypedDate, in_order, months_of, real, with_months
from plugins.recurrence.draft import Draft
from plugins.recurrence.model import Dates, DatesError, Period, Skip

_SKIPS = {"school_holiday": Skip.SCHOOL_HOLIDAYS, "public_holiday": Skip.PUBLIC_HOLIDAYS}
_DATES = ("numeric", "number", "rank", "day")


def take_exceptions(cursor: Cursor, draft: Draft, word: Lexeme) -> None:
    """Put in the draft what follows `word`, which is «sauf» or the like."""
    link, found = "skip", False
    doubt: TypedDate | None = None
    while link:
        cursor.take_if("for")
        at, doubt_before, doubt = cursor.next, doubt, None
        if holiday := cursor.take_if(*_SKIPS):
            draft.skips.add(_SKIPS[holiday.kind])
            of_pupils = holiday.kind == "school_holiday"
            draft.is_said_of_holidays = of_pupils and cursor.peek().kind in _DATES
        elif dates := cursor.take_dates():
            doubt = _keep(draft, dates, link)
            if link == "comma" and _are_months(dates) and any(each == "to" for each, _ in dates):
                raise _season_or_exception(dates[0][1].at)
        elif cursor.peek().kind == "day" and (link == "skip" or draft.groups):
            day = weekday(cursor.take().normalized) or 0
            if said := cursor.take_if("vague"):
                draft.parts_off.append((day, part_of(said.text)))
            else:
                draft.days_off.append(day)
        elif cursor.peek().kind == "vague" and cursor.peek(1).kind == "day":
            part = part_of(cursor.take().text)
            draft.parts_off.append((weekday(cursor.take().normalized) or 0, part))
        elif cursor.take_if("weekend"):
            draft.days_off += (5, 6)
        if cursor.next > at and cursor.peek().kind == "month":  # «sauf le mercredi en août»
            if holiday:
                hint = "écrivez seulement « sauf vacances scolaires », ou les dates"
                message = f"« {holiday.text} » : on ne sait pas où finit l'exception."
                raise DatesError(message, hint, holiday.at)
            raise _season_or_exception(cursor.peek().at)
        if cursor.next == at:
            doubt = doubt_before
            break
        found = True
        link = ""
        while cursor.peek().kind in LINKS:
            link = cursor.take().kind
    if not found:
        hint = "par exemple « sauf vacances scolaires et jours fériés »"
        if word.kind == "closed":
            hint = "écrivez les jours où cela a lieu, puis « sauf … »"
            raise DatesError(f"« {word.text} » n'est pas compris.", hint, word.at)
        if cursor.peek().kind == "term":
            hint = "écrivez les jours, par exemple « tous les jours du 6 au 10 juillet 2026 »"
        if cursor.peek().kind == "rank":
            hint = (
                "nommez ceux qui restent, par exemple « le premier et le troisième mardi du mois »"
            )
        if cursor.peek().normalized.startswith("conge"):
            hint = "écrivez « sauf vacances scolaires », ou les dates des congés"
        raise DatesError(f"« {word.text} » : sauf quand ?", hint, word.at)
    if doubt and not (draft.start or draft.until):
        raise DatesError(
            "on ne sait pas si « du … au … » est la saison ou une exception.",
            "écrivez la saison avant « sauf »",
            doubt.at,
        )


def _season_or_exception(at: int) -> DatesError:
    return DatesError(
        "on ne sait pas si ces mois sont la saison ou une exception.",
        "écrivez la saison d'abord, par exemple « tous les mardis de septembre à juin, sauf "
        "vacances scolaires »",
        at,
    )


def _are_months(dates: list[tuple[str, TypedDate]]) -> bool:
    """Whether these are months of every year."""
    return all(day.is_month and not day.year for _, day in dates)


def _keep(draft: Draft, dates: list[tuple[str, TypedDate]], link: str) -> TypedDate | None:
    """Keep dates as exceptions. Gives the start of «…, du … au …» when it comes last: that may
    be the season as well."""
    typed = [day for _, day in dates]
    links = [link, *(each for each, _ in dates[1:])]
    if _are_months(dates):
        draft.months_off += months_of(typed, ["", *links[1:]])
        return None
    draft.off.append(list(zip(links, typed, strict=True)))
    return typed[-2] if links[-2:] == ["comma", "to"] else None


def exceptions(draft: Draft, dates: Dates, today: date | None = None) -> tuple[Period, ...]:
    """The periods without a session of what the draft says. Raises DatesError."""
    periods: list[Period] = []
    for chain in draft.off:
        for period, typed in _periods(chain, dates, today):
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
    chain: list[tuple[str, TypedDate]], dates: Dates, today: date | None
) -> Iterator[tuple[Period, TypedDate]]:
    typed = with_months([day for _, day in chain])
    for n, (link, _) in enumerate(chain):
        pair = typed[n - 1 : n + 1] if link == "to" else []
        if found := in_order(pair):  # a year said once in a period is that of both its ends
            typed[n - 1 : n + 1] = [
                replace(one, year=day.year) for one, day in zip(pair, found, strict=True)
            ]
    days = in_order(typed)
    links = [link for link, _ in chain]
    if days is None:
        days = _in_season(typed, links, dates, today)
    for n, (link, one, day) in enumerate(zip(links, typed, days, strict=True)):
        if link == "to":
            continue
        end, last = one, day
        if n + 1 < len(links) and links[n + 1] == "to":
            end, last = typed[n + 1], days[n + 1]
        if end.is_month:
            last = last.replace(day=monthrange(last.year, last.month)[1])
        yield Period(day, last), one


def _in_season(
    typed: list[TypedDate], links: list[str], dates: Dates, today: date | None
) -> list[date]:
    """Exceptions without any year: that of the season, when only one is possible."""
    days: list[date] = []
    for n, one in enumerate(typed):
        years = range(dates.start.year, dates.until.year + 1) if dates.start and dates.until else ()
        found = [day for day in _of_years(one, years) if _is_within(day, dates)]
        if len(found) != 1:
            period = typed[n : n + 2] if links[n + 1 : n + 2] == ["to"] else [one]
            raise DatesError(
                f"« {one.text} » : il manque l'année de l'exception.",
                _with_years(period, found, dates, today),
                one.at,
            )
        days.append(found[0])
    return days


def _of_years(typed: TypedDate, years: Iterable[int]) -> Iterator[date]:
    for year in years:
        with suppress(FrenchTimeError):
            yield real(replace(typed, year=year))


def _is_within(day: date, dates: Dates) -> bool:
    return (dates.start or date.max) <= day <= (dates.until or date.min)


def _with_years(
    period: list[TypedDate], found: list[date], dates: Dates, today: date | None
) -> str:
    """The exception to write: of each year of the season, or the next one."""
    first = period[0]
    if not found and today is not None:
        found = [day for day in _of_years(first, (today.year, today.year + 1)) if day >= today][:1]
    ways = []
    for day in found:
        ends = list(_of_years(period[-1], (day.year, day.year + 1)))
        last = next((end for end in ends if end >= day), day)
        if len(period) > 1:
            ways.append(f"« sauf {say_period(day, last)} »")
        elif dates.possible_days(day, day):
            ways.append(f"« {say_date(day)} »")
    return f"par exemple {' ou '.join(ways)}" if ways else "ajoutez l'année, dans « sauf … »"
