"""What a row says of its town, and what is answered."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.gazetteer import Commune

_COMMUNE_CODE = re.compile(r"(\d\d|2[AB])\d{3}")


class TownFacts(NamedTuple):
    """What a row says of where it is: text, "" for what it does not say."""

    code: str = ""
    postcode: str = ""
    name: str = ""
    departement: str = ""
    place: str = ""
    """Name of the place."""
    address: str = ""
    point: tuple[float, float] | None = None
    """Degrees, latitude first."""


class RowCommune(NamedTuple):
    """The commune of a row (None when it cannot be told) and what there is to say about it."""

    commune: Commune | None
    postcode: str
    remarks: list[str]
    doubts: list[str]
    """What a person should look at: facts that contradict each other, a choice between communes."""


def read_postcode(text: str) -> str:
    """Five digits, the lost leading zero given back; "" when it is not a postcode."""
    digits = text.strip().removesuffix(".0").replace(" ", "")
    digits = digits.removeprefix("F-" if digits.startswith("F-") else "F")
    return digits.zfill(5) if digits.isdigit() and 4 <= len(digits) <= 5 else ""


def read_commune_code(text: str) -> str:
    """An INSEE code, the lost leading zero given back; "" when it is not one."""
    code = text.strip().removesuffix(".0").replace(" ", "").upper()
    code = code.zfill(5) if code.isdigit() and len(code) == 4 else code
    return code if _COMMUNE_CODE.fullmatch(code) else ""
