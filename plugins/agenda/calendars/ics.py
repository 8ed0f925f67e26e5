"""Calendar text (RFC 5545): what phones and agendas subscribe to.

The same events give the same bytes, whenever they are written: nothing in a file is the time of its
writing. A later build may make a series with exceptions longer, and changes nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar

from plugins.agenda.calendars.ics_timezone import timezone_of
from plugins.agenda.calendars.vevent import Event

PRODID = "-//annuaire//Agenda//FR"
EVERY_DAY = timedelta(days=1)
"""How often those who subscribed look for changes."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_CANCELLED = "Annulé"


def calendar_text(
    events: Iterable[Event], *, name: str = "", url: str = "", zone: ZoneInfo | None = None
) -> bytes:
    """A calendar called `name`, to which people subscribe; `url` is the page that shows the same.
    Without a name, events to put in a calendar that one has. They keep their order.

    `zone` is described also when no event is in it: a calendar must hold something.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name:
        for key in ("name", "x-wr-calname"):
            calendar.add(key, icalendar.vText(_clean(name)))
        calendar.add("refresh-interval", EVERY_DAY, {"VALUE": "DURATION"})
        calendar.add("x-published-ttl", icalendar.vDuration(EVERY_DAY))
    if _address(url):
        calendar.add("url", _address(url))
    events = list(events)
    zones = {_zone(event.start).key: _zone(event.start) for event in events}
    if zone is not None or not zones:
        zone = zone or ZoneInfo("Europe/Paris")
        zones[zone.key] = zone
    for _, described in sorted(zones.items()):
        calendar.add_component(timezone_of(described))
    for event in events:
        for component in _components(event):
            calendar.add_component(component)
    return bytes(calendar.to_ical(sorted=False))


def _components(event: Event) -> list[icalendar.Event]:
    """The event itself, then one component for each cancelled session of a series."""
    days = {event.start.date()} if not (event.rrule or event.rdates) else set()
    alone = days & set(event.cancelled)
    if alone:
        return [_component(event, event.start, "CANCELLED", event.cancelled[alone.pop()])]
    series = _component(event, event.start, event.status)
    zone = _zone(event.start)
    if event.rrule:
        series.add("rrule", icalendar.vRecur.from_ical(_with_moment(event.rrule, zone)))
    for key, others in (("rdate", event.rdates), ("exdate", event.exdates)):
        if others:
            series.add(key, [_on(day, event.start) for day in sorted(others)])
    found = [series]
    for day, reason in sorted(event.cancelled.items()):
        one = _component(event, _on(day, event.start), "CANCELLED", reason)
        one.add("recurrence-id", _on(day, event.start))
        found.append(one)
    return found


def _component(event: Event, start: datetime, status: str, reason: str = "") -> icalendar.Event:
    component = icalendar.Event()
    is_cancelled = status == "CANCELLED"
    component.add("uid", _clean(event.uid))
    component.add("sequence", event.sequence)
    component.add("dtstamp", event.last_modified.astimezone(UTC))
    component.add("last-modified", event.last_modified.astimezone(UTC))
    component.add("dtstart", start)
    component.add("dtend", _end(event, start))
    component.add(
        "summary", _clean(f"{_CANCELLED} : {event.summary}" if is_cancelled else event.summary)
    )
    texts = (f"{_CANCELLED} : {reason}" if reason else "", event.description)
    described = "\n\n".join(text for text in texts if text)
    for key, text in (("description", described), ("location", event.location)):
        if text:
            component.add(key, _clean(text))
    if event.geo:
        component.add("geo", tuple(round(degrees, 6) for degrees in event.geo))
    if _address(event.url):
        component.add("url", _address(event.url))
    if event.categories:
        component.add("categories", [_clean(word) for word in event.categories])
    component.add("status", status)
    component.add("transp", "TRANSPARENT")  # a subscription does not fill anybody's diary
    return component


def _end(event: Event, start: datetime) -> datetime:
    """The end of the session that starts at `start`, by the clock on the wall."""
    length = event.end.replace(tzinfo=None) - event.start.replace(tzinfo=None)
    return start + length  # wall time: both ends bear the same zone


def _on(day: date, start: datetime) -> datetime:
    return datetime.combine(day, start.time(), start.tzinfo)


def _zone(moment: datetime) -> ZoneInfo:
    if not isinstance(moment.tzinfo, ZoneInfo):
        raise TypeError("an event needs a moment in a zone, such as ZoneInfo('Europe/Paris')")
    return moment.tzinfo


def _with_moment(rule: str, zone: ZoneInfo) -> str:
    """UNTIL as the last second of its day, in universal time, as RFC 5545 wants beside a zone."""

    def last_second(found: re.Match[str]) -> str:
        day = date.fromisoformat(found[1])
        return (
            f"UNTIL={datetime.combine(day, time(23, 59, 59), zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"
        )

    return re.sub(r"UNTIL=(\d{8})(?!T)", last_second, rule)


def _address(url: str) -> str:
    """An address holds no space: nothing after one is part of it."""
    return next(iter(_clean(url).split()), "")


def _clean(text: str) -> str:
    """Without the control characters that a calendar may not hold."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n"))
