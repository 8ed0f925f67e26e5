"""Dated hours of many places, for one build."""

from __future__ import annotations

from datetime import date

from plugins.hours.encoding import CODED_DAYS, encode, first_coded_day, join_days, mark_of
from plugins.hours.holidays import Calendar, NamedDay
from plugins.hours.model import MIDNIGHT, Interval
from plugins.hours.opening import ONE_DAY, OpeningHours
from plugins.hours.week import Plan


class Evaluator:
    """Intervals of many places over the same days: equal hours are computed once.

    Made by the caller for one build and dropped with it.
    """

    @classmethod
    def of(cls, today: date) -> Evaluator:
        """For the pages that are made on a day."""
        return cls(first_coded_day(today), CODED_DAYS)

    def __init__(self, start: date, days: int) -> None:
        self.start, self.days = start, days
        self._known: dict[tuple[object, ...], tuple[Interval, ...]] = {}
        self._codes: dict[tuple[object, ...], str] = {}
        self._named: dict[str, list[NamedDay]] = {}

    def intervals(self, hours: OpeningHours) -> tuple[Interval, ...]:
        """As `OpeningHours.intervals`, for the evaluator's days."""
        key = hours.key
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = hours.intervals(self.start, self.days)
        return found

    def code(self, hours: OpeningHours) -> str:
        """The same intervals as a page's script reads them (`encode`)."""
        key = hours.key
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = self._usual_code(hours) or self._dated_code(hours)
        return found

    def _dated_code(self, hours: OpeningHours) -> str:
        named = self._named_days(hours.calendar)
        holidays = {one.day for one in named if one.is_legal}
        return encode(self.intervals(hours), self.start, self.days, holidays)

    def _usual_code(self, hours: OpeningHours) -> str:
        """The code of a week that is the same every week, without nights nor exceptional dates:
        most places, ten times quicker. "" when it is not so."""
        table = hours.weekly_plans()
        last = self.start + ONE_DAY * self.days
        if table is None or any(e.end >= self.start and e.start <= last for e in hours.exceptions):
            return ""
        special = {one: hours.plan(one.day) for one in self._named_days(hours.calendar)}
        if not all(map(_is_simple, (*table, *special.values()))):
            return ""
        week = [_spans(plan, False) for plan in table]
        first = self.start.weekday()
        texts = (week[first:] + week * (self.days // 7 + 1))[: self.days]
        for named, plan in special.items():
            texts[(named.day - self.start).days] = _spans(plan, named.is_legal)
        return join_days(self.start, texts)

    def _named_days(self, calendar: Calendar) -> list[NamedDay]:
        found = self._named.get(calendar.departement)
        if found is None:
            found = list(calendar.named_days(self.start, self.days))
            self._named[calendar.departement] = found
        return found


def _is_simple(plan: Plan) -> bool:
    """Its stretches are in order, apart from one another, within the day."""
    end = -1
    for stretch in plan:
        if stretch.start <= end or stretch.end > MIDNIGHT:
            return False
        end = stretch.end
    return True


def _spans(plan: Plan, is_holiday: bool) -> str:
    return "".join(
        f"{mark_of(state, note, is_holiday)}"
        f"{start // 60:02}{start % 60:02}{end // 60:02}{end % 60:02}"
        for start, end, state, note in plan
    )
