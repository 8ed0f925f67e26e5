"""What comes soon: days on which the usual hours do not hold, and the next dates of a rhythm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from plugins.french.days import EVERY_DAY
from plugins.hours.holidays import OFTEN_CLOSED, PUBLIC_HOLIDAY
from plugins.hours.model import Closure, DatesAhead, ExceptionalHours, Occasion, Rule, State
from plugins.hours.statement import Statement
from plugins.hours.week import plan_of

if TYPE_CHECKING:
    from plugins.hours.opening import OpeningHours
    from plugins.hours.say.speaker import Speaker

_LONGEST = 400
"""Days that a period is followed before and after the days asked for."""


def exceptional(hours: OpeningHours, start: date, last: date, say: Speaker) -> Iterator[Closure]:
    """The exceptional dates of the record."""
    for one in hours.exceptions:
        if one.end >= start and one.start <= last:
            yield Closure(one.start, one.end, one.reason, one.state, _exception(hours, one, say))


def notices(hours: OpeningHours, start: date, last: date, say: Speaker) -> Iterator[Closure]:
    """The closures of one year that the week itself has."""
    for said in hours.account.notices:
        yield from _season(hours, said, start, last, say)


def closures(hours: OpeningHours, start: date, days: int, say: Speaker) -> list[Closure]:
    """Whatever changes the usual hours in `days` days from `start`, in order."""
    last = start + timedelta(days=days - 1)
    found = [*exceptional(hours, start, last, say), *notices(hours, start, last, say)]
    for said in hours.account.dated:
        if said.is_seasonal and said.is_shut and not said.is_notice:
            found += _season(hours, said, start, last, say)
    found += _school(hours, start, last, say)
    found += _public(hours, start, days, say)
    return sorted(found)


def dates_ahead(hours: OpeningHours, start: date, count: int, say: Speaker) -> list[DatesAhead]:
    """The next `count` dates of each rhythm; those on which the place is closed are left out."""
    found = []
    for rule in hours.week.rules:
        if not (rule.anchor or rule.ranks) or not rule.spans or rule.occasion:
            continue
        first = max(start, rule.anchor or start)
        days = (first + timedelta(days=number) for number in range(92 * count))
        dates = [day for day in days if hours.holds(rule, day) and hours.plan(day)][:count]
        found.append(DatesAhead(say.rhythm(rule), tuple(dates)))
    return found


def _exception(hours: OpeningHours, one: ExceptionalHours, say: Speaker) -> str:
    """What is known of these days; "" when they are closed."""
    if one.state is State.CLOSED:
        return ""
    if one.state is State.UNKNOWN:
        return say.note(one.note) or say.call
    if one.week is not None:
        return say.exception(one.week)
    days = hours.days_of(one)
    plan = plan_of(Rule(EVERY_DAY, one.spans, note=one.note))
    return say.plan(plan) if days == weekdays_within(one) else say.statement(Statement(days, plan))


def is_single(one: ExceptionalHours) -> bool:
    """Whether it was said for one day."""
    return one.start == one.end


def weekdays_within(one: ExceptionalHours) -> tuple[int, ...]:
    """The weekdays of exceptional dates."""
    days = (one.end - one.start).days + 1
    return tuple(sorted((one.start.weekday() + n) % 7 for n in range(min(days, 7))))


def _season(
    hours: OpeningHours, said: Statement, start: date, last: date, say: Speaker
) -> Iterator[Closure]:
    """The times that a closure of some dates comes; none when the place is closed anyway."""
    if said.quiet.issuperset(said.days):
        return
    state, reason, words = State.OPEN, say.note(said.note), ""
    if _is_all(hours, said):
        state = State.UNKNOWN if said.plan else State.CLOSED
        reason = reason if state is State.CLOSED else say.plan(said.plan)
    else:
        words = say.statement(replace(said, dates="", note=""))

    def holds(day: date) -> bool:
        return hours.in_dates(said.dates, day) and not hours.is_outranked(said.place, day)

    for first, end in _runs(holds, start, last):
        days = ((first.weekday() + n) % 7 for n in range(min((end - first).days + 1, 7)))
        if not said.quiet.issuperset(set(days).intersection(said.days)):
            yield Closure(first, end, reason, state, words)


def _school(hours: OpeningHours, start: date, last: date, say: Speaker) -> Iterator[Closure]:
    """School holidays whose dates are known, of which the record says something."""
    said = hours.account.school
    if not said:
        return
    words = say.separator.join(say.statement(replace(one, occasion=Occasion.ANY)) for one in said)
    state, reason = State.OPEN, say.school()
    if all(one.is_shut and one.plan for one in said):
        state, reason, words = State.UNKNOWN, say.school(words), ""
    elif len(said) == 1 and not said[0].plan and _is_all(hours, said[0]):
        state, words = State.CLOSED, ""
    over = [
        one for one in hours.account.dated
        if one.is_seasonal and one.place > max(each.place for each in said)
    ]  # fmt: skip
    runs: list[tuple[date, date, tuple[Statement, ...]]] = []
    for begin, until in _runs(lambda day: bool(hours.calendar.school_holiday(day)), start, last):
        for number in range((until - begin).days + 1):
            day = begin + timedelta(days=number)
            same = tuple(one for one in over if hours.in_dates(one.dates, day))
            if runs and runs[-1][1:] == (day - timedelta(days=1), same):
                runs[-1] = (runs[-1][0], day, same)
            else:
                runs.append((day, day, same))
    for first, end, dated in runs:
        if any(_is_all(hours, one) for one in dated) or end < start or first > last:
            continue  # these dates have hours of their own
        if dated and first == end and hours.calendar.public_holiday(first):
            continue  # said with public holidays
        also = [say.statement(replace(one, dates="")) for one in dated]
        if also:
            yield Closure(first, end, say.school(), State.OPEN, say.separator.join([words, *also]))
        else:
            yield Closure(first, end, reason, state, words)


def _is_all(hours: OpeningHours, said: Statement) -> bool:
    """Whether it concerns every day on which something may happen."""
    if said.ranks or said.anchor or (said.occasion and said.dates):
        return False
    others = (day for day in hours.account.days if day.weekday not in said.days)
    return not any(day.plan or day.special for day in others)


def _public(hours: OpeningHours, start: date, days: int, say: Speaker) -> Iterator[Closure]:
    """Public holidays and days of custom; one on which the place is closed anyway is left out."""
    for day, name, is_legal in hours.calendar.named_days(start, days):
        exception = hours.exception(day)
        if exception and (exception.state is not State.OPEN or is_single(exception)):
            continue
        plan = hours.plan(day)
        if plan == hours.usual(day, exception):
            continue
        state = plan[0].state if plan else State.CLOSED
        kind = PUBLIC_HOLIDAY if is_legal else OFTEN_CLOSED
        reason = say.holiday(name, kind, is_unknown=state is State.UNKNOWN)
        yield Closure(day, day, reason, state, say.plan(plan) if state is State.OPEN else "")


def _runs(holds: Callable[[date], bool], start: date, last: date) -> list[tuple[date, date]]:
    """The periods that touch the days from `start` to `last`, whole."""
    found: list[tuple[date, date]] = []
    day = start
    while day <= last:
        if holds(day):
            first = _edge(holds, day, -1) if day == start else day
            end = _edge(holds, day, 1)
            if (end - day).days < _LONGEST:  # else it has no end that could be said
                found.append((first, end))
            day = end
        day += timedelta(days=1)
    return found


def _edge(holds: Callable[[date], bool], day: date, step: int) -> date:
    """The last day, forwards or backwards, of the period of `day`."""
    for _ in range(_LONGEST):
        if not holds(day + timedelta(days=step)):
            break
        day += timedelta(days=step)
    return day
