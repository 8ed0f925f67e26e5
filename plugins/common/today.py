"""The day on which a command is run, and the month it is in."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo


def day_in_france() -> datetime.date:
    """The day it is in France, whatever the clock of the machine says."""
    return datetime.datetime.now(ZoneInfo("Europe/Paris")).date()


def end_of_month(day: datetime.date) -> datetime.date:
    """The last day of its month."""
    following = (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    return following - datetime.timedelta(days=1)
