"""What a line of dates says, word by word, before anything is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.french.day_parts import SaidPart
from plugins.french.typed_dates import TypedDate
from plugins.recurrence.model import Skip


class TypedTime(NamedTuple):
    """Minutes after midnight and where they are typed."""

    minutes: int
    text: str
    at: int


class Rhythm(NamedTuple):
    """«un mardi sur deux», «semaines paires»: one week in `every`; `at` is where it is typed."""

    every: int
    text: str
    at: int
    weekday: int | None = None
    """The day that it names."""

    @property
    def parity(self) -> int | None:
        """The remainder by two of the weeks' numbers, None when they are not spoken of."""
        if "paire" not in self.text:
            return None
        return int("impaire" in self.text)


class RankedDays(NamedTuple):
    """«le premier et le troisième lundi»: ranks, then the weekdays that they count."""

    ranks: list[int]
    days: list[int]


@dataclass(slots=True)
class Draft:
    """One field for each thing that a line can say."""

    groups: list[RankedDays] = field(default_factory=list)
    days_at: int = 0
    is_monthly: bool = False
    rhythm: Rhythm | None = None
    single: list[TypedDate] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    start: TypedDate | None = None
    until: TypedDate | None = None
    times: list[tuple[TypedTime, TypedTime | None]] = field(default_factory=list)
    """Start and end; no end: a `duration` is said elsewhere."""
    duration: TypedTime | None = None
    parts: list[SaidPart] = field(default_factory=list)
    """«matin», «après-midi»; `part_at` is where the last is typed."""
    part_at: int = 0
    skips: set[Skip] = field(default_factory=set)
    days_off: list[int] = field(default_factory=list)
    parts_off: list[tuple[int, str]] = field(default_factory=list)
    """«sauf le mercredi après-midi»."""
    months_off: list[int] = field(default_factory=list)
    is_said_of_holidays: bool = False
    """«sauf vacances du … au …»: the period follows the holidays, and may be theirs."""
    off: list[list[tuple[str, TypedDate]]] = field(default_factory=list)
    """Exceptions: lists of dates, each after the kind of word before it ("to" ends a period)."""

    @property
    def days(self) -> list[int]:
        """The weekdays named so far."""
        return [day for group in self.groups for day in group.days]
