"""Hours in the words of schema.org, for search engines and voice assistants.

It has one usual week, and special hours between two dates. What it cannot say is left out, never
said nearly: seasons, first Saturdays, fortnights, school holidays, hours by appointment, and a week
of which some coming days are not certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from plugins.hours.encoding import CODED_DAYS, first_coded_day
from plugins.hours.model import MIDNIGHT, WHOLE_DAY, State
from plugins.hours.seasons import of_one_year
from plugins.hours.statement import UNSAID, Statement, is_conditional
from plugins.hours.week import Plan, weekly_table
from plugins.vocabulary.schema_org import SCHEMA_DAYS

if TYPE_CHECKING:
    from plugins.hours.opening import OpeningHours

_AHEAD = CODED_DAYS * 3 // 2
"""Days of which special hours are given, from the beginning of the half-year to a year after it."""

Specification = dict[str, str | list[str]]


def opening_specifications(
    hours: OpeningHours, today: date
) -> dict[str, list[Specification]]:  # fmt: skip
    """`openingHoursSpecification` and `specialOpeningHoursSpecification`, each when it has
    something to say on the day `today`."""
    specials, are_certain = _specials(hours, today)
    made: dict[str, list[Specification]] = {}
    if are_certain and _is_one_week(hours) and (usual := _usual(hours)):
        made["openingHoursSpecification"] = usual
    if specials:
        made["specialOpeningHoursSpecification"] = specials
    return made


def _is_one_week(hours: OpeningHours) -> bool:
    """Whether all weeks are alike, but for holidays and for dates of one year."""
    account = hours.account
    return not account.school and all(_is_dated(said) for said in account.dated)


def _is_dated(said: Statement) -> bool:
    return said.is_seasonal and of_one_year(said.dates)


def _usual(hours: OpeningHours) -> list[Specification]:
    table = weekly_table([rule for rule in hours.week.rules if rule.is_plain])
    return [
        {**one, "dayOfWeek": SCHEMA_DAYS[day]}
        for day, plan in enumerate(table)
        for one in _opens(plan)
    ]


def _opens(plan: Plan) -> Iterator[Specification]:
    """The hours at which anybody may come."""
    for start, end, state, note in plan:
        if state is not State.OPEN or is_conditional(note):
            continue
        if (start, end) == WHOLE_DAY:
            yield _hours("00:00", "23:59")  # midnight to midnight is «closed»
        elif end - start < MIDNIGHT:
            yield _hours(_clock(start), _clock(end))


def _hours(opens: str, closes: str) -> Specification:
    return {"@type": "OpeningHoursSpecification", "opens": opens, "closes": closes}


def _specials(hours: OpeningHours, today: date) -> tuple[list[Specification], bool]:
    """Dated hours that replace the usual ones; and whether all coming ones could be said."""
    found: list[Specification] = []
    are_certain = True
    for first, last in _periods(hours, today):
        plans = _plans(hours, first, last)
        if plans is None:
            # Of a holiday on which nobody is sure, as of any other, nothing can be said.
            are_certain = are_certain and first == last and _is_holiday(hours, first)
            continue
        dates: Specification = {
            "validFrom": first.isoformat(),
            "validThrough": last.isoformat(),
        }
        if not any(plans.values()) and len(plans) == min((last - first).days + 1, 7):
            found.append({**_hours("00:00", "00:00"), **dates})
            continue
        groups: dict[Plan, list[int]] = {}
        for weekday, plan in sorted(plans.items()):
            groups.setdefault(plan, []).append(weekday)
        for plan, weekdays in groups.items():
            spans = list(_opens(plan)) or [_hours("00:00", "00:00")]
            days: list[str] = [SCHEMA_DAYS[day] for day in weekdays]
            found += [{**one, "dayOfWeek": days, **dates} for one in spans]
    return found, are_certain


def _plans(hours: OpeningHours, first: date, last: date) -> dict[int, Plan] | None:
    """The weekdays of a period; None when two weeks of it differ, or when one is not certain."""
    plans: dict[int, Plan] = {}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        plan = hours.plan(day)
        if plan == UNSAID == hours.usual(day):
            continue  # as little as is stated of it every week
        if plans.setdefault(day.weekday(), plan) != plan:
            return None
        if any(stretch.state is State.UNKNOWN for stretch in plan):
            return None
    return plans or None


def _periods(hours: OpeningHours, today: date) -> Iterator[tuple[date, date]]:
    """The coming periods that one fact governs, each in order: an exception, dates of one year, a
    public holiday of which the record speaks."""
    if not (hours.exceptions or hours.account.public or hours.account.dated):
        return
    known_from = first_coded_day(today)  # not `today`: the page of tomorrow says the same
    begin = min([known_from, *(one.start for one in hours.exceptions if one.end >= today)])
    end = known_from + timedelta(days=_AHEAD)
    first: date | None = None
    before: object = None
    for day in (begin + timedelta(days=n) for n in range((end - begin).days + 1)):
        fact = _fact(hours, day) if day < end else None
        if fact != before:
            if first is not None and day > today:
                yield first, day - timedelta(days=1)
            first = day if fact is not None else None
        before = fact


def _fact(hours: OpeningHours, day: date) -> object:
    exception = hours.exception(day)
    is_holiday = _is_holiday(hours, day)
    if exception is not None:
        return (exception, day) if is_holiday and hours.plan(day) else exception
    if is_holiday and hours.account.public:
        return day
    dated = [
        number for number, said in enumerate(hours.account.dated)
        if _is_dated(said) and hours.in_dates(said.dates, day)
    ]  # fmt: skip
    if not dated:
        return None
    return (tuple(dated), day) if is_holiday and hours.plan(day) else tuple(dated)


def _is_holiday(hours: OpeningHours, day: date) -> bool:
    return bool(hours.calendar.public_holiday(day) or hours.calendar.customary_day(day))


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
