"""One event of a calendar, before it is text (plugins/agenda/calendars/ics.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Event:
    """One session, or a series of sessions at the same hours.

    `start` and `end` are aware and bear a `ZoneInfo`; the days of a series are days there.
    `rrule`, `rdates` and `exdates` are `rule`, `also` and `without` of `plugins.recurrence.Series`;
    `cancelled` maps the days of sessions that stay visible as cancelled to a reason, or "".
    `sequence` and `last_modified` (aware) come from the record. `geo` is latitude, longitude.
    """

    uid: str
    summary: str
    start: datetime
    end: datetime
    last_modified: datetime
    sequence: int = 0
    description: str = ""
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    status: Literal["CONFIRMED", "TENTATIVE", "CANCELLED"] = "CONFIRMED"
    rrule: str = ""
    rdates: tuple[date, ...] = ()
    exdates: tuple[date, ...] = ()
    cancelled: Mapping[date, str] = field(default_factory=dict)
