"""Days, and what happens on them: what a line of opening hours is cut into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from plugins.french.day_parts import SaidPart
from plugins.french.days import DAYS
from plugins.hours.model import State

APPOINTMENT = "sur rendez-vous"
PARTLY = "en partie sur rendez-vous"
_MARK = re.compile(r"([12]?\d)h([0-5]\d)?")
_FORMATTED = re.compile(rf"{_MARK.pattern}-{_MARK.pattern}(?:, {_MARK.pattern}-{_MARK.pattern})*")


@dataclass(slots=True)
class Segment:
    """Days, and what happens on them. Built word by word by a grammar."""

    days: list[int] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    fortnight: str = ""
    anchor: date | None = None
    season: str = ""
    """Only these months or dates of each year: an OSM selector."""
    days_off: list[int] = field(default_factory=list)
    """«sauf le jeudi»."""
    seasons_off: list[str] = field(default_factory=list)
    """«sauf en août»: OSM selectors."""
    public_holiday: bool = False
    school_holiday: bool = False
    term_only: bool = False
    closed_on_holidays: bool = False
    open_on_holidays: bool = False
    pairs: list[tuple[int, int]] = field(default_factory=list)
    state: State | None = None
    note: str = ""
    parts: list[SaidPart] = field(default_factory=list)
    """«matin», «après-midi»."""
    parts_off: list[tuple[int, str]] = field(default_factory=list)
    """«sauf le mercredi après-midi»: weekdays, each with the part of it."""
    covered: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Conditions that follow hours, each with how many of these it was said of, and as typed."""
    mixed: str = ""
    """A condition of some of the hours only, as typed."""
    cuts: list[tuple[int, int]] = field(default_factory=list)
    """«fermé de 12h à 14h»: taken out of the hours."""
    is_monthly: bool = False
    inherited: dict[str, object] = field(default_factory=dict)
    """What is said once, before a list of days: fields to fill when they say nothing."""
    days_came_last: bool = False
    follows_last_days: bool = False
    """Its hours follow «fermé le lundi» without days of their own."""
    season_came_last: bool = False
    closed_said: str = ""
    """«fermé le 1er», when these words alone say «closed» of the dates of this segment."""

    @property
    def has_days(self) -> bool:
        """It names days, or a season that has all of them."""
        return bool(self.days) or self.has_occasion

    @property
    def has_occasion(self) -> bool:
        """It is of holidays or of a season, and not of usual days."""
        return bool(self.public_holiday or self.school_holiday or self.season)

    @property
    def is_without_days(self) -> bool:
        """«sauf le jeudi», «sauf le mercredi après-midi»."""
        return bool(self.days_off or self.parts_off)

    @property
    def is_of_every_week(self) -> bool:
        """It says only weekdays and their times, as nearly all do."""
        return not (
            self.ranks or self.anchor or self.season or self.days_off or self.seasons_off
            or self.public_holiday or self.school_holiday or self.term_only
            or self.closed_on_holidays or self.open_on_holidays
        )  # fmt: skip

    def inherit(self) -> None:
        """Take what is said before a list of days."""
        for name, value in self.inherited.items():
            if not getattr(self, name):
                setattr(self, name, value)
        self.inherited = {}

    @property
    def has_hours(self) -> bool:
        """It says when, or that there is nothing."""
        return bool(self.pairs or self.state or self.note == APPOINTMENT)


@lru_cache(maxsize=1 << 12)  # days have the same hours in many records; nothing changes a segment
def as_formatted(key: str, value: str) -> Segment | None:
    """The segment of an entry written as `annuaire format` writes it. Nearly all are, and this is
    ten times quicker than going through the words; a test holds that it says the same."""
    if key not in DAYS:
        return None
    if value == "fermé":
        return Segment([DAYS.index(key)], state=State.CLOSED)
    if not _FORMATTED.fullmatch(value):
        return None
    marks = [int(h) * 60 + int(m or 0) for h, m in _MARK.findall(value)]
    return Segment([DAYS.index(key)], pairs=list(zip(marks[::2], marks[1::2], strict=True)))
