"""Dates of workshops and routes: a French sentence in, an RFC 5545 rule and days out.

A library, not a Pelican plugin. It adds nothing to the context and writes nothing. `read_dates`
reads one line of a record; `Dates` gives its days, its rule and a normal sentence.
docs/adr/0020-recurrence.md says why.
"""

from plugins.recurrence.model import Dates, DatesError, Period, Series, Skip
from plugins.recurrence.reading import read_dates

__all__ = ["Dates", "DatesError", "Period", "Series", "Skip", "read_dates"]
