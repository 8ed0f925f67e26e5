"""What a rule of an OSM text does to those before it, so that each rule that is left says all of
its days: none adds to another's hours, cuts them, or waits for a later one to replace it.

A closed rule with hours («Mo-Fr 12:00-14:00 off») is a cut. It exists only here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.common.diagnostic import Diagnostic
from plugins.hours.model import HoursError, Rule, Span, State, doubt_of
from plugins.hours.osm_text import write_osm
from plugins.hours.read.spans import clock
from plugins.hours.seasons import days_of
from plugins.hours.settled import is_any_day, may_meet
from plugins.hours.week import Plan, Stretch, added, fold_rules, plan_of, rules_of, weekly_table

ERASED = "une règle qui suit l'efface."
CUTS_NOTHING = "n'enlève aucune heure."
OPENINGS = "écrivez chaque moment d'ouverture, par exemple « Mo-Fr 09:00-12:00,14:00-17:00 »"
LAST = "mettez à la fin celle qui doit l'emporter, par exemple « Sa 09:00-12:00; Sa[1] off »"


def with_rule(before: Sequence[Rule], rule: Rule) -> tuple[list[Rule], list[Diagnostic]]:
    """The rules in force once `rule` follows `before`, and doubts on those that it erases.

    Raises HoursError when it changes hours that depend on the date in another way.
    """
    if not _changes(rule):
        return _replaced(before, replace(rule, adds=False))
    after = _changed_weekly(before, rule) if rule.is_plain else _changed_dated(before, rule)
    if rule.state is State.CLOSED and _is_same(before, after):
        return after, [doubt_of("", f"« {_selector(rule)} » {CUTS_NOTHING}", OPENINGS)]
    return after, []


def cut(spans: Iterable[Span], out: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of `spans` without `out`, in minutes after midnight."""
    left = list(spans)
    for start, end in out:
        left = [
            Span(a, b)
            for one in left
            for a, b in ((one.start, min(one.end, start)), (max(one.start, end), one.end))
            if a < b
        ]
    return tuple(left)


def _is_same(before: Sequence[Rule], after: Sequence[Rule]) -> bool:
    dated = [{each for each in rules if not each.is_plain} for rules in (before, after)]
    return dated[0] == dated[1] and weekly_table(before) == weekly_table(after)


def _changes(rule: Rule) -> bool:
    """It adds or cuts, instead of saying all; «, We off» closes as «; We off» does."""
    return bool(rule.spans) if rule.state is State.CLOSED else rule.adds


def _changed(plan: Plan, rule: Rule) -> Plan:
    if rule.state is not State.CLOSED:
        return added(plan, plan_of(rule))
    return tuple(
        Stretch(start, end, state, note)
        for a, b, state, note in plan
        for start, end in cut((Span(a, b),), rule.spans)
    )


def _replaced(before: Sequence[Rule], rule: Rule) -> tuple[list[Rule], list[Diagnostic]]:
    kept: list[Rule] = []
    doubts = []
    for earlier in before:
        days = tuple(day for day in earlier.days if day not in rule.days)
        if earlier.is_plain or days == earlier.days or not _covers(rule, earlier):
            kept.append(earlier)
            continue
        if not is_any_day(earlier) and plan_of(earlier) != plan_of(rule):
            doubts.append(doubt_of("", f"« {_selector(earlier)} » : {ERASED}", LAST))
        if days:
            kept.append(replace(earlier, days=days))
    return [*kept, rule], doubts


def _covers(later: Rule, earlier: Rule) -> bool:
    """Each date of `earlier` is one of `later`."""
    if later.occasion != earlier.occasion or later.ranks or later.anchor:
        return False
    dates = days_of(earlier.dates)
    return not later.dates or (bool(dates) and dates <= days_of(later.dates))


def _changed_weekly(before: Sequence[Rule], rule: Rule) -> list[Rule]:
    dated: list[Rule] = []
    for earlier in (each for each in before if not each.is_plain):
        shared = tuple(day for day in earlier.days if day in rule.days)
        if earlier.occasion or not shared:
            dated.append(earlier)
            continue
        rest = tuple(day for day in earlier.days if day not in shared)
        if rest:
            dated.append(replace(earlier, days=rest))
        plan = _changed(plan_of(earlier), rule)
        dated += rules_of([(day, plan) for day in shared], earlier)
    table = weekly_table(before)
    plans = [(day, _changed(p, rule) if day in rule.days else p) for day, p in enumerate(table)]
    return [*rules_of(filter(lambda each: each[1], plans), Rule(())), *dated]


def _changed_dated(before: Sequence[Rule], rule: Rule) -> list[Rule]:
    same = [each for each in before if _when(each) == _when(rule)]
    said = {day for each in same for day in each.days}
    holidays = [each for each in before if each.occasion and not is_any_day(each)]
    if rule.occasion or not rule.dates:
        holidays = []
    elif rule.state is State.CLOSED and not any(plan_of(e) for e in holidays if may_meet(e, rule)):
        holidays = []  # there is nothing to cut on these days
    for other in before:
        if other in holidays and may_meet(other, rule):
            raise _uncertain(rule, other)
        uncertain = set(other.days).intersection(rule.days) - (said if rule.occasion else set())
        if other.is_plain or other in same or not uncertain or not _may_meet(other, rule):
            continue
        raise _uncertain(rule, other)
    table = weekly_table(before)
    for day in said:
        table[day] = fold_rules(each for each in same if day in each.days)
    plans = {day: _changed(table[day], rule) for day in rule.days}
    untouched = [day for day in plans if day not in said and plans[day] == table[day]]
    for day in untouched:  # nothing to cut there
        del plans[day]
    kept: list[Rule] = []
    for each in before:
        days = tuple(day for day in each.days if day not in plans) if each in same else each.days
        if days:
            kept.append(replace(each, days=days))
    after = [n for n, each in enumerate(kept) if each.occasion and not is_any_day(each)]
    is_cut = rule.state is State.CLOSED and not rule.occasion
    first = after[0] if after and is_cut else len(kept)
    return [*kept[:first], *rules_of(plans.items(), rule), *kept[first:]]


def _uncertain(rule: Rule, other: Rule) -> HoursError:
    return HoursError(
        "",
        f"« {_selector(rule)} » change « {_selector(other)} » : quelles heures, ces jours-là ?",
        "écrivez toutes les heures de ces jours-là dans la dernière règle",
    )


def _when(rule: Rule) -> tuple[object, ...]:
    return rule.occasion, rule.ranks, rule.anchor, rule.dates


def _may_meet(one: Rule, other: Rule) -> bool:
    """They may hold on the same date; a rule of holidays starts from those of ordinary days."""
    return one.occasion in ("", other.occasion) and may_meet(one, other)


def _selector(rule: Rule) -> str:
    """Enough of a rule to know it: "Jul-Aug Sa 10:00-12:00"."""
    spans = ",".join(f"{clock(start)}-{clock(end)}" for start, end in rule.spans)
    if rule.state is State.CLOSED and spans:
        return write_osm([replace(rule, spans=(), adds=False)]).replace(" off", f" {spans} off")
    return write_osm([replace(rule, adds=False)])
