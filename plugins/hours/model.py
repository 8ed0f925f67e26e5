"""What opening hours are made of: a week of rules, exceptional dates, and what is read from them.

Times of day are minutes after midnight of the day on which a span starts, so 1500 is one o'clock
the next morning. Weekdays are 0 (Monday) to 6 (Sunday), as in `datetime`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, error, warning
from plugins.french.days import EVERY_DAY

MIDNIGHT = 24 * 60


class State(StrEnum):
    """What a resident finds at the door."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Occasion(StrEnum):
    """The kind of day a rule speaks of, in OSM's words."""

    ANY = ""
    PUBLIC_HOLIDAY = "PH"
    SCHOOL_HOLIDAY = "SH"


class Span(NamedTuple):
    """Minutes after midnight; `end` is greater than `start` and may pass 1440."""

    start: int
    end: int


WHOLE_DAY = Span(0, MIDNIGHT)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of opening hours: on the days it concerns, it replaces the earlier ones."""

    days: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    state: State = State.OPEN
    """During the spans. Without spans: closed, or unknown, the whole day."""
    note: str = ""
    occasion: Occasion = Occasion.ANY
    ranks: tuple[int, ...] = ()
    """Only the first (1), second (2)… or last (-1) such weekday of a month."""
    anchor: date | None = None
    """Only one week in two, counted from the week of this date, and not before this date."""
    dates: str = ""
    """Only these months or dates: an OSM selector such as `Jul-Aug` or `2026 Jul 14`."""
    adds: bool = False
    """The rule adds to the earlier ones instead of replacing them (OSM's comma)."""

    @property
    def is_plain(self) -> bool:
        """It concerns a weekday of every week."""
        return not (self.occasion or self.ranks or self.anchor or self.dates)

    @property
    def is_seasonal(self) -> bool:
        """It concerns a weekday of every week of a part of the year."""
        return bool(self.dates) and not (self.occasion or self.ranks or self.anchor)


def doubt_of(entry: str, message: str, hint: str = "") -> Diagnostic:
    """Something to look at in an entry of the record's week ("" for a single line of text)."""
    return warning((entry,) if entry else (), message, hint)


@dataclass(frozen=True, slots=True)
class Week:
    """Rules in the order in which they apply; `remarks` are doubts, not part of its identity."""

    rules: tuple[Rule, ...]
    remarks: tuple[Diagnostic, ...] = field(default=(), compare=False)

    @property
    def is_unknown(self) -> bool:
        """Nothing at all is known of these hours."""
        if any(rule.state is not State.UNKNOWN or rule.spans or rule.note for rule in self.rules):
            return False
        days = {day for rule in self.rules for day in rule.days if rule.is_plain}
        return len(days) == len(EVERY_DAY)


UNKNOWN_WEEK = Week((Rule(EVERY_DAY, state=State.UNKNOWN),))


class HoursError(ValueError):
    """Hours that cannot be understood: `faults` has a diagnostic for each entry at fault;
    `where`, `message` and `hint` are those of the first; `at_key`: its days are at fault."""

    def __init__(self, where: str, message: str, hint: str = "", *, at_key: bool = False) -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where, self.message, self.hint = where, message, hint
        fault = error((where,) if where else (), message, hint, at_key=at_key)
        self.faults: tuple[Diagnostic, ...] = (fault,)

    @classmethod
    def of(cls, faults: list[Diagnostic]) -> HoursError:
        """The error of a week with several faulty entries."""
        first = faults[0]
        made = cls("".join(map(str, first.where)), first.message, first.hint)
        made.faults = tuple(faults)
        return made


@dataclass(frozen=True, slots=True)
class ExceptionalHours:
    """From `start` to `end`, both included, other hours than usual.

    `spans` without `week`: the same hours each day concerned. `week`: hours by weekday.
    Neither: `state` (closed or unknown) the whole time. `note` as in a rule.
    """

    start: date
    end: date
    reason: str = ""
    state: State = State.CLOSED
    spans: tuple[Span, ...] = ()
    week: Week | None = None
    note: str = ""


class Interval(NamedTuple):
    """From `start` to `end` (aware, in the place's own zone) the place is open, or we do not know.
    What no interval covers is closed."""

    start: datetime
    end: datetime
    state: State
    note: str


class HoursRow(NamedTuple):
    """Hours to be looked up: `when` names days («lundi, jeudi», «un mardi sur deux»), `hours` has
    one span a line («9 h – 12 h»), then what goes with all of them («sur rendez-vous»)."""

    when: str
    hours: tuple[str, ...]
    state: State


class Closure(NamedTuple):
    """Days, both included, on which the usual hours do not hold. `state` is closed, unknown, or
    open; `hours`: what is known of them then, in words."""

    start: date
    end: date
    reason: str
    state: State
    hours: str


class DatesAhead(NamedTuple):
    """The next dates of something that does not come every week; `words` says its rhythm."""

    words: str
    dates: tuple[date, ...]
