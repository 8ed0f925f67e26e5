"""Days of the calendar, said in French and read as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from plugins.french.days import DAYS
from plugins.french.months import MONTHS, NORMALIZED_MONTHS, read_month
from plugins.french.normalization import normalize

_ISO = re.compile(r"\b(\d{4})[-/](\d\d?)[-/](\d\d?)\b")
_SLASHES = re.compile(r"\b(\d\d?)[-/](\d\d?)[-/](\d{4})\b")
_WORDS = re.compile(rf"\b(\d\d?)(?:er)? ({'|'.join(NORMALIZED_MONTHS)}) (\d{{4}})\b")
_NO_YEAR = re.compile(
    rf"(?:(?:le )?(?:{'|'.join(DAYS)}) |le )?(\d\d?)(?:er)?"
    rf"(?: ({'|'.join(NORMALIZED_MONTHS)})|[/-](\d\d?))"
)


def say_number(day: int) -> str:
    """Of a day in its month: «1er», «2»."""
    return "1er" if day == 1 else str(day)


def say_date(day: date) -> str:
    """«6 octobre 2026», «1er novembre 2026»."""
    return f"{say_number(day.day)} {MONTHS[day.month - 1]} {day.year}"


def say_short_day(day: date) -> str:
    """«mardi 1er», inside a month that is named elsewhere."""
    return f"{DAYS[day.weekday()]} {say_number(day.day)}"


def say_full_day(day: date, *, year: bool = True) -> str:
    """«mardi 1er décembre 2026», «mardi 1er décembre»."""
    said = f"{say_short_day(day)} {MONTHS[day.month - 1]}"
    return f"{said} {day.year}" if year else said


def say_period(first: date, last: date) -> str:
    """«du 6 au 10 juillet 2026»: what the two days share is said once."""
    return f"du {say_start(first, last)} au {say_date(last)}"


def say_start(first: date, last: date) -> str:
    """The first day of a period, without what the last one says for both: «6», «6 juillet»."""
    start = say_date(first)
    if first.year != last.year:
        return start
    return start.split(" ")[0] if first.month == last.month else start.rpartition(" ")[0]


def read_date(text: str) -> date | None:
    """A date as people type it, wherever it stands in `text`: 2026-10-06, 2026/10/6,
    6/10/2026, 6 octobre 2026. None when there is none, or no year, or it does not exist."""
    plain = normalize(text)
    if found := _ISO.search(plain):
        year, month, day = map(int, found.groups())
    elif found := _SLASHES.search(plain):
        day, month, year = map(int, found.groups())
    elif found := _WORDS.search(plain):
        day, month, year = int(found[1]), read_month(found[2]), int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


_RELATIVE = {
    "aujourd'hui": 0, "aujourd hui": 0, "ce jour": 0, "hier": -1, "avant-hier": -2, "demain": 1,
}  # fmt: skip


def relative_day(text: str, today: date) -> date | None:
    """«aujourd'hui», «hier», as a day; None for anything else."""
    days = _RELATIVE.get(normalize(text.strip()))
    return None if days is None else today + timedelta(days=days)


def day_without_year(text: str, today: date, *, is_past: bool) -> date | None:
    """«3 mars», «3/3»: the last such day up to today, or the next one from today; None for anything
    else."""
    found = _NO_YEAR.fullmatch(normalize(text.strip()))
    if found is None:
        return None
    month = read_month(found[2]) if found[2] else int(found[3])
    years = (today.year, today.year - 1) if is_past else (today.year, today.year + 1)
    for year in years:
        try:
            day = date(year, month, int(found[1]))
        except ValueError:
            continue
        if (day <= today) if is_past else (day >= today):
            return day
    return None
