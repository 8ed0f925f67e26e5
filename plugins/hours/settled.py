"""Which rule wins on a day: the one order of a week's rules, from which both its intervals and its
sentences come.

The later rule wins, in the order that `settled` gives. Rules of weekdays («every Monday», «the
first Saturday», «one Tuesday in two») come before those of holidays whatever their place in the
source: a reader of «PH off; Mo-Fr 09:00-17:00» must find the door closed on 1 May. Rules of dates
keep the place that they were given, before holidays or after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.french.days import EVERY_DAY
from plugins.hours.model import WHOLE_DAY, HoursError, Occasion, Rule, State
from plugins.hours.seasons import days_of, ends_of
from plugins.hours.statement import UNSAID
from plugins.hours.week import Plan, added, canonical, plan_of

ALWAYS = Rule(EVERY_DAY, (WHOLE_DAY,), occasion=Occasion.PUBLIC_HOLIDAY)
"""What «24/7» says of public holidays. Since it says of them what it says of any day, all other
rules come after it."""


def normalise(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The same hours in one form: plain days grouped and in order, then the others as they apply.

    A plain rule never wins over one of dates: what reads a text in which it does has taken its
    days from them (`precedence`). Raises HoursError as `settled`.
    """
    usual = canonical([rule for rule in rules if rule.is_plain])
    rest = settled(rule for rule in rules if not rule.is_plain)
    return (*usual, *rest) or (Rule(EVERY_DAY, state=State.CLOSED),)


def settled(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that are not plain, in the order in which they apply: rhythms, school holidays, public
    holidays; rules of dates where they were among these.

    Raises HoursError when these wishes contradict one another.
    """
    found: list[Rule] = []
    for rule in rules:
        rank = _rank(rule)
        place = len(found)
        if rank is not None:
            over = (n for n, one in enumerate(found) if (_rank(one) or 0) > rank)
            place = next(over, place)
        jumped = found[place:]
        if not any(map(plan_of, jumped)):  # all closed: their order does not matter
            dated = [one for one in jumped if _rank(one) is None]
            found[place:] = dated + [one for one in jumped if one not in dated]
            place += len(dated) if rank is not None else len(jumped)
        elif any(_rank(one) is None and may_meet(one, rule) for one in jumped):
            raise HoursError(
                "",
                "on ne sait pas laquelle de ces règles l'emporte, un jour de vacances ou férié.",
                "écrivez celles des vacances et des jours fériés après celles des jours de la "
                "semaine, et celles des dates à la fin",
            )
        found.insert(place, rule)
    return found


def _rank(rule: Rule) -> int | None:
    """What may not come before a rule of a lower rank; None for a rule of dates."""
    if is_any_day(rule):
        return 0
    if rule.occasion:
        return 1 if rule.occasion is Occasion.SCHOOL_HOLIDAY else 2
    return None if rule.dates else 0


def is_any_day(rule: Rule) -> bool:
    """Whether it says of public holidays that they are open round the clock, as `ALWAYS` does, or
    what later rules of some weekdays have left of it."""
    return replace(rule, days=EVERY_DAY) == ALWAYS


def may_meet(one: Rule, other: Rule) -> bool:
    """Whether both may concern the same date."""
    if not set(one.days).intersection(other.days):
        return False
    dates = days_of(one.dates), days_of(other.dates)
    return not all(dates) or bool(dates[0] & dates[1])


def is_of_one_day(rule: Rule) -> bool:
    """Whether it was said for single days, «le 14 juillet», holidays as they may be."""
    return bool(rule.dates) and all(
        len(ends) == 1 and ends[0].day for ends in ends_of(rule.dates) or [[]]
    )


def fold_day(rules: Sequence[Rule], occasions: Sequence[Occasion]) -> tuple[Plan, Rule | None]:
    """What a day is that all these rules concern and that has these occasions; and the last rule
    that said it anew."""
    plan: Plan = ()
    last: Rule | None = None
    for rule in rules:
        if rule.occasion and rule.occasion not in occasions:
            continue
        said = plan_of(rule)
        if rule.occasion is Occasion.SCHOOL_HOLIDAY and said == UNSAID and not plan:
            continue  # «sauf vacances scolaires» opens no day that is closed
        if rule.adds:
            plan = added(plan, said)
        else:
            plan, last = said, rule
    return plan, last
