"""A week typed in French, for a record: what a volunteer edits."""

from __future__ import annotations

from plugins.french.dates import say_date
from plugins.french.days import DAYS, EVERY_DAY
from plugins.hours.model import HoursError, Occasion, Rule, Span, State, Week
from plugins.hours.read.reading import read_hours
from plugins.hours.read.spans import typed_spans
from plugins.hours.say.wording import say_rhythm
from plugins.hours.seasons import say_season
from plugins.hours.statement import UNSAID
from plugins.hours.week import Plan, open_days, plan_of, usual_days, weekly_table


def to_french(week: Week, *, unsaid: State = State.UNKNOWN) -> dict[str, str] | None:
    """The mapping that a volunteer edits, or None when French typing cannot say the same:
    comments, dates of one year. Read back, it gives an equal week; `unsaid` is what a day that it
    does not name is (`read_hours`)."""
    typed: dict[str, str] = {}
    special = {
        day for rule in week.rules
        if not (rule.is_plain or rule.occasion or rule.is_seasonal) for day in rule.days
    }  # fmt: skip
    for day, plan in enumerate(weekly_table(week.rules)):
        is_left_out = not plan and (day in special or unsaid is State.CLOSED)
        if plan != UNSAID and not is_left_out:
            typed[DAYS[day]] = _typed_plan(plan)
    for rule in week.rules:
        if not rule.is_plain:
            key, hours = _entry(rule, week)
            typed[key] = f"{typed[key]} ; {hours}" if key in typed else hours
    try:
        return typed if read_hours(typed, unsaid=unsaid) == week else None
    except HoursError:
        return None


def _entry(rule: Rule, week: Week) -> tuple[str, str]:
    hours = _typed_plan(plan_of(rule))
    names = ", ".join(DAYS[day] for day in rule.days)
    if rule.occasion is Occasion.PUBLIC_HOLIDAY:
        return "jours fériés", hours
    if rule.occasion is Occasion.SCHOOL_HOLIDAY:
        everywhere = EVERY_DAY if rule.state is State.CLOSED else usual_days(week.rules)
        return "vacances scolaires", hours if rule.days == everywhere else f"{names} {hours}"
    if rule.anchor is not None and len(rule.days) > 1:
        season = f"{say_season(rule.dates)}, " if rule.dates else ""
        start = say_date(rule.anchor)
        return f"{season}{names}, une semaine sur deux à partir du {start}", hours
    if rule.is_seasonal:
        season = say_season(rule.dates)
        everywhere = EVERY_DAY if rule.state is State.CLOSED else open_days(week.rules)
        if rule.days == everywhere:
            return season, hours
        if rule.days == EVERY_DAY:
            return f"{season}, tous les jours", hours
    return say_rhythm(rule), hours


def _typed_plan(plan: Plan) -> str:
    if not plan:
        return "fermé"
    note = plan[0].note
    if plan[0].state is State.UNKNOWN:
        return note or "inconnu"
    return typed_spans([Span(start, end) for start, end, _, _ in plan]) + f" {note}".rstrip()
