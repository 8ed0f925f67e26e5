"""A town and its postcode as people write them in one cell: «31670 Labège», «Labège (31)»."""

from __future__ import annotations

import re
from typing import NamedTuple

_FIVE = r"(?:F-?\s?)?(\d{5}|\d{2}\s\d{3})"
_CODE_FIRST = re.compile(rf"\s*{_FIVE}(?!\d)\s*[,;:/–-]?\s*([^\W\d].*?)\s*", re.IGNORECASE)
_CODE_LAST = re.compile(rf"\s*([^\W\d].*?)\s*[,;:/(–-]?\s*{_FIVE}\s*\)?\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*([^\W\d].*?)\s*\(\s*(\d\d\d?|2[AB])\s*\)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"\s*(\d\d|2[AB]|97\d)\s*[-–]?\s+([^\W\d].*?)\s*", re.IGNORECASE)
_CEDEX = r"\bc[eé]dex\b"
_FROM_CEDEX = re.compile(rf"[\s,–(-]*{_CEDEX}.*", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_CEDEX}(?:[^\S\n]+\d{{1,2}}\b)?", re.IGNORECASE)
_BOX_BEFORE = re.compile(
    r"(?:\bb\.?\s?p\.?|\bc\.?\s?s\.?|\bt\.?\s?s\.?\s?a\.?|\b(?:bo[iî]te|case) postale"
    r"|\bcourse sp[eé]ciale)\s*(?:n[°o]\.?)?\s*:?\s*$",
    re.IGNORECASE,
)
"""What stands before five digits that are those of a letter box."""
_ADDRESS_END = re.compile(
    r"(?:^|[\s,;–-]+)(\d{5}|\d{2}\s\d{3})(?!\d)\s*[,–-]?\s*([^\W\d][^\d,;]*?)"
    rf"(?:\s+{_CEDEX}[^,;]*)?(?:\s*[,(-]\s*france\)?)?\s*$",
    re.IGNORECASE,
)


class TownText(NamedTuple):
    """What one cell says of a town; "" for what it does not say."""

    name: str
    postcode: str
    departement: str


def split_town(text: str) -> TownText:
    """«31670 Labège», «Labège 31670», «Labège (31)», «31 Toulouse», «31059 TOULOUSE CEDEX 9»."""
    if not any(char.isdigit() for char in text):
        return TownText(without_cedex(text) if "dex" in text.lower() else text, "", "")
    text = " ".join(text.split())
    if found := _CODE_FIRST.fullmatch(text):
        return TownText(without_cedex(found[2]), found[1].replace(" ", ""), "")
    text = without_cedex(text) or text
    if found := _CODE_LAST.fullmatch(text):
        return TownText(found[1], found[2].replace(" ", ""), "")
    if found := _IN_BRACKETS.fullmatch(text):
        return TownText(found[1], "", found[2].upper())
    if found := _BEFORE.fullmatch(text):
        return TownText(found[2], "", found[1].upper())
    return TownText(text.strip(" -–,"), "", "")


def without_cedex(name: str) -> str:
    """«Toulouse» of «TOULOUSE CEDEX 9»."""
    return _FROM_CEDEX.sub("", name).strip(" -–,")


def cedex_in(text: str) -> str:
    """«CEDEX 9» of «31059 Toulouse Cédex 9», as the post writes it; "" when there is none."""
    found = _NUMBERED.search(text)
    return " ".join(found[0].upper().replace("É", "E").split()) if found else ""


def split_address(address: str) -> tuple[str, str, str]:
    """(street, postcode, commune) of «8 rue X - 33000 Bordeaux»; the last two may be empty. Whether
    there is such a commune is not known here; «BP 80015 Place du Lac» ends with none."""
    match = _ADDRESS_END.search(address)
    if not match or _BOX_BEFORE.search(address[: match.start(1)]):
        return address, "", ""
    return address[: match.start()].strip(" ,;-–"), match[1].replace(" ", ""), match[2].strip(" -–")


def departement_of_postcode(postcode: str) -> str:
    """The département that the beginning of a postcode tells; "" when it does not."""
    if postcode.startswith("20"):
        return ""  # Corsica: the postcode does not say 2A or 2B
    return postcode[:3] if postcode.startswith(("97", "98")) else postcode[:2]
