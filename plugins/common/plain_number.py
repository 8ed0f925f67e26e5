"""A number as a text of digits: Python writes 0.00003 as «3e-05», which no map reads."""

from __future__ import annotations

from decimal import Decimal


def plain_number(value: float) -> str:
    """«43.53», «0.00003», «-0.5»: the shortest digits that are this very number."""
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text
