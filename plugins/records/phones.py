"""Telephone numbers as people type them: read, shown in pairs, dialled from any country.

A French number belongs to the plan of its territory: 0590… is Guadeloupe and is dialled +590, not
+33. Short numbers (3949, 115) are real and can only be dialled as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

_SEPARATORS = re.compile(r"[\s.\-/()\u2010-\u2015]+")
_NATIONAL = re.compile(r"0[1-9][0-9]{8}")
_SHORT = re.compile(r"3[0-9]{3}|1[0-9]{1,3}|11[68][0-9]{3}")
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")
# Of these plans only whole numbers are numbers, and those became national ones.
_CUT = re.compile(r"\+(33|590|594|596|262|508)")
_TRUNK_ZERO = re.compile(r"\+33\s*\(0\)|\+330")
_MOBILE_FRANCE = ("06", "07")

# First four digits of a national number → country code, where that is not 33.
_OVERSEAS: Mapping[str, str] = MappingProxyType(
    {
        "0590": "590", "0690": "590", "0691": "590",
        "0594": "594", "0694": "594",
        "0596": "596", "0696": "596", "0697": "596",
        "0262": "262", "0263": "262", "0269": "262", "0639": "262", "0692": "262", "0693": "262",
    }
)  # fmt: skip
_SAINT_PIERRE = "0508"
_OVERSEAS_CODES = frozenset({"590", "594", "596", "262"})


class Phone(NamedTuple):
    """A number ready for a page: `display` «05 61 00 00 00», `uri` «tel:+33561000000»."""

    display: str
    uri: str

    @property
    def is_short(self) -> bool:
        """A short number, which is dialled as it is and only from France."""
        return "+" not in self.uri

    @property
    def is_mobile(self) -> bool:
        """A mobile number of France or overseas: it may be somebody's own."""
        return self.display.startswith(_MOBILE_FRANCE)


def phones_of(texts: Iterable[str]) -> tuple[Phone, ...]:
    """The numbers of a record that can be dialled, in its order."""
    found = (read_phone(text) for text in texts)
    return tuple(phone for phone in found if phone is not None)


def read_phone(text: str) -> Phone | None:
    """The number in `text`, or None when it is not one number with all its digits.

    Only the shape is read, quickly, for pages; that the number exists in its plan is a check.
    """
    compact = _SEPARATORS.sub("", _TRUNK_ZERO.sub("+33", text))
    if compact.startswith("00"):
        compact = "+" + compact[2:]
    if compact.startswith("+"):
        compact = _to_national(compact)
    if _NATIONAL.fullmatch(compact):
        return Phone(_pairs(compact), f"tel:+{_country_and_number(compact)}")
    if _SHORT.fullmatch(compact):
        return Phone(_pairs(compact), f"tel:{compact}")
    if _INTERNATIONAL.fullmatch(compact) and not _CUT.match(compact):
        country = compact[: 4 if compact[1] in "56" else 3]
        return Phone(f"{country} {_pairs(compact[len(country) :])}", f"tel:{compact}")
    return None


def _to_national(number: str) -> str:
    """«+33561000000» → «0561000000»; a number of another plan stays as it is."""
    if number.startswith("+33") and len(number) == 12:
        return "0" + number[3:]
    if number[1:4] in _OVERSEAS_CODES and len(number) == 13:
        return "0" + number[4:]
    if number.startswith("+508") and len(number) == 10:
        return _SAINT_PIERRE + number[4:]
    return number


def _country_and_number(national: str) -> str:
    if national.startswith(_SAINT_PIERRE):
        return "508" + national[4:]
    return _OVERSEAS.get(national[:4], "33") + national[1:]


def _pairs(digits: str) -> str:
    first = len(digits) % 2
    chunks = ([digits[:1]] if first else []) + [
        digits[i : i + 2] for i in range(first, len(digits), 2)
    ]
    return " ".join(chunks)
