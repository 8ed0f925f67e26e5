"""Public holidays, school holidays and time zone of a département."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from plugins.hours.customary_days import customary_days

PUBLIC_HOLIDAY = "jour férié"
OFTEN_CLOSED = "jour souvent chômé"
"""What a day of law, and one of custom, is called beside its name."""
SCHOOL_HOLIDAYS = Path(__file__).parent / "data" / "vacances-scolaires.csv"

# Where public holidays are not those of the rest of France: département or collectivity → its name
# in the `holidays` package. Alsace and Moselle keep Good Friday and 26 December; overseas each has
# the day of the abolition of slavery (Code du travail, L3422-2), and the Pacific its own lists.
# Days of custom that the package counts as public are taken out (`customary_days`).
_REGIONAL = {
    "57": "57", "67": "6AE", "68": "6AE",
    "971": "971", "972": "972", "973": "973", "974": "974", "976": "976",
    "975": "PM", "977": "BL", "978": "MF", "984": "TF", "986": "WF", "987": "PF", "988": "NC",
}  # fmt: skip


class NamedDay(NamedTuple):
    """A day with a French name; `is_legal`: a public holiday, else a day of custom."""

    day: date
    name: str
    is_legal: bool


class HasCalendar(Protocol):
    """What is asked of a département: the gazetteer's `Departement` has it."""

    @property
    def code(self) -> str: ...
    @property
    def school_zone(self) -> str: ...
    @property
    def timezone(self) -> str: ...


@dataclass(frozen=True)
class Calendar:
    """Make one per département and keep it: it remembers the years it has computed."""

    departement: str
    school_zone: str
    """"A", "B", "C"; anything else has a calendar of its own, which we do not know."""
    zone: ZoneInfo
    _holidays: dict[int, dict[date, str]] = field(default_factory=dict, compare=False, repr=False)
    _school: list[tuple[date, date]] = field(default_factory=list, compare=False, repr=False)

    @classmethod
    def of(cls, departement: HasCalendar) -> Calendar:
        """The calendar of a département (`code`, `school_zone`, `timezone`)."""
        return cls(departement.code, departement.school_zone or "", ZoneInfo(departement.timezone))

    def public_holiday(self, day: date) -> str:
        """The French name of the legal public holiday, or ""."""
        return self._days_of(day.year).get(day, "")

    def customary_day(self, day: date) -> str:
        """The French name of a day on which many places are closed by custom, not by law, or ""."""
        return (
            ""
            if self.public_holiday(day)
            else customary_days(self.departement, day.year).get(day, "")
        )

    def named_days(self, start: date, days: int) -> Iterator[NamedDay]:
        """The public holidays and days of custom among `days` days from `start`, in order."""
        last = start + timedelta(days - 1)
        for year in range(start.year, last.year + 1):
            legal = self._days_of(year)
            names = {**customary_days(self.departement, year), **legal}
            for day in sorted(names):
                if start <= day <= last:
                    yield NamedDay(day, names[day], day in legal)

    def _days_of(self, year: int) -> dict[date, str]:
        known = self._holidays.get(year)
        if known is None:
            known = self._holidays[year] = _legal_days(self.departement, year)
        return known

    def school_holiday(self, day: date) -> bool | None:
        """Whether pupils are on holiday; None when the calendar is not known: Corse and overseas
        decide their own, and the national one is published some two years ahead."""
        known = self._known_school_holidays()
        if not known[0][0] <= day <= known[-1][1]:
            return None
        return day <= known[bisect_right(known, (day, date.max)) - 1][1]

    @property
    def school_known_until(self) -> date | None:
        """The last day of which `school_holiday` can tell, None when it never can."""
        last = self._known_school_holidays()[-1][1]
        return None if last == date.min else last

    def _known_school_holidays(self) -> list[tuple[date, date]]:
        if not self._school:
            self._school.extend(_school_holidays(self.school_zone))
        return self._school


def _legal_days(departement: str, year: int) -> dict[date, str]:
    import holidays  # imported late: to read hours is not to ask which days are holidays

    days = dict(
        holidays.country_holidays(
            "FR", subdiv=_REGIONAL.get(departement), years=year, language="fr", expand=False
        )
    )
    custom = customary_days(departement, year)
    return {day: name for day, name in days.items() if day not in custom}


def _school_holidays(zone: str) -> list[tuple[date, date]]:
    """First and last days of each holiday of a zone, in order; one empty period when unknown.

    Source: Ministère de l'Éducation nationale, Licence Ouverte 2.0 (data/README.md).
    """
    with SCHOOL_HOLIDAYS.open(encoding="utf-8", newline="") as file:
        periods = [
            (date.fromisoformat(row["premier_jour"]), date.fromisoformat(row["dernier_jour"]))
            for row in csv.DictReader(file)
            if row["zone"] == zone
        ]
    return sorted(periods) or [(date.max, date.min)]
