"""Intervals of months as a short text, for the few lines of script of a page.

    20260629 0900120014001730/?00002400/ AAAAABC 371 D3o1B7a2…

Five fields, separated by a space; the last two are there only where they make the text shorter:

1. the first day, as YYYYMMDD;
2. the different kinds of days, separated by "/": spans of eight digits (hour, minute, hour, minute,
   in the place's own time), each after "?" when we do not know whether the place is open, after
   "!" when we do not know it because the day is a public holiday, or after "~" when it is open to
   those who have an appointment; hours go past 24 when a span passes midnight; a closed day is
   empty;
3. one letter a day: A is the first kind, B the second… Z, then a, b… z;
4. how many days there are: the letters come again and again;
5. what is different: a letter, from which day (two digits of base 36, 00 is the first), and for how
   many days (one digit).

After the last day nothing is known. The page needs the place's time zone beside it.
theme/static/js/open-now.js reads it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import takewhile
from string import ascii_letters, ascii_lowercase, digits

from plugins.hours.model import MIDNIGHT, Interval, State
from plugins.hours.statement import is_conditional

LETTERS = ascii_letters[26:] + ascii_letters[:26]
_BASE_36 = digits + ascii_lowercase
_LONGEST = len(_BASE_36) - 1
_RHYTHMS = (7, 14)
"""After so many days most weeks are as before: every week, one in two."""
CODED_DAYS = 53 * 7
NOON_AFTER = MIDNIGHT + MIDNIGHT // 2
"""A span that ends later than the next noon is cut at midnight: it is not one night."""


def first_coded_day(today: date) -> date:
    """The day from which pages made on `today` code hours: the Monday of the week in which the
    half-year began. For a year after it, so that a page is good for six months at least, and
    tomorrow's says the same."""
    half_year = today.replace(month=1 if today.month < 7 else 7, day=1)
    return half_year - timedelta(days=half_year.weekday())


def encode(
    intervals: Iterable[Interval], start: date, days: int, holidays: Container[date] = ()
) -> str:
    """The intervals of `days` days from `start`, as `OpeningHours.intervals` gives them.

    `holidays`: public holidays among these days. Of notes only an appointment is told: the page
    says the others. Raises ValueError above 1,296 days.
    """
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
    """The whole text, from the spans of each day. Raises ValueError above 1,296 days.

    Were there more kinds of days than letters, it ends before the first that has none."""
    if len(texts) > len(_BASE_36) ** 2:
        raise ValueError(f"at most {len(_BASE_36) ** 2} days, not {len(texts)}")
    kinds = dict(zip(dict.fromkeys(texts), LETTERS, strict=False))
    letters = "".join(kinds[text] for text in takewhile(kinds.__contains__, texts))
    said = min((letters, *(_repeated(letters, each) for each in _RHYTHMS)), key=len)
    return f"{start.isoformat().replace('-', '')} {'/'.join(kinds)} {said}"


def _repeated(letters: str, rhythm: int) -> str:
    """Fields 3 to 5, when the same comes after `rhythm` days but for some."""
    count = len(letters)
    usual = "".join(_most_frequent(letters[day::rhythm]) for day in range(min(rhythm, count)))
    expected = (usual * (count // rhythm + 1))[:count]
    others = [day for day in range(count) if letters[day] != expected[day]]
    changes = ""
    while others:
        first = others[0]
        other_letter = count - len(letters[first:].lstrip(letters[first]))
        alike = [day for day in others if day < other_letter]
        end, others = alike[-1] + 1, others[len(alike) :]
        for start in range(first, end, _LONGEST):
            length = min(_LONGEST, end - start)
            changes += letters[start] + _BASE_36[start // 36] + _BASE_36[start % 36]
            changes += _BASE_36[length]
    return f"{usual} {count} {changes}".rstrip()


def _most_frequent(letters: str) -> str:
    """The first of the alphabet among those that are there most."""
    first = letters[0]
    if 2 * letters.count(first) > len(letters):  # nearly always: a week is like the others
        return first
    return max(sorted(set(letters)), key=letters.count)


def _letters(said: Sequence[str]) -> str:
    """One letter a day, from fields 3 to 5."""
    if len(said) == 1:
        return said[0]
    usual, count = said[0], int(said[1])
    letters = list((usual * (count // len(usual) + 1))[:count])
    changes = said[2] if len(said) > 2 else ""
    for letter, high, low, length in zip(*(iter(changes),) * 4, strict=True):
        first, days = int(high + low, 36), int(length, 36)
        letters[first : first + days] = letter * days
    return "".join(letters)


def decode(text: str) -> list[tuple[datetime, datetime, State]]:
    """What a page reads: naive times of the place, in order."""
    first, kinds, *said = text.split(" ")
    table = kinds.split("/")
    day = datetime.strptime(first, "%Y%m%d")
    found = []
    for letter in _letters(said):
        rest = table[LETTERS.index(letter)]
        while rest:
            state = State.UNKNOWN if rest[0] in "?!" else State.OPEN
            rest = rest.lstrip("?!~")
            begin, end = (int(rest[n : n + 2]) * 60 + int(rest[n + 2 : n + 4]) for n in (0, 4))
            found.append((day + timedelta(minutes=begin), day + timedelta(minutes=end), state))
            rest = rest[8:]
        day += timedelta(days=1)
    return found
