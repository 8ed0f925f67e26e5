"""Hours said in plain French, for a page."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.french.clocks import NARROW, say_time
from plugins.french.dates import say_date
from plugins.french.days import DAYS, EVERY_DAY, say_days
from plugins.french.joins import join
from plugins.french.ranks import say_ranks
from plugins.hours.model import (
    WHOLE_DAY,
    Occasion,
    Rule,
    Span,
    State,
    Week,
    WeekDay,
)
from plugins.hours.say.usual_week import UsualDay, UsualWeek
from plugins.hours.seasons import say_season
from plugins.hours.week import Plan, Stretch, plan_of
from plugins.vocabulary.advice import ADVICE

COLON = "\u00a0:"
CALL = ADVICE.call
UNKNOWN_WORDS = f"horaires non connus{COLON} {CALL}"
REST = "le reste de l'année"


def say_spans(spans: Sequence[Span]) -> str:
    """«de 9 h à 12 h et de 14 h à 17 h 30»."""
    if tuple(spans) == (WHOLE_DAY,):
        return f"24{NARROW}heures sur 24"
    return join([f"de {say_time(start)} à {say_time(end)}" for start, end in spans])


def say_plan(plan: Plan) -> str:
    """A day in words: «de 9 h à 12 h (sur rendez-vous)», «fermé», «horaires non indiqués»."""
    if not plan:
        return "fermé"
    pieces: dict[tuple[State, str], list[Span]] = {}
    for start, end, state, note in plan:
        pieces.setdefault((state, note), []).append(Span(start, end))
    words = []
    for (state, note), spans in pieces.items():
        if state is State.UNKNOWN and spans == [WHOLE_DAY]:
            words.append(note or "horaires non indiqués")
        else:
            note = note or ("à confirmer" if state is State.UNKNOWN else "")
            words.append(say_spans(spans) + (f" ({note})" if note else ""))
    return join(words)


def week_table(week: Week) -> tuple[WeekDay, ...]:
    """The seven lines of the week's table."""
    return tuple(_day(day) for day in UsualWeek(week).days)


def _day(day: UsualDay) -> WeekDay:
    said = [say_rule(rule) for rule in day.special]
    # «et» would tie hours of one season to the name of the next.
    special = " ; ".join(said) if any(rule.dates for rule in day.special) else join(said)
    words, note = (special, "") if day.is_special_all else (say_plan(day.plan), special)
    if day.rest is not None:
        note = f"{REST}{COLON} {say_plan(day.rest)}"
    return WeekDay(day.weekday, day.state, day.spans, note, words)


def sentences(week: Week) -> list[str]:
    """The week in short sentences: usual days, then what is special, then holidays."""
    said = stated(week)
    if not week.is_unknown and not any(
        rule.occasion is Occasion.PUBLIC_HOLIDAY for rule in week.rules
    ):
        said.append(f"jours fériés{COLON} {CALL}")
    return said


def stated(week: Week) -> list[str]:
    """The same without our advice for public holidays of which the record says nothing."""
    if week.is_unknown:
        return [UNKNOWN_WORDS]
    usual = UsualWeek(week)
    return [
        *(_sentence(days, plan) for plan, days in sorted(usual.groups(), key=_spoken_order)),
        *(say_rule(rule) for rule in usual.dated()),
        *(f"{REST}, {_sentence(days, plan)}" for plan, days in usual.rests()),
        *(say_rule(rule) for rule in usual.occasions()),
    ]


def _spoken_order(group: tuple[Plan, list[int]]) -> tuple[int, list[int]]:
    plan, days = group
    if not plan:
        return 1, days
    if any(stretch.state is State.OPEN for stretch in plan):
        return 0, days
    return 2 if plan[0].note else 3, days


def _sentence(days: Sequence[int], plan: Plan) -> str:
    if not plan:
        return f"fermé {say_days(days)}"
    if plan == (Stretch(*WHOLE_DAY, State.UNKNOWN, plan[0].note),):
        return f"{say_days(days)}{COLON} {say_plan(plan)}"
    return f"{say_days(days)} {say_plan(plan)}"


def say_rule(rule: Rule) -> str:
    """A rule that does not hold every week: «le premier lundi du mois de 9 h à 12 h»."""
    hours = say_plan(plan_of(rule))
    if rule.occasion is Occasion.PUBLIC_HOLIDAY:
        days = "" if rule.days == EVERY_DAY else f" {say_days(rule.days)}"
        return f"jours fériés{days}{COLON} {hours}"
    when = say_rhythm(rule)
    if rule.occasion is Occasion.SCHOOL_HOLIDAY:
        when = "pendant les vacances scolaires" + (f" {when}" if rule.dates else "")
        if rule.days != EVERY_DAY:
            hours = f"{say_days(rule.days)} {hours}"
        return f"{when}{COLON} {hours}"
    separator = f"{COLON} " if not rule.spans else ", " if rule.anchor or rule.dates else " "
    return f"{when}{separator}{hours}"


def say_rhythm(rule: Rule) -> str:
    """«un mardi sur deux à partir du 6 octobre 2026», «le premier lundi du mois»."""
    names = [DAYS[day] for day in rule.days]
    season = f"{say_season(rule.dates)}, " if rule.dates else ""
    if rule.anchor is not None:
        start = f"à partir du {say_date(rule.anchor)}"
        if len(names) == 1:
            return f"{season}un {names[0]} sur deux {start}"
        return f"{season}{say_days(rule.days)}, une semaine sur deux {start}"
    if rule.ranks:
        return f"{season}{say_ranks(rule.ranks)} {join(names)} du mois"
    if rule.dates and rule.days != EVERY_DAY:
        return f"{season}{say_days(rule.days)}"
    return season.removesuffix(", ")
