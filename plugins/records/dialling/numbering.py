"""Telephone numbering plans, France's territories first: which number exists, where, and how it is
written.

A number is its digits with «+» and the code of its plan: «+590690001234». The tables of the library
take 60 ms to import and 50 µs a number: what shape alone settles does not ask them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MAINLAND = "33"
TEN_DIGITS = (MAINLAND, "590", "596", "594", "262", "508")
"""Codes of the plans whose numbers are also dialled in ten digits from anywhere in France."""

# Landlines of metropolitan France: the whole of these ranges is in use. 0508 is Saint-Pierre.
_LANDLINE = re.compile(r"\+33(?:[134][0-9]|2[0-57-9]|5(?!08)[0-8])[0-9]{7}")

_OWN_PLAN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "971": ("GP", "590"), "972": ("MQ", "596"), "973": ("GF", "594"), "974": ("RE", "262"),
        "975": ("PM", "508"), "976": ("YT", "262"), "977": ("BL", "590"), "978": ("MF", "590"),
        "984": ("RE", "262"), "986": ("WF", "681"), "987": ("PF", "689"), "988": ("NC", "687"),
    }
)  # fmt: skip

# First four digits of a number of ten digits that belong to one overseas plan, whoever types it.
_OVERSEAS: Mapping[str, str] = MappingProxyType(
    {
        "0590": "590", "0690": "590", "0691": "590",
        "0594": "594", "0694": "594",
        "0596": "596", "0696": "596", "0697": "596",
        "0262": "262", "0263": "262", "0269": "262", "0639": "262", "0692": "262", "0693": "262",
        "0508": "508",
    }
)  # fmt: skip
_SHARED = re.compile(r"07[0-2]|0[89]")
"""Ten digits that several plans have: mobiles of overseas, services, voice over internet."""
_SHORTEST = len("+12345678")


def plan_of(departement: str) -> str:
    """The country code of a département's own numbers: «33», «687» for «988»."""
    return _OWN_PLAN.get(departement, ("", MAINLAND))[1]


def code_of(number: str) -> str:
    """The code of its plan if France has it: «590» of «+590690001234»; of another country, «»."""
    return next((code for code in TEN_DIGITS if number.startswith(f"+{code}")), "")


def is_overseas(national: str) -> bool:
    """Ten digits that only one overseas plan has, as «0590…», whatever code precedes them."""
    return national[:4] in _OVERSEAS


def number_of(national: str, departement: str) -> str:
    """The number that ten digits typed in a département mean: its own plan has the first say,
    then the mainland's, then any other that has such a number. Unknown everywhere: the mainland."""
    if is_overseas(national):
        return _with_code(_OVERSEAS[national[:4]], national)
    own = plan_of(departement)
    plain = _with_code(MAINLAND, national)
    if not _SHARED.match(national) or (own == MAINLAND and not national.startswith("07")):
        return plain
    codes = dict.fromkeys((own, *TEN_DIGITS) if own in TEN_DIGITS else TEN_DIGITS)
    numbers = (_with_code(code, national) for code in codes)
    return next(filter(exists, numbers), plain)


def _with_code(code: str, national: str) -> str:
    # Numbers of Saint-Pierre have six digits: 0508 41 00 00 is +508 41 00 00.
    return f"+{code}{national[4:] if national.startswith('0508') else national[1:]}"


def number_as_dialled_there(digits: str, departement: str) -> str | None:
    """The number that `digits` are for a neighbour of the place, where its plan writes none in ten
    digits: «261234» in Nouméa is «+687261234». None elsewhere, and when it is no such number."""
    region, code = _OWN_PLAN.get(departement, ("", MAINLAND))
    if code == MAINLAND or (code in TEN_DIGITS and code != "508") or len(digits) > 9:
        return None
    import phonenumbers  # imported late, see above

    try:
        parsed = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return number if number in (f"+{code}{digits}", f"+{code}{digits.removeprefix('0')}") else None


def exists(number: str) -> bool:
    """Whether the plan of the number has it."""
    if _LANDLINE.fullmatch(number):
        return True
    import phonenumbers

    parsed = _parsed(number)
    return parsed is not None and phonenumbers.is_valid_number(parsed)


def has_its_length(number: str) -> bool:
    """Whether the plan of the number has numbers as long, whichever are in use. Of eight digits,
    its code among them, none is believed to be whole unless it exists."""
    import phonenumbers

    if len(number) <= _SHORTEST:
        return exists(number)

    parsed = _parsed(number)
    possible = phonenumbers.ValidationResult.IS_POSSIBLE
    return parsed is not None and phonenumbers.is_possible_number_with_reason(parsed) == possible


def is_mobile(number: str) -> bool:
    """Whether it is a mobile number in its plan; False when the plan cannot tell."""
    if _LANDLINE.fullmatch(number):
        return False
    import phonenumbers

    parsed = _parsed(number)
    return (
        parsed is not None
        and phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE
    )


def written_abroad(number: str) -> tuple[str, str]:
    """(«+377 93 15 12 34», «+37793151234»): in the grouping of its country, and to dial."""
    import phonenumbers

    parsed = _parsed(number)
    if parsed is None:
        return number, number
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    dialled = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return written.replace(".", " "), dialled


def _parsed(number: str) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
