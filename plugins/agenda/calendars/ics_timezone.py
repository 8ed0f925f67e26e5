"""VTIMEZONE in a few lines: rules, not the list of dates that libraries write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from plugins.french.days import ICAL_DAYS

YEARS = range(2010, 2038)
"""Summer time follows one rule in these years, in Europe as in America; records are of our time."""
_ZonePart = TimezoneStandard | TimezoneDaylight
_MINUTE = timedelta(minutes=1)


class _OffsetChange(NamedTuple):
    """From one offset to another: `local` is what clocks showed just before."""

    local: datetime
    before: timedelta
    after: timedelta
    is_summer: bool
    name: str


@cache
def timezone_of(zone: ZoneInfo) -> Timezone:
    """The component of a zone. Raises ValueError when its summer time follows no yearly rule."""
    component = Timezone()
    component.add("tzid", zone.key)
    yearly = [_changes(zone, year) for year in YEARS]
    if not any(yearly):
        component.add_component(_without_summer_time(zone))
        return component
    if any(len(changes) != 2 for changes in yearly):
        raise ValueError(f"{zone.key}: no yearly rule")
    for changes in zip(*yearly, strict=True):
        component.add_component(_part(changes, zone.key))
    return component


def _without_summer_time(zone: ZoneInfo) -> _ZonePart:
    moment = datetime(YEARS[0], 1, 1, tzinfo=zone)
    offset = moment.utcoffset() or timedelta()
    change = _OffsetChange(datetime(1970, 1, 1), offset, offset, False, moment.tzname() or "")
    return _described(TimezoneStandard(), change)


def _part(changes: tuple[_OffsetChange, ...], key: str) -> _ZonePart:
    first = changes[0]
    part = _described(TimezoneDaylight() if first.is_summer else TimezoneStandard(), first)
    for rank in (1, 2, 3, 4, -1):
        days = {(c.local.month, c.local.weekday(), c.local.time()) for c in changes}
        if len(days) == 1 and all(_rank_of(c.local, rank) for c in changes):
            day = f"{rank}{ICAL_DAYS[first.local.weekday()]}"
            rule = f"FREQ=YEARLY;BYDAY={day};BYMONTH={first.local.month}"
            part.add("rrule", vRecur.from_ical(rule))
            return part
    raise ValueError(f"{key}: no yearly rule")


def _rank_of(day: datetime, rank: int) -> bool:
    if rank < 0:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == rank


def _described(part: _ZonePart, change: _OffsetChange) -> _ZonePart:
    part.add("dtstart", change.local)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    return part


def _changes(zone: ZoneInfo, year: int) -> list[_OffsetChange]:
    """The changes of offset in a year, in order."""
    found = []
    day = datetime(year, 1, 1, tzinfo=UTC)
    while day.year == year:
        if _offset(day, zone) != _offset(day + timedelta(days=1), zone):
            found.append(_change(day, zone))
        day += timedelta(days=1)
    return found


def _change(day: datetime, zone: ZoneInfo) -> _OffsetChange:
    """The change within a day, to the minute."""
    before = _offset(day, zone)
    low, high = 0, 24 * 60  # the offset is the old one at `low`, the new one at `high`
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(day + middle * _MINUTE, zone) == before:
            low = middle
        else:
            high = middle
    moment = day + high * _MINUTE
    there = moment.astimezone(zone)
    return _OffsetChange(
        (moment + before).replace(tzinfo=None),
        before,
        _offset(moment, zone),
        bool(there.dst()),
        there.tzname() or "",
    )


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
