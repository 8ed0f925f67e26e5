"""A month of the agenda on one sheet: what it shows, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from plugins.agenda.sessions.titles import SessionLine
from plugins.common.today import end_of_month
from plugins.french.dates import say_date, say_short_day
from plugins.french.months import MONTHS
from plugins.hours import Calendar
from plugins.paper import agenda_facts as facts
from plugins.paper.edges import Data
from plugins.records.model.dated import DatedRecord
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.vocabulary.prices import FEES
from plugins.vocabulary.registration import REGISTRATION

MOST_LINES = 90
"""More do not fit on a sheet, however small the letters."""
MOST_WARNINGS = 3
_MONTHS = 3
_DAY = timedelta(days=1)
_LONGEST_HOLIDAYS = 70


class MonthSheet(NamedTuple):
    """A month of a commune, an EPCI («name», with its agenda at `url`) or a route (`route`).

    `first`: its first day that is shown; `lines`: all of them; `departement`: whose holidays count.
    `towns`: whether lines must name their commune.
    """

    url: str
    name: str
    first: date
    lines: tuple[SessionLine, ...]
    departement: str
    towns: bool
    route: Route | None = None

    @property
    def last(self) -> date:
        """The last day of the month."""
        return end_of_month(self.first)


def months_of(
    lines: Iterable[SessionLine], today: date
) -> Iterator[tuple[date, tuple[SessionLine, ...]]]:
    """This month and the next two, those with something: first day shown, and lines. Of this month
    that is the first day with something: tomorrow's sheet is the same until it is past."""
    starts = [today]
    while len(starts) < _MONTHS:
        starts.append(end_of_month(starts[-1]) + _DAY)
    by_month: dict[date, list[SessionLine]] = {}
    for line in lines:
        for start in starts:
            if start <= line.meeting.day <= end_of_month(start):
                by_month.setdefault(start, []).append(line)
    for start in starts:
        if found := by_month.get(start):
            yield (found[0].meeting.day if start == today else start), tuple(found)


def month_data(
    sheet: MonthSheet, places: Mapping[str, Place], calendar: Calendar, today: date
) -> Data:
    """What the template `mois` reads, but for its edges."""
    shown = sheet.lines[:MOST_LINES]
    phones = sheet.route.phones[:1] if sheet.route else ()
    fees = [FEES[fee] for fee in sheet.route.prices] if sheet.route else []
    return {
        "month": facts.capital(f"{MONTHS[sheet.first.month - 1]} {sheet.first.year}"),
        "since": "" if sheet.first.day == 1 else f"à partir du {say_date(sheet.first)[:-5]}",
        "name": sheet.name,
        "is_route": sheet.route is not None,
        "phones": [{"text": phone.display, "link": phone.uri} for phone in phones],
        "fees": f"{' ; '.join(fees)}." if fees else "",
        "days": list(_days(sheet, shown, places, calendar)),
        "left_out": len(sheet.lines) - len(shown),
        "weeks": _weeks(sheet, calendar),
        "school": [_period(*found) for found in school_holidays(sheet.first, sheet.last, calendar)],
        "warnings": _warnings(sheet, shown, today)[:MOST_WARNINGS],
        "sources": facts.sources(_records(shown)),
    }


def _days(
    sheet: MonthSheet,
    lines: Sequence[SessionLine],
    places: Mapping[str, Place],
    calendar: Calendar,
) -> Iterator[Data]:
    """Days with something, and public holidays."""
    known: set[str] = set()
    by_day = {
        day: [_line(line, sheet, _ask(line, places, known)) for line in group]
        for day, group in groupby(lines, key=lambda line: line.meeting.day)
    }
    last = sheet.last if len(lines) == len(sheet.lines) else lines[-1].meeting.day
    for day in _each(sheet.first, last):
        holiday = calendar.public_holiday(day)
        if day in by_day or holiday:
            yield {
                "day": say_short_day(day),
                "holiday": f"jour férié : {holiday}" if holiday else "",
                "lines": by_day.get(day, []),
            }


def _line(line: SessionLine, sheet: MonthSheet, ask: str) -> Data:
    where = line.where
    town = where.commune.nom if where.commune else ""
    spot = where.entry.nom if where.entry else where.text
    if sheet.route is not None:  # the stops of one route: what it is and its number stand above
        title, parts, ask = town or (line.stop.commune if line.stop else ""), [spot], ""
    else:
        title, parts = line.title, [town if sheet.towns else "", spot]
        if not town and not spot:
            parts = ["demandez le lieu"]
    return {
        "hours": facts.hours(line.meeting),
        "title": title,
        "where": ", ".join(filter(None, parts)),
        "ask": ask,
        **facts.state(line.meeting),
    }


def _ask(line: SessionLine, places: Mapping[str, Place], known: set[str]) -> str:
    """«gratuit, inscription obligatoire, 05 61 00 00 00»; of a record that is `known`, since it
    stands above on the sheet, the number alone."""
    if line.meeting.is_cancelled:
        return ""
    phones = facts.phones_of(line.record, facts.place_at(line.where, places))[:1]
    said = [phone.display.replace(" ", "\u00a0") for phone in phones]
    if line.record.url not in known:
        known.add(line.record.url)
        fees = [fee.lower() for fee in line.record.prices[:1]]
        said = [
            *fees,
            *([REGISTRATION[line.registration]] if line.registration else ()),
            *said,
        ]
    return ", ".join(said)


def _weeks(sheet: MonthSheet, calendar: Calendar) -> list[list[Data | None]]:
    """The month as a small picture: a day is `on` when something takes place."""
    first = sheet.first.replace(day=1)
    held = {line.meeting.day for line in sheet.lines if not line.meeting.is_cancelled}
    days: list[Data | None] = [None] * first.weekday()
    days += [
        {"number": day.day, "on": day in held, "holiday": bool(calendar.public_holiday(day))}
        for day in _each(first, sheet.last)
    ]
    days += [None] * (-len(days) % 7)
    return [days[start : start + 7] for start in range(0, len(days), 7)]


def school_holidays(first: date, last: date, calendar: Calendar) -> Iterator[tuple[date, date]]:
    """Holidays with a day between two days: their own first and last days. None when unknown."""
    day = first
    while day <= last:
        if calendar.school_holiday(day):
            start = end = day
            for _ in range(_LONGEST_HOLIDAYS):
                start -= _DAY if calendar.school_holiday(start - _DAY) else timedelta()
                end += _DAY if calendar.school_holiday(end + _DAY) else timedelta()
            yield start, end
            day = end
        day += _DAY


def _period(start: date, end: date) -> str:
    """«du 19 décembre 2026 au 3 janvier 2027», the year once when it is the same."""
    said = say_date(start)
    return f"du {said[:-5] if start.year == end.year else said} au {say_date(end)}"


def _warnings(sheet: MonthSheet, lines: Sequence[SessionLine], today: date) -> list[str]:
    found = [
        (record, text)
        for record in _records(lines)
        for text in facts.warnings(record, sheet.first, sheet.last, today)
    ]
    if sheet.route is not None:
        return [text for _, text in found]
    return [f"{record.name} : {text}" for record, text in found]


def _records(lines: Iterable[SessionLine]) -> list[DatedRecord]:
    """Each record once, in the order of the lines."""
    return list({line.record.url: line.record for line in lines}.values())


def _each(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
