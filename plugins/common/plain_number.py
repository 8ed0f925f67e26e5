"""A number as a text of digits: Python writes 0.00003 as «3e-05», which no map reads."""

from __future__ import annotations

from decimal import Decimal


def plain_number(value: object) -> str:
    """«43.53», «0.00003», «-0.5»: the shortest digits that are this very number; what is no number
    with a point, as `str` says it."""
    text = str(value)
    return format(Decimal(text), "f") if isinstance(value, float) and "e" in text else text
