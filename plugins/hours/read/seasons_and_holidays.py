"""Seasons and holidays of a French week, whose lines have no order: which of them wins.

A single day («le 14 juillet») and dates that close («du 24 décembre au 2 janvier: fermé») win over
holidays. A season that lies in the school holidays and says something else than they do is
refused: nobody knows which was meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from plugins.hours.model import HoursError, Occasion, Rule, State
from plugins.hours.seasons import days_of, ends_of, say_season
from plugins.hours.settled import is_any_day, is_of_one_day, may_meet
from plugins.hours.statement import UNSAID
from plugins.hours.week import plan_of

_IN_HOLIDAYS = days_of("Jul 06-Aug 31,Dec 22-Jan 02")
"""Days of which all zones are on holiday every year."""
_MOSTLY = 1 / 3
"""A season with more of its days in these is one of school holidays."""


def in_order(seasons: Sequence[tuple[str, Rule]], holidays: Sequence[Rule]) -> list[Rule]:
    """Rules of seasons, each with the entry that says it, and of holidays, as they apply.

    Raises HoursError where nobody can tell.
    """
    school = [rule for rule in holidays if rule.occasion is Occasion.SCHOOL_HOLIDAY]
    public = [rule for rule in holidays if rule.occasion is Occasion.PUBLIC_HOLIDAY]
    places = [_place(where, rule, school, public) for where, rule in seasons]
    for n, (where, rule) in enumerate(seasons):
        for (_, wide), place in zip(seasons[:n], places, strict=False):
            if place > places[n] and may_meet(wide, rule):
                raise HoursError(
                    where,
                    f"« {say_season(wide.dates)} » et « {say_season(rule.dates)} » : quelles "
                    "heures un jour férié ou de vacances ?",
                    "donnez à chaque saison ses dates, sans jour commun",
                )
    said: list[list[Rule]] = [[], [], []]
    for (_, rule), place in zip(seasons, places, strict=True):
        said[place].append(rule)
    always = [rule for rule in public if is_any_day(rule)]
    others = [rule for rule in public if not is_any_day(rule)]
    return [*always, *said[0], *school, *said[1], *others, *said[2]]


def _place(where: str, rule: Rule, school: Sequence[Rule], public: Sequence[Rule]) -> int:
    """Before holidays (0), after school holidays (1), after public holidays too (2)."""
    if is_of_one_day(rule):
        return 2
    met = [one for one in school if may_meet(one, rule)]
    if rule.state is State.CLOSED:
        if any(map(_opens, met)) and not _has_days(rule):
            raise HoursError(
                where,
                f"« {say_season(rule.dates)} : fermé », même pendant les vacances scolaires ?",
                "ôtez l'un des deux, ou écrivez les dates de fermeture dans « exceptions » "
                "(« du », « au »)",
            )
        return 2 if any(map(_opens, (*met, *public))) else 0
    if not met or not _is_of_holidays(rule):
        return 0
    if any(plan_of(one) not in (UNSAID, plan_of(rule)) for one in met):
        season = say_season(rule.dates)
        raise HoursError(
            where,
            f"« {season} » et « vacances scolaires » : ces jours se mêlent, lequel des deux vaut ?",
            f"si c'est « {season} », ôtez la ligne « vacances scolaires » et écrivez les autres "
            "vacances dans « exceptions » (« du », « au ») ; si ce sont les vacances scolaires, "
            f"ôtez la ligne « {season} »",
        )
    return 1


def _opens(holiday: Rule) -> bool:
    """It says something else than «fermé», or than nothing («sauf vacances scolaires»)."""
    return not is_any_day(holiday) and plan_of(holiday) not in ((), UNSAID)


def _has_days(rule: Rule) -> bool:
    """Its dates are days, and not whole months."""
    return all(ends[0].day for ends in ends_of(rule.dates) or [])


def _is_of_holidays(rule: Rule) -> bool:
    days = days_of(rule.dates)
    return len(days & _IN_HOLIDAYS) > _MOSTLY * len(days)
