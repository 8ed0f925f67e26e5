"""Dates of every shape, and the calendars of every school zone and time zone."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import TypeVar

from hypothesis import strategies as st

from plugins.hours import Calendar, Span
from plugins.recurrence import Dates, Period, Skip

# Zones A, B and C, Alsace and Moselle, Corse, overseas (Miquelon has a summer time of its own).
_PLACES = {
    "16": ("A", "Europe/Paris"),
    "29": ("B", "Europe/Paris"),
    "31": ("C", "Europe/Paris"),
    "57": ("B", "Europe/Paris"),
    "67": ("B", "Europe/Paris"),
    "2A": ("Corse", "Europe/Paris"),
    "971": ("", "America/Guadeloupe"),
    "973": ("", "America/Cayenne"),
    "974": ("", "Indian/Reunion"),
    "975": ("", "America/Miquelon"),
    "988": ("", "Pacific/Noumea"),
}
CALENDARS = {
    code: Calendar.of(SimpleNamespace(code=code, school_zone=zone, timezone=timezone))
    for code, (zone, timezone) in _PLACES.items()
}

T = TypeVar("T")

days = st.dates(date(2025, 1, 1), date(2028, 12, 31))
times = st.integers(0, 288).map(lambda step: step * 5)


def tuples_of(
    elements: st.SearchStrategy[T], min_size: int = 0, max_size: int | None = None
) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(elements, unique=True, min_size=min_size, max_size=max_size).map(
        lambda found: tuple(sorted(found))  # type: ignore[type-var]
    )


@st.composite
def some_spans(draw: st.DrawFn) -> tuple[Span, ...]:
    ends = sorted(draw(st.lists(times, unique=True, max_size=6)))
    return tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))


@st.composite
def single_dates(draw: st.DrawFn) -> Dates:
    single = draw(tuples_of(days, min_size=1, max_size=6))
    return Dates(draw(some_spans()), single, start=single[0], until=single[-1])


@st.composite
def rhythms(draw: st.DrawFn) -> Dates:
    """Weekly, one week in some, or monthly; with bounds or none; with exceptions."""
    weekdays = draw(tuples_of(st.integers(0, 6), min_size=1, max_size=7))
    kind = draw(st.sampled_from(["weekly", "every", "monthly"]))
    start = draw(st.none() | days)
    every = 1
    ranks: tuple[int, ...] = ()
    if kind == "every":
        every = draw(st.integers(2, 6))
        start = draw(days)
        start += timedelta(days=(weekdays[0] - start.weekday()) % 7)
    elif kind == "monthly":
        found = draw(st.sets(st.sampled_from([1, 2, 3, 4, 5, -2, -1]), min_size=1, max_size=3))
        ranks = tuple(sorted(found, key=lambda rank: rank % 10))
    length = draw(st.none() | st.integers(400, 900))
    until = (start or date(2026, 9, 1)) + timedelta(days=length) if length else None
    months = draw(tuples_of(st.integers(1, 12), min_size=1, max_size=11) | st.just(()))
    if until:
        months = () if every > 1 or ranks else months  # some day is left between the bounds
    periods = sorted(draw(st.lists(st.tuples(days, st.integers(1, 40)), max_size=3)))
    without: list[Period] = []
    for first, more in periods:
        if not without or first > without[-1].last + timedelta(days=1):
            without.append(Period(first, first + timedelta(days=more)))
    skips = frozenset(draw(st.sets(st.sampled_from(list(Skip)))))
    return Dates(draw(some_spans()), (), weekdays, ranks, every, months, start, until, skips,
                 tuple(without))  # fmt: skip


any_dates = single_dates() | rhythms()
calendars = st.sampled_from(list(CALENDARS.values()))
