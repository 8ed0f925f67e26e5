"""What there is to say of a usual week, in any language: `wording` and `abroad` have the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from plugins.french.days import EVERY_DAY
from plugins.hours.model import WHOLE_DAY, Rule, Span, State, Week
from plugins.hours.seasons import cover_the_year
from plugins.hours.week import Plan, Stretch, fold_rules, plan_of, weekly_table

UNSAID: Plan = (Stretch(*WHOLE_DAY, State.UNKNOWN, ""),)
"""The day is not mentioned."""


class UsualDay(NamedTuple):
    """A weekday: what holds every week, and what holds on some of its dates."""

    weekday: int
    plan: Plan
    special: tuple[Rule, ...]
    is_special_all: bool
    """`special` says all: the place is closed, or nothing is known, every other week."""
    rest: Plan | None
    """What holds out of the seasons of `special`; None when they leave nothing out."""
    state: State
    spans: tuple[Span, ...]


class UsualWeek:
    """The seven days of a week, and the days to say together."""

    def __init__(self, week: Week) -> None:
        self.rules = week.rules
        self._table = weekly_table(week.rules)
        self.days = tuple(self._day(day) for day in EVERY_DAY)

    def groups(self) -> list[tuple[Plan, list[int]]]:
        """Days that are alike every week, but for those of which a rule of some dates says all."""
        return self._grouped((day.weekday, day.plan) for day in self.days if not day.is_special_all)

    def rests(self) -> list[tuple[Plan, list[int]]]:
        """What holds out of season, with the days on which it does."""
        return self._grouped((day.weekday, day.rest) for day in self.days if day.rest is not None)

    def dated(self) -> list[Rule]:
        """The rules that hold on some dates, holidays aside."""
        return [rule for rule in self.rules if not rule.occasion and not rule.is_plain]

    def occasions(self) -> list[Rule]:
        """The rules of holidays."""
        return [rule for rule in self.rules if rule.occasion]

    def _day(self, day: int) -> UsualDay:
        plan = self._table[day]
        special = [rule for rule in self.dated() if day in rule.days]
        seasons = [rule for rule in special if rule.is_seasonal]
        opens = [rule for rule in special if plan_of(rule)]
        if not plan and not opens and len(seasons) == len(special):
            special = seasons = []  # closed in August too
        open_seasons = [rule for rule in seasons if rule in opens]
        is_all = bool(special) and (not plan or (plan == UNSAID and bool(open_seasons)))
        rest = None
        if is_all and seasons and len(seasons) == len(special):
            rest = None if cover_the_year(rule.dates for rule in seasons) else plan
        shown = fold_rules(opens or special) if is_all else plan
        states = {stretch.state for stretch in shown}
        state = State.OPEN if State.OPEN in states else State.UNKNOWN if states else State.CLOSED
        spans = tuple(Span(start, end) for start, end, _, _ in shown)
        said = tuple(replace(r, days=EVERY_DAY) if r.is_seasonal else r for r in special)
        return UsualDay(day, plan, said, is_all, rest, state, spans)

    @staticmethod
    def _grouped(days: Iterable[tuple[int, Plan | None]]) -> list[tuple[Plan, list[int]]]:
        groups: dict[Plan, list[int]] = {}
        for day, plan in days:
            groups.setdefault(plan or (), []).append(day)
        return list(groups.items())
