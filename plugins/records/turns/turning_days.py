"""The days on which what pages say of a place turns, its record being the same: an exception comes
near or is over, a message begins or ends, facts become old."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from plugins.records.doubts.shut_days import exceptions_of
from plugins.records.freshness import FRESH_DAYS, OLD_DAYS

if TYPE_CHECKING:
    from plugins.records.model.place import Place


def turns_of(place: Place) -> tuple[int, ...]:
    """The days, as ordinals, on which something that its own record dates begins to be said, or
    ceases to."""
    found = [day for one in exceptions_of(place) for day in around(one.start, one.end)]
    for message in place.annonces:
        found += [message.du.toordinal(), message.au.toordinal() + 1 if message.au else 0]
    if news := place.freshness(date.min).date:
        found += [news.toordinal() + days + 1 for days in (FRESH_DAYS, OLD_DAYS)]
    return tuple(sorted(set(found)))


def around(start: date, end: date) -> tuple[int, int]:
    """When pages begin to announce these days, when they cease to."""
    from plugins.hours.opening import SOON_DAYS  # imported late: many uses need no hours

    return start.toordinal() - SOON_DAYS + 1, end.toordinal() + 1


def has_seasons(place: Place) -> bool:
    """Whether its hours are not those of any week: what is said of them depends on the day."""
    from plugins.hours import HoursError, read_hours  # imported late: many uses need no hours
    from plugins.hours.model import Occasion

    for typed in (place.horaires, place.permanence):
        try:
            rules = read_hours(typed).rules if typed else ()
        except HoursError:
            continue  # a fault was told
        if any(
            rule.ranks or rule.anchor or rule.dates or rule.occasion is Occasion.SCHOOL_HOLIDAY
            for rule in rules
        ):
            return True
    return False
