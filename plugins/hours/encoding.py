"""Intervals of a few weeks as a short text, for the few lines of script of a page.

    20261005 0900120014001730/?00002400/ AAAAABC…

Three fields, separated by a space:

1. the first day, as YYYYMMDD;
2. the different kinds of days, separated by "/": spans of eight digits (hour, minute, hour, minute,
   in the place's own time), each after "?" when we do not know whether the place is open, after
   "!" when we do not know it because the day is a public holiday, or after "~" when it is open to
   those who have an appointment; hours go past 24 when a span passes midnight; a closed day is
   empty;
3. one letter a day: A is the first kind, B the second… Z, then a, b… z.

After the last day nothing is known. The page needs the place's time zone beside it.
docs/adr/0004-hours.md has the reader.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime, timedelta
from string import ascii_letters

from plugins.hours.model import MIDNIGHT, Interval, State
from plugins.hours.statement import is_conditional

LETTERS = ascii_letters[26:] + ascii_letters[:26]
NOON_AFTER = MIDNIGHT + MIDNIGHT // 2
"""A span that ends later than the next noon is cut at midnight: it is not one night."""


def encode(
    intervals: Iterable[Interval], start: date, days: int, holidays: Container[date] = ()
) -> str:
    """The intervals of `days` days from `start`, as `OpeningHours.intervals` gives them.

    `holidays`: public holidays among these days. Of notes only an appointment is told: the page
    says the others. Raises ValueError above 52 days.
    """
    if days > len(LETTERS):
        raise ValueError(f"at most {len(LETTERS)} days, not {days}")
    texts = [""] * days
    day_zero = start.toordinal()
    for first, last, state, note in intervals:
        number = first.toordinal() - day_zero
        begin = first.hour * 60 + first.minute
        end = (last.toordinal() - first.toordinal()) * MIDNIGHT + last.hour * 60 + last.minute
        mark = mark_of(state, note, first.date() in holidays)
        while number < days and begin < end:
            cut = end if end <= NOON_AFTER else MIDNIGHT
            hour, minute = divmod(begin, 60)
            last_hour, last_minute = divmod(cut, 60)
            texts[number] += f"{mark}{hour:02}{minute:02}{last_hour:02}{last_minute:02}"
            begin, end, number = 0, end - MIDNIGHT if cut < end else 0, number + 1
    return join_days(start, texts)


def mark_of(state: State, note: str, is_holiday: bool) -> str:
    """What stands before a span."""
    if state is not State.UNKNOWN:
        return "~" if is_conditional(note) else ""
    return "!" if is_holiday else "?"


def join_days(start: date, texts: Sequence[str]) -> str:
    """The whole text, from the spans of each day."""
    kinds: dict[str, str] = {}
    for text in texts:
        if text not in kinds:
            kinds[text] = LETTERS[len(kinds)]
    letters = "".join(map(kinds.__getitem__, texts))
    return f"{start.isoformat().replace('-', '')} {'/'.join(kinds)} {letters}"


def decode(text: str) -> list[tuple[datetime, datetime, State]]:
    """What a page reads: naive times of the place, in order."""
    first, kinds, letters = text.split(" ")
    table = kinds.split("/")
    day = datetime.strptime(first, "%Y%m%d")
    found = []
    for letter in letters:
        rest = table[LETTERS.index(letter)]
        while rest:
            state = State.UNKNOWN if rest[0] in "?!" else State.OPEN
            rest = rest.lstrip("?!~")
            begin, end = (int(rest[n : n + 2]) * 60 + int(rest[n + 2 : n + 4]) for n in (0, 4))
            found.append((day + timedelta(minutes=begin), day + timedelta(minutes=end), state))
            rest = rest[8:]
        day += timedelta(days=1)
    return found
