"""A line in which a usual slip is looked for."""

from __future__ import annotations

from typing import NamedTuple

FIELD = r"\s*(?:- +)?"
"""What stands before the name of a field."""
KEY = r"[^\W\d][\w-]*"


class SlipLine(NamedTuple):
    """`number` from 0; `previous`: the line before that is not blank."""

    number: int
    text: str
    previous: str


Slip = tuple[int, str, str]
"""Column from 0, message, hint."""
