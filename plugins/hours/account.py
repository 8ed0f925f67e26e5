"""The one account of a week: what there is to say of it, as a list of statements.

Every rendering words this list, in whatever language or format, and leaves out a statement only
when its format cannot say it: what a rendering says is true because the list is. On a day, the
statements that hold apply in their order: each replaces what came before, or adds to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from plugins.french.days import EVERY_DAY
from plugins.hours.model import Occasion, Rule, State, Week
from plugins.hours.seasons import cover_the_year, weekdays_of
from plugins.hours.statement import UNSAID, Statement
from plugins.hours.week import Plan, added, plan_of


class DayAccount(NamedTuple):
    """A weekday: what holds every week, and what holds on some of its dates."""

    weekday: int
    plan: Plan
    note: str
    special: tuple[Statement, ...]
    """Rhythms and seasons that change this weekday, notices and closures aside."""
    is_special_all: bool
    """`special` says all: the place is closed, or nothing is known, every other week."""
    rest: Plan | None
    """What holds out of the seasons of `special`; None when they leave nothing out."""


class Account:
    """The statements of a week: `usual`, `dated`, `rests`, `school`, `public`, in this order."""

    def __init__(self, week: Week, *, is_permanence: bool = False) -> None:
        """`is_permanence`: of a person; where they are not, the place is not said to be closed."""
        self._is_permanence = is_permanence
        ordinary = [each for each in enumerate(week.rules) if not each[1].occasion]
        found: dict[tuple[int, Plan, bool], list[_Changed]] = {}
        base: list[tuple[Plan, str]] = []
        for day in EVERY_DAY:
            plan, note, changed = _fold_weekday(ordinary, day)
            base.append((plan, note))
            for change in changed:
                found.setdefault((change.number, change.plan, change.adds), []).append(change)
        self.dated = tuple(
            _statement(week.rules[number], plan, changes, adds=adds)
            for (number, plan, adds), changes in sorted(found.items(), key=lambda item: item[0][0])
        )
        self.closures = tuple(
            said for said in self.dated
            if not said.is_notice and said.is_seasonal and said.is_shut
            and len(said.open_days) > 2 and all(base[day][0] for day in said.open_days)
        )  # fmt: skip
        """Seasons that shut most of the week: they are not what a weekday is about."""
        self.days = tuple(self._day(day, *base[day]) for day in EVERY_DAY)
        self.usual = self._usual()
        self.rests = self._rests()
        self.school = self._term_only(_occasions(week.rules, Occasion.SCHOOL_HOLIDAY))
        self.public = _occasions(week.rules, Occasion.PUBLIC_HOLIDAY)

    @property
    def occasions(self) -> tuple[Statement, ...]:
        """What holds on holidays."""
        return self.school + self.public

    @property
    def notices(self) -> tuple[Statement, ...]:
        """Closed between two days of one year."""
        return tuple(said for said in self.dated if said.is_notice)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All of them, in the order in which they apply."""
        return self.usual + self.rests + self.later

    @property
    def later(self) -> tuple[Statement, ...]:
        """What replaces usual days, as it applies."""
        return tuple(sorted(self.dated + self.occasions, key=_place))

    def _day(self, day: int, plan: Plan, note: str) -> DayAccount:
        special = [
            said for said in self.dated
            if day in said.days and not said.is_notice and said not in self.closures
            and day in weekdays_of(said.dates)
        ]  # fmt: skip
        if all(day in said.quiet for said in special):
            special = []  # closed in August too
        seasons = [said for said in special if said.is_seasonal]
        opens = [said for said in special if said.plan]
        open_seasons = [said for said in seasons if said.plan and not said.adds]
        are_seasons = len(seasons) == len(special)
        is_all = bool(opens) and (
            not plan or (plan == UNSAID and are_seasons and bool(open_seasons))
        )  # fmt: skip
        rest = None
        if is_all and are_seasons:
            rest = None if cover_the_year(said.dates for said in seasons) else plan
        return DayAccount(day, plan, note, tuple(special), is_all, rest)

    def _term_only(self, school: Sequence[Statement]) -> tuple[Statement, ...]:
        """«Sauf vacances scolaires» says nothing of the days that are closed all year."""
        told = {day for said in school if said.plan != UNSAID for day in said.days}
        shut = {
            day.weekday for day in self.days
            if not day.plan and not any(day.weekday in said.open_days for said in self.dated)
        } - told  # fmt: skip
        kept = [
            said if said.plan != UNSAID
            else replace(said, days=tuple(day for day in said.days if day not in shut))
            for said in school
        ]  # fmt: skip
        return tuple(said for said in kept if said.days)

    def _usual(self) -> tuple[Statement, ...]:
        """Days that are alike every week; those that the others say are implied."""
        groups: dict[tuple[Plan, str, bool], list[int]] = {}
        for day in self.days:
            if day.rest is None:
                groups.setdefault((day.plan, day.note, day.is_special_all), []).append(day.weekday)
        return tuple(
            Statement(
                tuple(days),
                plan,
                note=note,
                is_implied=implied or (self._is_permanence and not plan and not note),
            )
            for (plan, note, implied), days in groups.items()
        )

    def _rests(self) -> tuple[Statement, ...]:
        groups: dict[Plan, list[int]] = {}
        for day in self.days:
            if day.rest is not None:
                groups.setdefault(day.rest, []).append(day.weekday)
        return tuple(
            Statement(
                tuple(days),
                plan,
                is_implied=self._is_permanence and not plan,
                is_rest=True,
            )
            for plan, days in groups.items()
        )  # fmt: skip


def _place(said: Statement) -> int:
    return said.place


class _Changed(NamedTuple):
    """What a rule changes of one weekday. `is_quiet`: nothing, the place is closed anyway."""

    number: int
    day: int
    plan: Plan
    adds: bool
    is_quiet: bool


def _fold_weekday(rules: Sequence[tuple[int, Rule]], day: int) -> tuple[Plan, str, list[_Changed]]:
    """What holds every week on a weekday, why it is closed, and what each rule of some of its
    dates still changes: a later rule of every week replaces those before it."""
    selectors = {number: _selectors(rule) for number, rule in rules}
    plan: Plan = ()
    note = ""
    changed: list[_Changed] = []
    for number, rule in rules:
        if day not in rule.days:
            continue
        if rule.is_plain and not rule.adds:
            plan, changed = plan_of(rule), []
            note = rule.note if rule.state is State.CLOSED else ""
        elif rule.is_plain:
            more = plan_of(rule)
            plan, note = added(plan, more), "" if more else note
            changed = [
                one if one.adds
                else one._replace(plan=added(one.plan, more), is_quiet=False)
                for one in changed
            ]  # fmt: skip
        elif rule.adds and changed and selectors[changed[-1].number] == _selectors(rule):
            last = changed[-1]
            both = added(last.plan, plan_of(rule))
            changed[-1] = last._replace(plan=both, is_quiet=last.is_quiet and not both)
        else:
            said = plan_of(rule)
            is_bare = not plan and not any(one.plan for one in changed)
            if not (rule.adds and not said):
                adds = rule.adds and not is_bare
                changed.append(_Changed(number, day, said, adds, is_bare and not said))
    return plan, note, changed


def _selectors(rule: Rule) -> tuple[object, ...]:
    return rule.ranks, rule.anchor, rule.dates


def _statement(rule: Rule, plan: Plan, changes: Sequence[_Changed], *, adds: bool) -> Statement:
    days = tuple(change.day for change in changes)
    quiet = frozenset(change.day for change in changes if change.is_quiet)
    note = rule.note if rule.state is State.CLOSED and not plan else ""
    return Statement(
        days, plan, Occasion.ANY, rule.ranks, rule.anchor, rule.dates, adds, note, quiet,
        changes[0].number,
    )  # fmt: skip


def _occasions(rules: Iterable[Rule], occasion: Occasion) -> tuple[Statement, ...]:
    """The rules of a kind of holiday, hours of the same days said together."""
    said: list[Statement] = []
    for place, rule in enumerate(rules):
        if rule.occasion is not occasion:
            continue
        note = rule.note if rule.state is State.CLOSED else ""
        one = Statement(
            rule.days, plan_of(rule), occasion, rule.ranks, rule.anchor, rule.dates, rule.adds,
            note, place=place,
        )  # fmt: skip
        before = said[-1] if said else None
        if before and one.adds and before.selectors == one.selectors:
            said[-1] = replace(before, plan=added(before.plan, one.plan))
        else:
            said.append(one)
    return tuple(said)
