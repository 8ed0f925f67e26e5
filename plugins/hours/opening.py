"""`OpeningHours`: a place's week, its exceptional dates, the calendar of its département."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

from opening_hours import OpeningHours as OsmHours

from plugins.french.days import EVERY_DAY
from plugins.hours.account import Account
from plugins.hours.ahead import (
    closures,
    dates_ahead,
    exceptional,
    is_single,
    notices,
    weekdays_within,
)
from plugins.hours.holidays import OFTEN_CLOSED, PUBLIC_HOLIDAY, Calendar
from plugins.hours.model import (
    WHOLE_DAY,
    Closure,
    DatesAhead,
    ExceptionalHours,
    HoursRow,
    Interval,
    Occasion,
    Rule,
    State,
    Week,
)
from plugins.hours.osm_text import write_osm
from plugins.hours.say.linked_hours import Specification, opening_specifications
from plugins.hours.say.translated_wording import speaker_of
from plugins.hours.say.wording import CALL, COLON
from plugins.hours.settled import fold_day, is_any_day, is_of_one_day
from plugins.hours.statement import UNSAID
from plugins.hours.week import (
    Plan,
    Stretch,
    holds,
    perhaps,
    plan_of,
    unsure,
    usual_days,
    weekly_table,
)
from plugins.i18n.locale import LocaleFormat

ONE_DAY = timedelta(days=1)
SOON_DAYS = 60
"""Days before which pages announce what changes the usual hours."""
_FAR_AHEAD = 400
"""Days from which a closure is too far to be said."""
SCHOOL_UNKNOWN = f"dates des vacances scolaires non connues{COLON} {CALL}"


class OpeningHours:
    """When a place is open. Cheap to make; `intervals` computes."""

    def __init__(
        self,
        week: Week,
        exceptions: Iterable[ExceptionalHours],
        calendar: Calendar,
        *,
        is_permanence: bool = False,
    ) -> None:
        """`is_permanence`: they are the hours of a person, of whom one says only when they come."""
        self.week = week
        self.is_permanence = is_permanence
        self.exceptions = tuple(sorted(exceptions, key=lambda e: (e.start, e.end, e.reason)))
        self.calendar = calendar

    @cached_property
    def expression(self) -> str:
        """The week as OSM opening_hours, normalised; "" when nothing is known. Exceptional dates
        are not in it, nor what a public holiday changes when the record does not say it."""
        return "" if self.week.is_unknown else write_osm(self.week.rules)

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for places whose intervals are equal."""
        return self.week, self.exceptions, self.calendar

    @cached_property
    def account(self) -> Account:
        """All that there is to say of the usual week."""
        return Account(self.week, is_permanence=self.is_permanence)

    def rows(
        self, today: date, locale: LocaleFormat | None = None, *, notices: bool = False
    ) -> list[HoursRow]:
        """What is stated, to be looked up, days alike together; neither a start that is past nor
        what is over. `notices`: closures of one year too, which `closures` and `far_news` announce
        on a page. Empty when nothing is known."""
        speaker = speaker_of(locale, today)
        return speaker.rows(self.week, self.account, notices=notices)

    def far_news(
        self, start: date, days: int = SOON_DAYS, locale: LocaleFormat | None = None
    ) -> list[str]:
        """Closures of one year to come that `closures(start, days)` does not announce yet."""
        speaker = speaker_of(locale, start)
        soon = start + ONE_DAY * days
        late = soon + ONE_DAY * _FAR_AHEAD
        news = [one for one in notices(self, soon, late, speaker) if one.start >= soon]
        return list(map(speaker.news, sorted(news)))

    def sentences(self, locale: LocaleFormat | None = None) -> list[str]:
        """The usual week in short sentences, holidays included."""
        return speaker_of(locale).sentences(self.week, self.account)

    def stated(self, locale: LocaleFormat | None = None, today: date | None = None) -> list[str]:
        """The same without our advice for public holidays; a start before `today` is not said."""
        return speaker_of(locale, today).stated(self.week, self.account)

    def line(self, locale: LocaleFormat | None = None, today: date | None = None) -> str:
        """What is stated, in one line, with the signs of its language."""
        return speaker_of(locale).separator.join(self.stated(locale, today))

    def news(self, start: date, days: int, locale: LocaleFormat | None = None) -> list[str]:
        """What the record announces for `days` days from `start`, in sentences: exceptional
        hours with their dates and their reason. What `stated` says is not among them."""
        speaker = speaker_of(locale)
        last = start + ONE_DAY * (days - 1)
        return list(map(speaker.news, sorted(exceptional(self, start, last, speaker))))

    def linked(self, today: date) -> dict[str, list[Specification]]:
        """What schema.org can say of these hours from the day `today` on, by property."""
        return opening_specifications(self, today)

    def intervals(self, start: date, days: int) -> tuple[Interval, ...]:
        """When the place is open, or its state unknown, from `start` at 0:00 for `days` days: in
        order, without overlaps. The last may end after that, past midnight."""
        zone = self.calendar.zone
        opens = datetime(start.year, start.month, start.day, tzinfo=zone)
        found: list[Interval] = []
        for number in range(-1, days):
            midnight = opens + ONE_DAY * number
            for begin, end, state, note in self.plan(start + ONE_DAY * number):
                first = midnight + timedelta(minutes=begin)
                last = midnight + timedelta(minutes=end)
                if found and first <= found[-1].end:
                    before = found[-1]
                    if (before.state, before.note) == (state, note):
                        if last > before.end:
                            found[-1] = Interval(before.start, last, state, note)
                        continue
                    first = before.end  # the tail of the night before comes first
                elif first < opens:
                    first = opens
                if first < last:
                    found.append(Interval(first, last, state, note))
        return tuple(found)

    def plan(self, day: date) -> Plan:
        """What happens on a day: exceptional hours, else the week and its holidays."""
        exception = self.exception(day)
        if exception and exception.state is not State.OPEN:
            if exception.state is State.CLOSED:
                return ()
            return (Stretch(*WHOLE_DAY, State.UNKNOWN, exception.note or exception.reason),)
        usual = self.usual(day, exception)
        if exception and is_single(exception):
            return usual  # said for this very day: a holiday changes nothing
        if holiday := self.calendar.public_holiday(day):
            return self._on_holiday(day, usual, holiday)
        if self._is_of_this_day(day):
            return usual
        if custom := self.calendar.customary_day(day):
            return perhaps(usual, f"{custom} ({OFTEN_CLOSED}){COLON} {CALL}")
        return usual

    def closures(
        self, start: date, days: int = SOON_DAYS, locale: LocaleFormat | None = None
    ) -> list[Closure]:
        """The next days on which the usual hours do not hold, in order: exceptional dates,
        seasons and holidays. One on which the place is closed anyway is left out."""
        return closures(self, start, days, speaker_of(locale, start))

    def dates_ahead(
        self, start: date, count: int = 4, locale: LocaleFormat | None = None
    ) -> list[DatesAhead]:
        """The next `count` dates, from `start`, of what does not come every week: «un mardi sur
        deux», «le premier lundi du mois». Dates on which the place is closed are left out."""
        return dates_ahead(self, start, count, speaker_of(locale, start))

    def weekly_plans(self) -> Sequence[Plan] | None:
        """The seven usual days, Monday first, when all weeks are alike but for holidays and
        exceptional dates."""
        return self._table

    # How a day is found

    @cached_property
    def _table(self) -> list[Plan] | None:
        """The usual week, when nothing but weekdays and public holidays matters."""
        simple = all(
            rule.is_plain or rule.occasion is Occasion.PUBLIC_HOLIDAY for rule in self.week.rules
        )
        return weekly_table(self.week.rules) if simple else None

    def exception(self, day: date) -> ExceptionalHours | None:
        """The exceptional hours of a day: the shortest, since it was said for that day."""
        if not self.exceptions:
            return None
        holding = [e for e in self.exceptions if e.start <= day <= e.end]
        return min(holding, key=lambda e: e.end - e.start) if holding else None

    def usual(self, day: date, exception: ExceptionalHours | None = None) -> Plan:
        """What happens on a day, public holidays aside."""
        if exception is None:
            if self._table is not None:
                return self._table[day.weekday()]
            return self._fold(self.week.rules, day)
        if exception.week is not None:
            plan = self._fold(exception.week.rules, day)
            usual = self.usual(day, None)
            return usual if plan == UNSAID and not usual else plan
        if day.weekday() in self.days_of(exception):
            return plan_of(Rule(EVERY_DAY, exception.spans, exception.state, exception.note))
        return perhaps(self.usual(day), "")

    def days_of(self, exception: ExceptionalHours) -> tuple[int, ...]:
        """The weekdays that exceptional hours without a week change: «10h-12h» in July and August
        does not open Sundays; on one day, it does; so it does when no usual day is in the
        period. What happens on the others, «the first Saturday», is not certain then."""
        within = weekdays_within(exception)
        if is_single(exception):
            return within
        usual = usual_days(self.week.rules)
        return tuple(day for day in within if day in usual) or within

    def _fold(self, rules: Sequence[Rule], day: date, *occasions: Occasion) -> Plan:
        holding = [rule for rule in rules if self.holds(rule, day)]
        in_term, _ = fold_day(holding, occasions)
        if not any(rule.occasion is Occasion.SCHOOL_HOLIDAY for rule in holding):
            return in_term
        on_holiday = self.calendar.school_holiday(day)
        if on_holiday is False:
            return in_term
        plan, _ = fold_day(holding, (*occasions, Occasion.SCHOOL_HOLIDAY))
        if on_holiday or plan == in_term:
            return plan
        return unsure(in_term or plan, SCHOOL_UNKNOWN)

    def _is_of_this_day(self, day: date) -> bool:
        """Whether the usual week says this very day: «le 14 juillet : 10h-12h»."""
        if self._table is not None or self.exception(day):
            return False
        holding = [rule for rule in self.week.rules if self.holds(rule, day)]
        _, last = fold_day(holding, ())
        return last is not None and is_of_one_day(last)

    def is_outranked(self, place: int, day: date) -> bool:
        """Whether another occasion says all of a day that the rule of this place concerns: a date
        in a holiday, a holiday in a season."""
        own, *later = self.week.rules[place:]
        return any(
            not rule.adds and rule.occasion is not own.occasion and self.holds(rule, day)
            and self._is_on(rule.occasion, day)
            for rule in later
        )  # fmt: skip

    def _is_on(self, occasion: Occasion, day: date) -> bool:
        """Whether a day has an occasion, as far as we know."""
        if occasion is Occasion.PUBLIC_HOLIDAY:
            return bool(self.calendar.public_holiday(day))
        return not occasion or bool(self.calendar.school_holiday(day))

    def _on_holiday(self, day: date, usual: Plan, name: str) -> Plan:
        exception = self.exception(day)
        rules = exception.week.rules if exception and exception.week else self.week.rules
        said = [
            rule for rule in rules
            if rule.occasion is Occasion.PUBLIC_HOLIDAY and self.holds(rule, day)
        ]  # fmt: skip
        is_as_ever = all(map(is_any_day, said)) and said and exception and not exception.week
        if is_as_ever or (self._is_of_this_day(day) and not said):
            return usual
        if said:
            return self._fold(rules, day, Occasion.PUBLIC_HOLIDAY)
        return perhaps(usual, f"{PUBLIC_HOLIDAY} ({name}){COLON} {CALL}")

    @cached_property
    def _selectors(self) -> dict[str, OsmHours]:
        return {}

    def holds(self, rule: Rule, day: date) -> bool:
        """Whether a rule concerns a day, its `occasion` aside."""
        return holds(rule, day) and (not rule.dates or self.in_dates(rule.dates, day))

    def in_dates(self, dates: str, day: date) -> bool:
        """Whether a day is among these months or dates (`Rule.dates`)."""
        selector = self._selectors.get(dates)
        if selector is None:
            text = f"{dates} 00:00-24:00"
            selector = OsmHours(text, auto_country=False, auto_timezone=False)
            self._selectors[dates] = selector
        return selector.is_open(datetime(day.year, day.month, day.day, 12))
