"""The day on which a command is run."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo


def day_in_france() -> datetime.date:
    """The day it is in France, whatever the clock of the machine says."""
    return datetime.datetime.now(ZoneInfo("Europe/Paris")).date()
