"""The day on which a command is run."""

import datetime
from zoneinfo import ZoneInfo


def today() -> datetime.date:
    """The day it is in France."""
    return datetime.datetime.now(ZoneInfo("Europe/Paris")).date()
