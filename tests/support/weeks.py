"""Weeks made by Hypothesis as rules, with every selector, and what each selector means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import strategies as st

from plugins.french.days import EVERY_DAY
from plugins.hours import ExceptionalHours, Span, State, Week
from plugins.hours.model import WHOLE_DAY, Occasion, Rule
from plugins.hours.settled import normalise

START = date(2026, 11, 30)
DAYS = 400
YEARLY: dict[str, Callable[[date], bool]] = {
    "Jul-Aug": lambda day: day.month in (7, 8),
    "Jan-Jun,Sep-Dec": lambda day: day.month not in (7, 8),
    "May": lambda day: day.month == 5,
    "Nov-Feb": lambda day: day.month in (11, 12, 1, 2),
    "Dec 24-Jan 02": lambda day: (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 2),
    "Jun 01-Jun 27": lambda day: day.month == 6 and day.day <= 27,
}
ONE_YEAR: dict[str, Callable[[date], bool]] = {
    "2026 Dec 01-2026 Dec 20": lambda day: date(2026, 12, 1) <= day <= date(2026, 12, 20),
    "2027 Mar 02-2027 Apr 10": lambda day: date(2027, 3, 2) <= day <= date(2027, 4, 10),
    "2027 Jan 19": lambda day: day == date(2027, 1, 19),
}
SELECTORS = YEARLY | ONE_YEAR
NOTES = ("", "sur rendez-vous", "en partie sur rendez-vous", "sonnez deux fois")
SPANS = (
    (Span(540, 720),),
    (Span(540, 720), Span(840, 1050)),
    (Span(615, 735),),
    (Span(1320, 1560),),  # a night
    (Span(1200, 1440),),
    (WHOLE_DAY,),
)
RANKS = ((1,), (1, 3), (-1,), (2, 4))


def some_days() -> st.SearchStrategy[tuple[int, ...]]:
    """Some weekdays, in order."""
    few = st.sets(st.integers(0, 6), min_size=1, max_size=6).map(lambda days: tuple(sorted(days)))
    return st.one_of(few, st.just(EVERY_DAY), st.just((0, 1, 2, 3, 4)))


@st.composite
def what(draw: st.DrawFn) -> dict[str, object]:
    """Hours, or their absence."""
    state = draw(st.sampled_from([State.OPEN, State.OPEN, State.OPEN, State.CLOSED, State.UNKNOWN]))
    if state is State.CLOSED:
        return {"state": state, "note": draw(st.sampled_from(["", "travaux à l'étage"]))}
    if state is State.UNKNOWN:
        return {"state": state, "note": draw(st.sampled_from(["", "sur rendez-vous"]))}
    return {"spans": draw(st.sampled_from(SPANS)), "note": draw(st.sampled_from(NOTES))}


@st.composite
def rules_of_dates(draw: st.DrawFn) -> Rule:
    """A rank, a fortnight, a season, dates of one year; ranks and fortnights of a season."""
    days = draw(some_days())
    said = draw(what())
    adds = draw(st.sampled_from([False, False, True])) and said.get("state") is None
    kind = draw(st.sampled_from(["rank", "fortnight", "season", "year"]))
    dates = draw(st.one_of(st.just(""), st.sampled_from(sorted(YEARLY))))
    if kind == "rank":
        ranks = draw(st.sampled_from(RANKS))
        return Rule(days[:1], ranks=ranks, dates=dates, adds=adds, **said)  # type: ignore[arg-type]
    if kind == "fortnight":
        anchor = START + timedelta(days=draw(st.integers(-20, 40)))
        return Rule(
            (anchor.weekday(),), anchor=anchor, dates=dates, adds=adds, **said  # type: ignore[arg-type]
        )  # fmt: skip
    table = YEARLY if kind == "season" else ONE_YEAR
    one = draw(st.sampled_from(sorted(table)))
    return Rule(days, dates=one, adds=adds, **said)  # type: ignore[arg-type]


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """Any week of rules: those of dates stand before those of holidays, among them, or after."""
    rules: list[Rule] = []
    for number in range(draw(st.integers(0, 3))):
        said = draw(what())
        adds = number > 0 and said.get("state") is None and draw(st.booleans())
        rules.append(Rule(draw(some_days()), adds=adds, **said))  # type: ignore[arg-type]
    rules += draw(st.lists(rules_of_dates(), max_size=3))
    shuffled: list[Rule] = draw(st.permutations(rules))
    rules = list(shuffled)
    over = draw(st.sampled_from([0, 0, 1, 2]))
    late = [rule for rule in rules if rule.dates and not rule.adds][-over:] if over else []
    rules = [rule for rule in rules if not any(rule is one for one in late)]
    between, after = late[1:], late[:1]
    for occasion in (Occasion.SCHOOL_HOLIDAY, Occasion.PUBLIC_HOLIDAY):
        for days in draw(st.lists(some_days(), max_size=2)):
            dates = draw(st.sampled_from(["", "", "", "Jul-Aug"]))
            rules.append(
                Rule(days, occasion=occasion, dates=dates, **draw(what()))  # type: ignore[arg-type]
            )
        rules, between = rules + between, []
    return Week(normalise(rules + after))


@st.composite
def exceptions(draw: st.DrawFn) -> list[ExceptionalHours]:
    """Dates that differ, some of them overlapping."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        first = START + timedelta(days=draw(st.integers(-10, 60)))
        last = first + timedelta(days=draw(st.sampled_from([0, 1, 9, 40])))
        state = draw(st.sampled_from([State.OPEN, State.CLOSED, State.CLOSED]))
        spans = draw(st.sampled_from(SPANS)) if state is State.OPEN else ()
        reason = draw(st.sampled_from(["", "Travaux"]))
        found.append(ExceptionalHours(first, last, reason, state, spans))
    return found
