"""A column that holds two facts: «Médiathèque du Lac - 3 rue du Bois»."""

from __future__ import annotations

import re
from collections.abc import Sequence

NAME_AND_STREET = "nom, puis adresse"
"""In place of a field: the name of the place, then its address."""
_STREET = (
    r"(?=\d{1,4} ?(?:bis|ter|quater)?[ ,]|(?:rue|avenue|av|boulevard|bd|place|chemin|route|impasse"
    r"|all[ée]es?|quai|cours|square|esplanade|passage|lieu[- ]dit|hameau|le bourg)\b)"
)
_JOINT = rf"\s*(?:\n|[,;:(]|\s[-–—]|[-–—]\s)\s*{_STREET}"
NAME_BEFORE = re.compile(rf"(?is)^(.+?)(?:{_JOINT}|$)")
STREET_AFTER = re.compile(rf"(?is)^.+?{_JOINT}(.+?)\)?$")


def holds_both(cells: Sequence[str]) -> bool:
    """Whether most cells are a name and a street."""
    return sum(bool(STREET_AFTER.search(cell)) for cell in cells) * 2 > len(cells) > 0
