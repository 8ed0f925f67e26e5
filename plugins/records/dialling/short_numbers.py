"""Short numbers of France: those of a service of the whole country, those of an emergency.

They have no country code and are dialled as they are. An emergency number is never a place's: a
page that offers it as the number to call sends to the police who wanted a computer lesson.
"""

from __future__ import annotations

import re

_SERVICE = re.compile(r"3[0-9]{3}|10[0-9]{2}|118[0-9]{3}")
_EMERGENCY = re.compile(r"1[5-8]|11[0-9]|19[0-9]|116[0-9]{3}")
"""15, 17, 18, 16 overseas, 112, 114, 115, 119, 191, 196, 197…, and the European 116000, 116117…"""


def is_short(digits: str) -> bool:
    """Digits that are the whole number of a service: «3949», «118218»; never an emergency."""
    return _SERVICE.fullmatch(digits) is not None


def is_emergency(digits: str) -> bool:
    """Digits that call the police, rescue, doctors on duty, a child's helpline."""
    return _EMERGENCY.fullmatch(digits) is not None
