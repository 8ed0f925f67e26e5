"""Dates as lists of places write them."""

from __future__ import annotations

import re
from datetime import date

from plugins.french.months import month_that_starts
from plugins.gazetteer import normalize

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_FRENCH = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?!\d)")
_WORDS = re.compile(r"(?:(\d{1,2})(?:er)? )?([a-z]{3,9}) (\d{4}|\d\d)\b")
_OLDEST = 2000


def read_date(text: str) -> str:
    """ISO day of «2024-08-01T00:00:00Z», «07/12/2021», «Février 2021», «juil-22»; "" otherwise.

    A month without a day is its first day.
    """
    if match := _ISO.search(text):
        return _day(match[1], match[2], match[3])
    if match := _FRENCH.search(text):
        return _day(match[3], match[2], match[1])
    match = _WORDS.search(normalize(text))
    if match and (month := month_that_starts(match[2])):
        return _day(match[3], str(month), match[1] or "1")
    return ""


def _day(year: str, month: str, day: str) -> str:
    try:
        read = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return ""
    return read.isoformat() if read.year >= _OLDEST else ""
