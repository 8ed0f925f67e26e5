"""Times of day: minutes after midnight."""

from __future__ import annotations

import re

NARROW = "\u202f"
"""Between a number and «h»: narrow, and never at the end of a line."""
_MIDNIGHT = 24 * 60


def read_time(normalized: str) -> int | None:
    """Minutes after midnight of "9h30", "09:30", "9 heures", "midi"; None if impossible."""
    if normalized in ("midi", "minuit"):
        return 720 if normalized == "midi" else 0
    numbers = [int(number) for number in re.findall(r"\d+", normalized)]
    hours, rest = numbers[0], numbers[1] if len(numbers) > 1 else 0
    return hours * 60 + rest if rest < 60 and hours <= 48 else None


def type_time(minutes: int) -> str:
    """As a volunteer types it: 570 → "9h30", 540 → "9h"."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}h{rest:02}" if rest else f"{hours}h"


def say_time(minutes: int) -> str:
    """570 → «9 h 30»; 1440 → «minuit»; the next morning's hours as they are on the clock."""
    if minutes == _MIDNIGHT:
        return "minuit"
    hours, rest = divmod(minutes % _MIDNIGHT, 60)
    return f"{hours}{NARROW}h" + (f"{NARROW}{rest:02}" if rest else "")
