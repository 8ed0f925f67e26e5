"""Whether a cell may be shown as an example: never one that leads to somebody."""

from __future__ import annotations

import re

from plugins.records.persons.cited import tells_of_somebody
from plugins.records.persons.person_names import is_a_person

_MOBILE = re.compile(r"(?:\+|00)?(?:33|0)?\W?\(?0?\)?\W?[67](?:\W?\d\W?){8}")


def is_shown(text: str) -> bool:
    """False for a cell with a mobile number, an address of mail or the name of a person."""
    if "@" in text or _MOBILE.fullmatch(text.strip()):
        return False
    return not is_a_person(text) and not tells_of_somebody(text)
