"""Says an account in words: what is said, and in which order. `wording` has the words of French,
`translated_wording` those of other languages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from plugins.hours.account import Account
from plugins.hours.model import WHOLE_DAY, Closure, HoursRow, State, Week
from plugins.hours.seasons import ends_of, of_one_year, start_of
from plugins.hours.statement import Statement, tidy_plan
from plugins.hours.week import Plan, Stretch


class Recurring(Protocol):
    """When something holds: a rule or a statement."""

    @property
    def days(self) -> tuple[int, ...]: ...
    @property
    def ranks(self) -> tuple[int, ...]: ...
    @property
    def anchor(self) -> date | None: ...
    @property
    def dates(self) -> str: ...


class Speaker(ABC):
    """One language."""

    unknown: str
    """Of a week of which nothing is known."""
    call: str
    """Our advice when hours are not known."""
    holidays_unsaid: str
    """Our advice, where a record does not say what public holidays change."""
    unsure: str
    """Beside hours that are not certain."""
    also: str
    """Before hours that come beside others."""
    separator = " ; "
    """Between sentences in one line."""

    def __init__(self, today: date | None = None) -> None:
        """`today`: a start that is not after it is not said."""
        self._today = today

    def sentences(self, week: Week, account: Account) -> list[str]:
        """The week in short sentences: usual days, then what is special, then holidays."""
        said = self.stated(week, account)
        return said if week.is_unknown or account.public else [*said, self.holidays_unsaid]

    def stated(self, week: Week, account: Account) -> list[str]:
        """The same without our advice for public holidays."""
        if week.is_unknown:
            return [self.unknown]
        usual = [said for said in account.usual if not said.is_implied]
        return [
            *map(self.statement, sorted(usual, key=self.order)),
            *map(self.statement, self._in_order(account)),
        ]

    def rows(self, week: Week, account: Account, *, notices: bool) -> list[HoursRow]:
        """What is stated, to be looked up: `notices` of one year too, nothing that is over."""
        if week.is_unknown:
            return []
        usual = [said for said in account.usual if not said.is_implied]
        found = [*sorted(usual, key=self.order), *self._in_order(account)]
        return [
            HoursRow(self.when(said), self._hours(said), _state_of(said.plan))
            for said in found
            if not self._is_over(said) and (notices or not said.is_notice)
        ]

    def _hours(self, said: Statement) -> tuple[str, ...]:
        first, *others = self.lines(said.plan, said.note)
        is_more = said.adds and said.plan
        return (f"{self.also} {first}" if is_more else first), *others

    def lines(self, plan: Plan, note: str = "") -> tuple[str, ...]:
        """A day, one span a line; what goes with all of them is a line of its own."""
        tidied = tidy_plan(plan)
        reasons = {self._why(one) for one in tidied}
        if len(tidied) < 2 or len(reasons) > 1:
            return tuple(map(self._line, tidied)) or (self.plan(plan, note),)
        (why,) = reasons
        spans = tuple(map(self._span_line, tidied))
        return (*spans, why) if why else spans

    def _line(self, one: Stretch) -> str:
        if one[:2] == WHOLE_DAY:
            return self.plan((one,))
        why = self._why(one)
        return self._span_line(one) + (f" ({why})" if why else "")

    def _span_line(self, one: Stretch) -> str:
        return f"{self.clock(one.start)}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{self.clock(one.end)}"

    def _why(self, one: Stretch) -> str:
        return self.note(one.note) or (self.unsure if one.state is State.UNKNOWN else "")

    def has_begun(self, start: date | None) -> bool:
        """Whether this start is past, and need not be said."""
        return bool(start and self._today and start <= self._today)

    def _is_over(self, said: Statement) -> bool:
        if not (self._today and of_one_year(said.dates)):
            return False
        ends = (period[-1] for period in ends_of(said.dates) or ())
        today = self._today.timetuple()[:3]
        return all((end.year, end.month, end.day or 31) < today for end in ends if end.year)

    def season(self, dates: str) -> str:
        """«de juillet à août»; "" of all days from a start that is past."""
        return "" if self.has_begun(start_of(dates)) else self._season(dates)

    def order(self, said: Statement) -> tuple[int, tuple[int, ...]]:
        """Where a statement of every week comes: open days first."""
        return int(not said.plan), said.days

    @staticmethod
    def _in_order(account: Account) -> list[Statement]:
        """What is special, then the rest of the year, holidays, and the dates that win over
        these: as it applies."""
        first = min((said.place for said in account.occasions), default=-1)
        dated = [said for said in account.dated if said.place < first or first < 0]
        rests = [said for said in account.rests if not said.is_implied]
        return [*dated, *rests, *account.later[len(dated) :]]

    @abstractmethod
    def clock(self, minutes: int) -> str:
        """A time of day: «9 h 30»."""

    @abstractmethod
    def when(self, said: Statement) -> str:
        """When a statement holds, to be looked up: «lundi, jeudi», «jours fériés»."""

    @abstractmethod
    def _season(self, dates: str) -> str:
        """A selector of dates, with its start."""

    @abstractmethod
    def statement(self, said: Statement) -> str:
        """One statement, as a sentence without capital or full stop."""

    @abstractmethod
    def plan(self, plan: Plan, note: str = "") -> str:
        """A day: «de 9 h à 12 h (sur rendez-vous)», «fermé»; `note`: why it is closed."""

    @abstractmethod
    def days(self, days: Sequence[int]) -> str:
        """«du lundi au vendredi»."""

    @abstractmethod
    def rhythm(self, said: Recurring) -> str:
        """«un mardi sur deux à partir du 6 octobre 2026», «le premier lundi du mois»."""

    @abstractmethod
    def enumerated(self, words: Sequence[str]) -> str:
        """«a, b et c»."""

    @abstractmethod
    def note(self, note: str) -> str:
        """What stands in brackets; the words of a record stay French."""

    @abstractmethod
    def holiday(self, name: str, kind: str, *, is_unknown: bool) -> str:
        """Why a holiday, of law or of custom, is announced."""

    @abstractmethod
    def school(self, words: str = "") -> str:
        """Why school holidays are announced; `words`: what nobody knows of them."""

    @abstractmethod
    def news(self, closure: Closure) -> str:
        """Days on which the usual hours do not hold, as a sentence."""

    def exception(self, week: Week) -> str:
        """An exceptional week in one line, without advice."""
        return self.separator.join(self.stated(week, Account(week)))


def _state_of(plan: Plan) -> State:
    states = {stretch.state for stretch in plan}
    return State.OPEN if State.OPEN in states else State.UNKNOWN if states else State.CLOSED
