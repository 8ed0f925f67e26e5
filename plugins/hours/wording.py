"""Hours said in plain French, for a page, and typed in French, for a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.hours.model import (
    EVERY_DAY,
    MIDNIGHT,
    WHOLE_DAY,
    HoursError,
    Occasion,
    Rule,
    Span,
    State,
    Week,
    WeekDay,
)
from plugins.hours.osm import MONTH_CODES
from plugins.hours.reading import read_hours
from plugins.hours.spans import typed_spans
from plugins.hours.week import Plan, Stretch, fold_rules, plan_of, usual_days, weekly_table
from plugins.hours.words import DAYS, MONTHS, say_date
from plugins.vocabulary.advice import ADVICE

NARROW = "\u202f"
"""Between a number and «h»: narrow, and never at the end of a line."""
COLON = "\u00a0:"
CALL = ADVICE.call
UNKNOWN_WORDS = f"horaires non connus{COLON} {CALL}"
_RANKS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième",
          -1: "dernier", -2: "avant-dernier"}  # fmt: skip


def say_time(minutes: int) -> str:
    """570 → «9 h 30»; 1440 → «minuit»; the next morning's hours as they are on the clock."""
    if minutes == MIDNIGHT:
        return "minuit"
    hours, rest = divmod(minutes % MIDNIGHT, 60)
    return f"{hours}{NARROW}h" + (f"{NARROW}{rest:02}" if rest else "")


def say_spans(spans: Sequence[Span]) -> str:
    """«de 9 h à 12 h et de 14 h à 17 h 30»."""
    if tuple(spans) == (WHOLE_DAY,):
        return f"24{NARROW}heures sur 24"
    return _list([f"de {say_time(start)} à {say_time(end)}" for start, end in spans])


def say_days(days: Sequence[int]) -> str:
    """«du lundi au vendredi», «le lundi et le jeudi», «tous les jours»."""
    if len(days) == len(EVERY_DAY):
        return "tous les jours"
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words: list[str] = []
    for run in runs:
        if len(run) > 2:
            words.append(f"du {DAYS[run[0]]} au {DAYS[run[-1]]}")
        else:
            words += [f"le {DAYS[day]}" for day in run]
    return _list(words)


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
    return _list(words)


def week_table(week: Week) -> tuple[WeekDay, ...]:
    """The seven lines of the week's table."""
    table = weekly_table(week.rules)
    return tuple(_day(day, table[day], _special_on(week, day)) for day in EVERY_DAY)


def _special_on(week: Week, day: int) -> list[Rule]:
    return [
        replace(rule, days=EVERY_DAY) if rule.dates else rule
        for rule in week.rules
        if day in rule.days and not rule.occasion and not rule.is_plain
    ]  # fmt: skip


def _day(day: int, plan: Plan, special: list[Rule]) -> WeekDay:
    if not plan and special:
        plan = fold_rules(special)
        words = _list([say_rule(rule) for rule in special])
        note = ""
    else:
        words = say_plan(plan)
        note = _list([say_rule(rule) for rule in special])
    states = {stretch.state for stretch in plan}
    state = State.OPEN if State.OPEN in states else State.UNKNOWN if states else State.CLOSED
    return WeekDay(day, state, tuple(Span(start, end) for start, end, _, _ in plan), note, words)


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
    groups: dict[Plan, list[int]] = {}
    for day, plan in enumerate(weekly_table(week.rules)):
        if plan or not _special_on(week, day):
            groups.setdefault(plan, []).append(day)
    said = [_sentence(days, plan) for plan, days in sorted(groups.items(), key=_spoken_order)]
    return said + [say_rule(rule) for rule in week.rules if not rule.is_plain]


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
    if rule.anchor is not None:
        start = f"à partir du {say_date(rule.anchor)}"
        if len(names) == 1:
            return f"un {names[0]} sur deux {start}"
        return f"{say_days(rule.days)}, une semaine sur deux {start}"
    if rule.ranks:
        ranks = _list([f"le {_RANKS.get(rank, f'{rank}e')}" for rank in rule.ranks])
        return f"{ranks} {_list(names)} du mois"
    if rule.dates and rule.days != EVERY_DAY:
        return f"{_say_dates(rule.dates)}, {say_days(rule.days)}"
    return _say_dates(rule.dates) if rule.dates else ""


def _say_dates(dates: str) -> str:
    """ "Jul-Aug" → «de juillet à août», "Jul 14-Aug 31" → «du 14 juillet au 31 août»."""
    spoken = []
    for item in re.split(r" ?, ?", dates):
        ends = [_say_end(end) for end in re.split(r" ?- ?", item)]
        if re.search(r"[A-Z][a-z]{2} \d", item):
            spoken.append(f"du {ends[0]} au {ends[1]}" if len(ends) > 1 else f"le {ends[0]}")
        else:
            spoken.append(f"de {ends[0]} à {ends[1]}" if len(ends) > 1 else f"en {ends[0]}")
    return _list(spoken)


def _say_end(text: str) -> str:
    found = re.fullmatch(r"(?:(\d{4}) )?([A-Z][a-z]{2})(?: (\d{1,2}))?", text)
    if not found:
        return text
    day = {"": "", "1": "1er "}.get((found[3] or "").lstrip("0"), f"{int(found[3] or 0)} ")
    year = f" {found[1]}" if found[1] else ""
    return f"{day}{MONTHS[MONTH_CODES.index(found[2])]}{year}"


def _list(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " et " + words[-1]


def to_french(week: Week) -> dict[str, str] | None:
    """The mapping that a volunteer edits, or None when French typing cannot say the same:
    seasons, comments. Read back, it gives an equal week."""
    typed: dict[str, str] = {}
    table = weekly_table(week.rules)
    for day, plan in enumerate(table):
        if plan != (Stretch(*WHOLE_DAY, State.UNKNOWN, ""),) and (
            plan or not _special_on(week, day)
        ):
            typed[DAYS[day]] = _typed_plan(plan)
    for rule in week.rules:
        hours = _typed_plan(plan_of(rule))
        if rule.occasion is Occasion.PUBLIC_HOLIDAY:
            _add(typed, "jours fériés", hours)
        elif rule.occasion is Occasion.SCHOOL_HOLIDAY:
            everywhere = EVERY_DAY if rule.state is State.CLOSED else usual_days(week.rules)
            if rule.days != everywhere:
                hours = f"{', '.join(DAYS[day] for day in rule.days)} {hours}"
            _add(typed, "vacances scolaires", hours)
        elif rule.anchor is not None and len(rule.days) > 1:
            names = ", ".join(DAYS[day] for day in rule.days)
            start = say_date(rule.anchor)
            typed[f"{names}, une semaine sur deux à partir du {start}"] = hours
        elif not rule.is_plain:
            typed[say_rhythm(rule)] = hours
    try:
        return typed if read_hours(typed) == week else None
    except HoursError:
        return None


def _add(typed: dict[str, str], key: str, hours: str) -> None:
    typed[key] = f"{typed[key]} ; {hours}" if key in typed else hours


def _typed_plan(plan: Plan) -> str:
    if not plan:
        return "fermé"
    note = plan[0].note
    if plan[0].state is State.UNKNOWN:
        return note or "inconnu"
    return typed_spans([Span(start, end) for start, end, _, _ in plan]) + f" {note}".rstrip()
