"""Says an account in words: what is said, and in which order. `wording` has the words of French,
`translated_wording` those of other languages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from plugins.french.days import EVERY_DAY
from plugins.hours.account import Account, DayAccount
from plugins.hours.model import Closure, Week, WeekDay
from plugins.hours.statement import Statement
from plugins.hours.week import Plan


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
    separator = " ; "
    """Between sentences in one line."""

    def week_table(self, account: Account) -> tuple[WeekDay, ...]:
        """The seven lines of the week's table: all but closures and holidays."""
        return tuple(map(self._day, account.days))

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
    def rest(self, plan: Plan) -> str:
        """What holds out of season, of one weekday."""

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

    def _day(self, day: DayAccount) -> WeekDay:
        said = [
            self.statement(replace(one, days=EVERY_DAY) if one.is_seasonal else one)
            for one in day.special
        ]
        # «et» would tie hours of one season to the name of the next.
        has_seasons = any(one.dates for one in day.special)
        special = self.separator.join(said) if has_seasons else self.enumerated(said)
        if day.is_special_all:
            words, note = special, "" if day.rest is None else self.rest(day.rest)
        else:
            words, note = self.plan(day.plan, day.note), special
        return WeekDay(day.weekday, day.state, day.spans, note, words)
