"""Telephone numbers of every plan that a place of France may have: examples that name nobody."""

from __future__ import annotations

from typing import NamedTuple

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

DEPARTEMENTS = {
    "FR": "31", "GP": "971", "MQ": "972", "GF": "973", "RE": "974", "PM": "975", "YT": "976",
    "BL": "977", "MF": "978", "WF": "986", "PF": "987", "NC": "988",
    "MC": "06", "LU": "57", "AD": "09", "BE": "59", "CH": "74",
}  # fmt: skip
"""A region of the library → a département where one of its numbers may be a place's."""
ABROAD = ("MC", "LU", "AD", "BE", "CH")
TYPES = (
    PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.VOIP,
    PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE,
)  # fmt: skip


class Example(NamedTuple):
    """A number, and how it is dialled: «+590690001234»."""

    region: str
    departement: str
    number: phonenumbers.PhoneNumber
    dialled: str


def examples() -> list[Example]:
    """One of each type that each region has."""
    found = []
    for region, departement in DEPARTEMENTS.items():
        for kind in TYPES:
            number = phonenumbers.example_number_for_type(region, kind)
            if number is not None:
                dialled = phonenumbers.format_number(number, PhoneNumberFormat.E164)
                found.append(Example(region, departement, number, dialled))
    return found


EXAMPLES = examples()


def with_code(example: Example) -> list[str]:
    """The ways to type it with the code of its country."""
    written = phonenumbers.format_number(example.number, PhoneNumberFormat.INTERNATIONAL)
    code, _, rest = written.partition(" ")
    ways = [
        written,
        example.dialled,
        f"00{example.dialled[1:]}",
        f"00 {written[1:]}",
        f"({code}) {rest}",
        written.replace(" ", "."),
        written.replace(" ", "-"),
        written.replace(" ", "\u00a0"),
        f"\u202a{written}\u202c",
    ]
    if national(example).startswith("0") and example.region not in ("NC", "PF", "WF", "PM"):
        ways += [f"{code} (0){rest}", f"{code}(0) {rest}"]
    return ways


def without_code(example: Example) -> list[str]:
    """The ways that a neighbour types it."""
    digits = "".join(filter(str.isdigit, national(example)))
    first = len(digits) % 2
    pairs = [digits[i : i + 2] for i in range(first, len(digits), 2)]
    pairs = [digits[:1] + pairs[0], *pairs[1:]] if first else pairs
    return [national(example), digits, *(gap.join(pairs) for gap in (" ", ".", "-", "/", ". "))]


def national(example: Example) -> str:
    """As its own country writes it."""
    return phonenumbers.format_number(example.number, PhoneNumberFormat.NATIONAL)
