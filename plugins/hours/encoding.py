"""Intervals of a few weeks as a short text, for the few lines of script of a page.

    20261005 0900120014001730/?00002400/ AAAAABC…

Three fields, separated by a space:

1. the first day, as YYYYMMDD;
2. the different kinds of days, separated by "/": spans of eight digits (hour, minute, hour, minute,
   in the place's own time), each after "?" when we do not know whether the place is open; hours
   go past 24 when a span passes midnight; a closed day is empty;
3. one letter a day: A is the first kind, B the second… Z, then a, b… z.

After the last day nothing is known. The page needs the place's time zone beside it. docs/adr/0004
has the reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from string import ascii_letters

from plugins.hours.model import MIDNIGHT, Interval, State

LETTERS = ascii_letters[26:] + ascii_letters[:26]
NOON_AFTER = MIDNIGHT + MIDNIGHT // 2
"""A span that ends later than the next noon is cut at midnight: it is not one night."""


def encode(intervals: Iterable[Interval], start: date, days: int) -> str:
    """The intervals of `days` days from `start`, as `OpeningHours.intervals` gives them.

    Notes are left out: the page says them. Raises ValueError above 52 days.
    """
    if days > len(LETTERS):
        raise ValueError(f"at most {len(LETTERS)} days, not {days}")
    texts = [""] * days
    day_zero = start.toordinal()
    for first, last, state, _ in intervals:
        number = first.toordinal() - day_zero
        begin = first.hour * 60 + first.minute
        end = (last.toordinal() - first.toordinal()) * MIDNIGHT + last.hour * 60 + last.minute
        mark = "?" if state is State.UNKNOWN else ""
        while number < days and begin < end:
            cut = end if end <= NOON_AFTER else MIDNIGHT
            hour, minute = divmod(begin, 60)
            last_hour, last_minute = divmod(cut, 60)
            texts[number] += f"{mark}{hour:02}{minute:02}{last_hour:02}{last_minute:02}"
            begin, end, number = 0, end - MIDNIGHT if cut < end else 0, number + 1
    kinds: dict[str, str] = {}
    for text in texts:
        kinds.setdefault(text, LETTERS[len(kinds)])
    return f"{start:%Y%m%d} {'/'.join(kinds)} {''.join(map(kinds.__getitem__, texts))}"


def decode(text: str) -> list[tuple[datetime, datetime, State]]:
    """What a page reads: naive times of the place, in order."""
    first, kinds, letters = text.split(" ")
    table = kinds.split("/")
    day = datetime.strptime(first, "%Y%m%d")
    found = []
    for letter in letters:
        rest = table[LETTERS.index(letter)]
        while rest:
            state = State.UNKNOWN if rest[0] == "?" else State.OPEN
            rest = rest.removeprefix("?")
            begin, end = (int(rest[n : n + 2]) * 60 + int(rest[n + 2 : n + 4]) for n in (0, 4))
            found.append((day + timedelta(minutes=begin), day + timedelta(minutes=end), state))
            rest = rest[8:]
        day += timedelta(days=1)
    return found
