"""A `Draft` becomes `Dates`, or an error that proposes the line to write."""

from __future__ import annotations

from calendar import monthrange
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, starmap

from plugins.french.clocks import type_time
from plugins.french.dates import say_date, say_number
from plugins.french.day_parts import are_told, without
from plugins.french.days import DAYS, EVERY_DAY
from plugins.french.errors import FrenchTimeError
from plugins.french.months import MONTHS
from plugins.french.ranks import sort_ranks
from plugins.french.typed_dates import TypedDate, in_order, real, with_months
from plugins.hours import Span
from plugins.hours.model import MIDNIGHT
from plugins.recurrence.anchoring import anchored
from plugins.recurrence.draft import Draft, TypedTime
from plugins.recurrence.exceptions import exceptions
from plugins.recurrence.model import Dates, DatesError

EXAMPLE = "par exemple « tous les mardis de 14h à 16h », ou « le 14 octobre 2026 de 9h30 à 11h »"
TWO_LINES = "écrivez une ligne pour chaque rythme"
_HALF_A_YEAR = timedelta(days=183)
_SUMMER = timedelta(days=70)  # the longest holidays of pupils


def resolve(draft: Draft, today: date | None) -> Dates:
    """The dates that a draft says. Raises DatesError; `today` serves only to propose dates."""
    if draft.parts_off:
        raise _two_lines(draft, today)
    days, ranks = _days(draft)
    dates = Dates(spans=_spans(draft), weekdays=days, ranks=ranks, skips=frozenset(draft.skips))
    dates = replace(dates, months=_months(draft))
    if draft.single:
        dates = _single(draft, dates, today)
    elif not days:
        raise _no_day(draft, dates, today)
    else:
        dates = _bounded(draft, dates, today)
        if draft.rhythm and draft.rhythm.every > 1:
            dates = anchored(draft, draft.rhythm, dates, today)
        if dates.start and dates.until and not dates.possible_days(dates.start, dates.until):
            raise DatesError(
                "aucun de ces jours ne tombe entre le début et la fin.",
                "vérifiez les jours et les dates",
                (draft.until or draft.start or TypedDate(0, "", 0)).at,
            )
    return replace(dates, without=exceptions(draft, dates, today))


def _two_lines(draft: Draft, today: date | None) -> DatesError:
    """«sauf le mercredi après-midi»: Wednesday needs a line of its own."""
    day, part = draft.parts_off[0]
    others = [each for each, _ in draft.parts_off]
    rest = replace(draft, parts_off=[], days_off=[*draft.days_off, *others])
    hint = TWO_LINES
    with suppress(FrenchTimeError):
        dates = resolve(rest, today)
        left = without(part, dates.spans)
        if left and len(others) == 1:
            of_day = replace(dates, weekdays=(day,), spans=tuple(starmap(Span, left)))
            hint += f" : « {dates.to_french()} » et « {of_day.to_french()} »"
    return DatesError(f"« sauf {DAYS[day]} {part} » : quelles heures ce jour-là ?", hint,
                      draft.days_at)  # fmt: skip


# Hours


def _spans(draft: Draft) -> tuple[Span, ...]:
    spans = sorted(_span(draft, start, end) for start, end in draft.times)
    for before, after in pairwise(spans):
        if after.start < before.end:
            raise DatesError(
                "des heures se recouvrent.",
                "écrivez chaque séance une seule fois, par exemple « de 9h à 12h et de 14h à 16h »",
                draft.times[-1][0].at,
            )
    if not are_told(draft.parts, len(draft.days), spans):
        said = " » et « ".join(dict.fromkeys(each.part for each in draft.parts))
        raise DatesError(
            f"« {said} » ne suffit pas, ou contredit les heures.",
            TWO_LINES
            if len(draft.parts) > 1 or len(spans) > 1
            else "écrivez les heures, par exemple « de 9h à 12h »",
            draft.part_at,
        )
    if draft.duration and (not draft.times or any(end for _, end in draft.times)):
        raise DatesError(
            f"« {draft.duration.text} » : la durée va avec une heure de début sans heure de fin.",
            "écrivez « à 14h pendant 2h », ou « de 14h à 16h »",
            draft.duration.at,
        )
    return tuple(spans)


def _span(draft: Draft, start: TypedTime, end: TypedTime | None) -> Span:
    if end is None and draft.duration is None:
        hour = type_time(start.minutes)
        after = draft.times[draft.times.index((start, end)) + 1 :][:1]
        if after and after[0][1] is None and after[0][0].minutes > start.minutes:
            hint = f"écrivez « de {hour} à {type_time(after[0][0].minutes)} »"
        else:
            hint = f"écrivez l'heure de fin : « de {hour} à … »"
        raise DatesError(f"« {start.text} » : jusqu'à quelle heure ?", hint, start.at)
    length = draft.duration.minutes if draft.duration else 0
    last = end.minutes if end else start.minutes + length
    if end and start.minutes and not end.minutes:
        last = MIDNIGHT
    if not start.minutes < last <= MIDNIGHT:
        said = f"{start.text} à {end.text}" if end else f"{start.text} pendant {type_time(length)}"
        hint = "la fin vient après le début, le même jour, par exemple « de 14h à 16h » ; des "
        hint += "heures de nuit vont dans les « horaires » d'un lieu"
        if end and 6 * 60 <= last < start.minutes:  # earlier, it is rather past midnight
            hint = f"écrivez « de {type_time(last)} à {type_time(start.minutes)} », ou corrigez"
        raise DatesError(f"« {said} » ne va pas.", hint, start.at)
    return Span(start.minutes, last)


# Days


def _days(draft: Draft) -> tuple[tuple[int, ...], tuple[int, ...]]:
    groups = [group for group in draft.groups if group.days or group.ranks]
    if any(not group.days for group in groups):
        raise DatesError("on ne sait pas quel jour.", "par exemple « le premier lundi du mois »",
                         draft.days_at)  # fmt: skip
    days = {frozenset(group.days) for group in groups}
    ranks = {frozenset(group.ranks) for group in groups}
    if len(days) > 1 and len(ranks) > 1:
        raise DatesError("il y a deux rythmes.", TWO_LINES, draft.days_at)
    all_ranks = frozenset().union(*ranks)
    weekdays = frozenset(draft.days)
    missing = set(draft.days_off) - weekdays
    if missing:
        raise DatesError(
            f"« sauf le {DAYS[min(missing)]} » : ce jour n'est pas dans la ligne.",
            "écrivez les jours où cela a lieu, par exemple « tous les jours sauf le "
            f"{DAYS[min(missing)]} de 9h à 12h »",
            draft.days_at,
        )
    if not all_ranks and draft.is_monthly:
        raise DatesError(
            "« du mois » : lequel ?", "par exemple « le premier lundi du mois »", draft.days_at
        )
    named = draft.rhythm.weekday if draft.rhythm else None
    if draft.rhythm and named is not None and weekdays != {named}:
        raise DatesError("il y a deux rythmes.", TWO_LINES, draft.rhythm.at)
    if all_ranks and draft.rhythm:
        raise DatesError("il y a deux rythmes.", "écrivez les dates, une par une", draft.rhythm.at)
    return _ordered(weekdays.difference(draft.days_off)), sort_ranks(tuple(all_ranks))


def _ordered(days: frozenset[int]) -> tuple[int, ...]:
    return tuple(sorted(days))


def _months(draft: Draft) -> tuple[int, ...]:
    months = frozenset(draft.months or range(1, 13)).difference(draft.months_off)
    if not months:
        raise DatesError("il ne reste aucun mois.", "vérifiez les mois")
    return () if len(months) == 12 else tuple(sorted(months))


def _no_day(draft: Draft, dates: Dates, today: date | None) -> FrenchTimeError:
    if draft.rhythm and draft.rhythm.every > 1:
        text = draft.rhythm.text
        return DatesError(
            f"« {text} » : quel jour ?",
            "par exemple « un mardi sur deux à partir du 6 octobre 2026 »",
            draft.rhythm.at,
        )
    if draft.start or draft.until:
        try:
            line = _bounded(draft, replace(dates, weekdays=EVERY_DAY), today).to_french()
        except FrenchTimeError as error:
            return error
        return DatesError(
            "on ne sait pas quels jours entre ces dates.",
            f"écrivez « {line} », ou nommez les jours",
            (draft.start or draft.until or TypedDate(0, "", 0)).at,
        )
    return DatesError("on ne sait pas quel jour.", EXAMPLE)


# Bounds


def _single(draft: Draft, dates: Dates, today: date | None) -> Dates:
    typed = with_months(draft.single)
    days = None
    if len(typed) > 1 and dates.weekdays and not dates.ranks:  # «les mardis 6 et 13 octobre 2026»
        days = in_order(typed)
        if days is None:
            raise _no_year(draft, typed, today)
        odd = next((day for day in days if day.weekday() not in dates.weekdays), None)
        if odd is not None:
            raise DatesError(
                f"le {say_date(odd)} est un {DAYS[odd.weekday()]}.",
                "vérifiez les jours et les dates, ou écrivez une ligne pour chaque rythme",
                typed[days.index(odd)].at,
            )
        dates = replace(dates, weekdays=())
    if dates.weekdays or draft.start or draft.until or draft.rhythm:
        first = typed[0]
        raise DatesError(
            f"« {first.text} » : est-ce le début, ou une séance de plus ?",
            f"écrivez « à partir du {_bare(first)} », ou une ligne à part pour cette séance",
            first.at,
        )
    if dates.months:
        raise DatesError("des dates et des mois sont dits ensemble.", TWO_LINES, typed[0].at)
    days = days or in_order(typed)
    if days is None:
        raise _no_year(draft, typed, today)
    single = tuple(sorted(set(days)))
    return replace(dates, single=single, start=single[0], until=single[-1])


def _bare(typed: TypedDate) -> str:
    month = [MONTHS[typed.month - 1]] if 1 <= typed.month <= 12 else []
    year = [str(typed.year)] if typed.year else []
    return " ".join([say_number(typed.day), *month, *year])


def _bounded(draft: Draft, dates: Dates, today: date | None) -> Dates:
    ends = [end for end in (draft.start, draft.until) if end]
    if not ends:
        return dates
    typed = with_months(ends)
    days = in_order(typed)
    if days is None:
        raise _no_year(draft, typed, today)
    start = days[0] if draft.start else None
    until = days[-1] if draft.until else None
    if until and draft.until and draft.until.is_month:
        until = until.replace(day=monthrange(until.year, until.month)[1])
    if start and until and until < start:
        raise DatesError(
            f"la fin ({say_date(until)}) est avant le début ({say_date(start)}).",
            f"écrivez « du {say_date(until)} au {say_date(start)} », ou corrigez l'année",
            typed[-1].at,
        )
    if draft.is_said_of_holidays and start and until and until - start < _SUMMER:
        period = f"du {say_date(start)} au {say_date(until)}"
        raise DatesError(
            f"« {period} » : est-ce la saison, ou des vacances ?",
            f"écrivez « sauf {period} », ou la saison avant « sauf vacances scolaires »",
            typed[0].at,
        )
    return replace(dates, start=start, until=until)


def _no_year(draft: Draft, typed: list[TypedDate], today: date | None) -> DatesError:
    """The year is missing everywhere: propose the first ones that suit from `today` on. What only
    has a beginning may have begun: «à partir du 6 octobre», in November, is of this year."""
    hint = "ajoutez l'année, par exemple « 2026 »"
    if today is not None:
        is_leap_day = (typed[-1].day, typed[-1].month) == (29, 2)
        has_only_a_start = draft.start is not None and draft.until is None
        earliest = today - _HALF_A_YEAR if has_only_a_start else today
        for year in range(earliest.year, today.year + (9 if is_leap_day else 2)):
            last = replace(typed[-1], year=year)
            try:
                if real(last) < earliest:
                    continue
                line = _said(draft, typed, in_order([*typed[:-1], last]) or [])
            except FrenchTimeError:
                continue
            hint = f"écrivez « {line} »"
            break
    return DatesError(f"« {typed[-1].text} » : il manque l'année.", hint, typed[-1].at)


def _said(draft: Draft, typed: list[TypedDate], days: list[date]) -> str:
    """The whole line with these days in it."""
    exact = [replace(one, year=day.year) for one, day in zip(typed, days, strict=True)]
    whole = replace(draft)
    if draft.single:
        whole.single = exact
    else:
        whole.start = exact[0] if draft.start else None
        whole.until = exact[-1] if draft.until else None
    return resolve(whole, None).to_french()
