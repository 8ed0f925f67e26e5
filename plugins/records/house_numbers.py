"""What stands where the number of a house should, and is none: 99999, a postcode, #REF!."""

from __future__ import annotations

import re

SPREADSHEET_ERROR = (
    r"#(?:ref|n/a|na|value|valeur|nom|name|null|nul|num|nombre|div/0|calc|error|erreur)"
    r"(?:\b|(?<=[/\w]))[!?]?"
)
"""A pattern, in small letters: the errors of spreadsheets, in French and in English."""
_FALSE_NUMBER = re.compile(
    rf"(?:n\s?[°o]\.?\s*)?(?:0+(?:[.,]0+)?|9{{4,}}|\d\d\s\d{{3}}|\d{{5,}}|{SPREADSHEET_ERROR}"
    r"|null|nan|none|s/n|x{2,}|\?+|nc|nr)(?:\s+(?:bis|ter))?(?:\s*[,;]\s*|\s*-?\s+)(?=[^\W\d])",
    re.IGNORECASE,
)


def false_number(address: str) -> str:
    """The beginning of an address as typed, up to its street, that is the number of no house:
    «99999 » of «99999 avenue du Lac»; "" when it may be one. No house has one of five digits."""
    found = _FALSE_NUMBER.match(address)
    return found[0] if found else ""
