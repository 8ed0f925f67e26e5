"""Seasons of opening hours: months or dates of every year, in OSM's words (`Jul-Aug`, `Dec 24-Jan
02`), since these are a standard and `Rule.dates` has to hold those of other tables anyway."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from plugins.french.dates import say_date, say_number
from plugins.french.days import EVERY_DAY
from plugins.french.errors import FrenchTimeError
from plugins.french.joins import join
from plugins.french.months import MONTHS, OSM_MONTHS, of, runs_of_months
from plugins.french.typed_dates import TypedDate, months_of, real, with_months

_END = re.compile(r"(?:(\d{4}) )?([A-Z][a-z]{2})(?: (\d{1,2}))?")
_LEAP_YEAR = 2028
_NO_END = "2099 Dec 31"
"""The end of what has a beginning only: not every public reader of OSM knows «2026 Oct 06+»."""
_LEAP_DAYS = 366
DATED = (
    "des heures d'une seule année vont dans « exceptions » (« du », « au »), les séances d'un "
    "atelier dans ses « dates »"
)


class SeasonEnd(NamedTuple):
    """One end of a season; a whole month has no `day`, every year no `year` (both 0)."""

    month: int
    day: int
    year: int


def season_of(dates: Sequence[tuple[str, TypedDate]]) -> str:
    """The selector of dates or months of every year, each with the kind of word before it.

    Raises FrenchTimeError when they have a year, or are no dates.
    """
    typed = [day for _, day in dates]
    links = [link for link, _ in dates]
    for one in typed:
        if one.year or one.weekday is not None:
            raise FrenchTimeError(f"« {one.text} » : une date d'une seule année.", DATED, one.at)
    if typed[0].is_month:
        runs = runs_of_months(months_of(typed, links))
        return ",".join("-".join(dict.fromkeys(OSM_MONTHS[m - 1] for m in run)) for run in runs)
    typed = with_months(typed)
    items: list[str] = []
    for link, one in zip(links, typed, strict=True):
        real_day = real(TypedDate(one.at, one.text, one.day, one.month, _LEAP_YEAR))
        text = f"{OSM_MONTHS[real_day.month - 1]} {real_day.day:02}"
        if link != "to":
            items.append(text)
        elif "-" in items[-1]:
            raise FrenchTimeError(
                f"« {one.text} » : on ne sait pas ce que « au » relie.",
                "par exemple « du 1er juillet au 31 août »",
                one.at,
            )
        else:
            items[-1] += f"-{text}"
    return ",".join(items)


def since(day: date) -> str:
    """The selector of all dates from a day on."""
    return f"{day.year} {OSM_MONTHS[day.month - 1]} {day.day:02}-{_NO_END}"


def start_of(selector: str) -> date | None:
    """The day from which a selector of `since` has all dates; None for the others."""
    periods = ends_of(selector) if selector.endswith(f"-{_NO_END}") else None
    if periods is None or len(periods) > 1 or not periods[0][0].year:
        return None
    month, day, year = periods[0][0]
    return date(year, month, day or 1)


def ends_of(selector: str) -> list[list[SeasonEnd]] | None:
    """The periods of a selector, with one or two ends each; None when it has other words. A
    second end has the month («Jun 01-27») and the year of the first unless it says its own."""
    periods = []
    for item in re.split(r" ?, ?", selector):
        ends: list[SeasonEnd] = []
        for text in re.split(r" ?- ?", item):
            if text.isdigit() and ends and ends[0].day:
                ends.append(ends[0]._replace(day=int(text)))
            elif (end := _END.fullmatch(text)) and end[2] in OSM_MONTHS:
                month = OSM_MONTHS.index(end[2]) + 1
                ends.append(SeasonEnd(month, int(end[3] or 0), int(end[1] or 0)))
            else:
                return None
        if len(ends) > 1 and ends[0].year and not ends[-1].year:
            is_later = ends[-1][:2] < ends[0][:2]
            ends[-1] = ends[-1]._replace(year=ends[0].year + is_later)
        periods.append(ends)
    return periods


def of_one_year(selector: str) -> bool:
    """Whether it holds once, in years that it names, and is over one day."""
    periods = ends_of(selector)
    return bool(periods) and not start_of(selector) and all(e[0].year for e in periods or ())


def exists(selector: str) -> bool:
    """False for «Feb 30», and for a period of given years that ends before it begins."""
    for ends in ends_of(selector) or ():
        if any(end.day > monthrange(end.year or _LEAP_YEAR, end.month)[1] for end in ends):
            return False
        first, last = ends[0], ends[-1]
        if first.year and (last.year, last.month, last.day or 31) < (
            first.year, first.month, first.day
        ):  # fmt: skip
            return False
    return True


def weekdays_of(selector: str) -> frozenset[int]:
    """The weekdays that dates of one year have, as `date.weekday()`; all of them for the others."""
    if not of_one_year(selector):
        return frozenset(EVERY_DAY)
    found: set[int] = set()
    for ends in ends_of(selector) or ():
        (month, day, year), last = ends[0], ends[-1]
        start = date(year, month, day or 1)
        length_of_month = monthrange(last.year, last.month)[1]
        end = date(last.year, last.month, last.day or length_of_month)
        days = min((end - start).days + 1, len(EVERY_DAY))
        found.update((start.weekday() + number) % len(EVERY_DAY) for number in range(days))
    return frozenset(found)


def say_season(selector: str) -> str:
    """ "Jul-Aug" → «de juillet à août», "Jul 14-Aug 31" → «du 14 juillet au 31 août»."""
    if start := start_of(selector):
        return f"à partir du {say_date(start)}"
    periods = ends_of(selector)
    if periods is None:
        return selector
    spoken = []
    for ends in periods:
        first, last = _say(_unshared(ends)), _say(ends[-1])
        if ends[0].day:
            spoken.append(f"du {first} au {last}" if len(ends) > 1 else f"le {first}")
        else:
            spoken.append(f"{of(first)} à {last}" if len(ends) > 1 else f"en {first}")
    return join(spoken)


def _unshared(ends: Sequence[SeasonEnd]) -> SeasonEnd:
    """The first end, without what the second says for both: «du 1er au 20 décembre 2026»."""
    first, last = ends[0], ends[-1]
    if len(ends) > 1 and first.year == last.year:
        first = first._replace(year=0)
        if first.month == last.month and first.day and last.day:
            first = first._replace(month=0)
    return first


def _say(end: SeasonEnd) -> str:
    words = [say_number(end.day)] if end.day else []
    words += [MONTHS[end.month - 1]] if end.month else []
    return " ".join([*words, str(end.year)] if end.year else words)


def cover_the_year(selectors: Iterable[str]) -> bool:
    """Whether every day of a year is in one of these seasons, once it has begun; those of a single
    year, and what we cannot read, do not count."""
    selectors = tuple(selectors)
    return any(map(start_of, selectors)) or len(set().union(*map(days_of, selectors))) == _LEAP_DAYS


def days_of(selector: str) -> set[int]:
    """The days of every year that a season has, as their numbers in a leap year."""
    covered: set[int] = set()
    for ends in ends_of(selector) or ():
        covered.update(_days(ends[0], ends[-1]))
    return covered


def _days(first: SeasonEnd, last: SeasonEnd) -> Iterable[int]:
    """The days of a period, as their numbers in a leap year."""
    if first.year or last.year:
        return ()
    start = date(_LEAP_YEAR, first.month, first.day or 1).timetuple().tm_yday
    length_of_month = monthrange(_LEAP_YEAR, last.month)[1]
    end = date(_LEAP_YEAR, last.month, last.day or length_of_month).timetuple().tm_yday
    length = (end - start) % _LEAP_DAYS + 1
    return [(start + number) % _LEAP_DAYS for number in range(length)]
