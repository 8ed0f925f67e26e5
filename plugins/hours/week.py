"""Rules and the days they make: which rules hold on a day, and a week in its shortest form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plugins.french.days import EVERY_DAY
from plugins.hours.model import WHOLE_DAY, Rule, Span, State


class Stretch(NamedTuple):
    """Part of a day, in minutes, that is open or unknown; the rest of the day is closed."""

    start: int
    end: int
    state: State
    note: str


Plan = tuple[Stretch, ...]
"""A day's stretches in order; empty when closed."""


def plan_of(rule: Rule) -> Plan:
    """What a rule says of a day that it concerns."""
    if rule.state is State.CLOSED:
        return ()
    spans = rule.spans or (WHOLE_DAY,)
    return tuple(Stretch(start, end, rule.state, rule.note) for start, end in spans)


def fold_rules(rules: Iterable[Rule]) -> Plan:
    """The plan of a day that all these rules concern: the last one wins, unless it adds."""
    plan: Plan = ()
    for rule in rules:
        plan = added(plan, plan_of(rule)) if rule.adds else plan_of(rule)
    return plan


def added(plan: Plan, more: Plan) -> Plan:
    """Both; stretches that say the same and meet are one."""
    found: list[Stretch] = []
    for stretch in sorted(plan + more):
        last = found[-1] if found else None
        if last and stretch.start <= last.end and stretch[2:] == last[2:]:
            found[-1] = last._replace(end=max(last.end, stretch.end))
        else:
            found.append(stretch)
    return tuple(found)


def weekly_table(rules: Sequence[Rule]) -> list[Plan]:
    """The seven usual days, Monday first: plain rules only."""
    table: list[Plan] = [()] * len(EVERY_DAY)
    for rule in rules:
        if rule.is_plain:
            plan = plan_of(rule)
            for day in rule.days:
                table[day] = added(table[day], plan) if rule.adds else plan
    return table


def holds(rule: Rule, day: date) -> bool:
    """Whether a rule concerns a day, its `occasion` and `dates` aside."""
    if day.weekday() not in rule.days:
        return False
    if rule.anchor is not None:
        weeks = (_monday(day) - _monday(rule.anchor)).days // 7
        if day < rule.anchor or weeks % 2:
            return False
    if rule.ranks:
        from_start = (day.day - 1) // 7 + 1
        month_end = (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        from_end = -((month_end.day - day.day) // 7 + 1)
        return from_start in rule.ranks or from_end in rule.ranks
    return True


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def canonical(rules: Sequence[Rule]) -> list[Rule]:
    """The usual days of plain rules, grouped and in order; a closed day needs no rule."""
    return rules_of(((day, plan) for day, plan in enumerate(weekly_table(rules)) if plan), Rule(()))


def rules_of(plans: Iterable[tuple[int, Plan]], like: Rule) -> list[Rule]:
    """Rules that say these plans of these days, days alike together, on the dates of `like`."""
    groups: dict[Plan, list[int]] = {}
    for day, plan in plans:
        groups.setdefault(plan, []).append(day)
    rules = []
    for plan, days in sorted(groups.items(), key=lambda group: group[1]):
        if not plan:
            rules.append(_rule_like(like, days, (), State.CLOSED, "", adds=False))
        pieces: dict[tuple[State, str], list[Span]] = {}
        for start, end, state, note in plan:
            pieces.setdefault((state, note), []).append(Span(start, end))
        for number, ((state, note), spans) in enumerate(pieces.items()):
            whole = state is State.UNKNOWN and spans == [WHOLE_DAY]
            said = () if whole else tuple(spans)
            rules.append(_rule_like(like, days, said, state, note, adds=number > 0))
    return rules


def _rule_like(
    like: Rule,
    days: Sequence[int],
    spans: tuple[Span, ...],
    state: State,
    note: str,
    *,
    adds: bool,
) -> Rule:
    """As `dataclasses.replace`, ten times quicker: every week of every place comes through here."""
    dates = (like.occasion, like.ranks, like.anchor, like.dates)
    return Rule(tuple(days), spans, state, note, *dates, adds)


def open_days(rules: Sequence[Rule]) -> tuple[int, ...]:
    """The weekdays on which something happens every week."""
    return tuple(
        day for day, plan in enumerate(weekly_table(rules))
        if any(stretch.state is State.OPEN or stretch.note for stretch in plan)
    )  # fmt: skip


def usual_days(rules: Sequence[Rule]) -> tuple[int, ...]:
    """The weekdays on which something happens, or all seven: where hours said without a weekday
    («vacances scolaires: 10h-12h») apply. Where all hours are of a season, those of any season."""
    seasonal = {
        day
        for rule in rules
        if rule.dates and not rule.occasion and rule.spans
        for day in rule.days
    }
    return open_days(rules) or tuple(sorted(seasonal)) or EVERY_DAY


def perhaps(usual: Plan, note: str) -> Plan:
    """The usual hours on a day on which the place may be closed."""
    may_open = any(each.state is State.OPEN or each[:2] != WHOLE_DAY for each in usual)
    return unsure(usual, note) if may_open else usual


def unsure(plan: Plan, note: str) -> Plan:
    """The same hours, but not certain."""
    return tuple(Stretch(start, end, State.UNKNOWN, note) for start, end, _, _ in plan)
