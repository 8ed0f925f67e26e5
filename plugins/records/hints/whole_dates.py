"""Hints about words of a line of dates, as the whole line that can be pasted."""

from __future__ import annotations

import re
from datetime import date

from plugins.records.hints.hint_texts import hint_texts
from plugins.recurrence import DatesError, read_dates

IN_LINE = "dans cette ligne, "
"""How a hint begins whose words do not stand alone: it shows, and is not pasted for the line."""
_QUOTED = re.compile(r"« (.*?) »")


def dates_hint(line: str, failure: DatesError, today: date) -> str:
    """What to write for a line that cannot be read: where the hint has only some of its words, the
    line with them in it."""
    hint = failure.hint.rstrip(".")
    told = hint_texts(hint)
    if told is None or told.verb != "replace":
        return hint
    words = [choice[0] for choice in told.choices]
    if all(_is_read(each, today) for each in words):
        return hint
    wrong = next((part for part in _QUOTED.findall(failure.message) if part in line), None)
    for each in words:
        whole = line.replace(wrong, each, 1) if wrong else ""
        if each.startswith("de "):
            whole = whole.replace(f"de {each}", each, 1)
        if not _is_read(whole, today):
            return IN_LINE + hint
        hint = hint.replace(f"« {each} »", f"« {whole} »", 1)
    return hint


def _is_read(text: str, today: date) -> bool:
    try:
        return bool(read_dates(text, today=today).spans)
    except DatesError:
        return False
