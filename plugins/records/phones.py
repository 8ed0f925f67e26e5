"""Telephone numbers as people type them: read, shown as France dials them, dialled from anywhere.

A French number belongs to the plan of its territory: 0590… is Guadeloupe and is dialled +590, not
+33. A number typed with the code of its country keeps it. Short numbers (3949) are real and can
only be dialled as they are; emergency numbers are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from plugins.records.dialling import numbering
from plugins.records.dialling.short_numbers import is_short

# Between digits, and the marks of direction that come along with a number copied from an agenda.
_SEPARATORS = re.compile(r"[\s.\-/()\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]+")
_NATIONAL = re.compile(r"0[1-9][0-9]{8}")
_FRENCH = re.compile(r"\+(33|590|594|596|262|508)0?([1-9][0-9]{8})")
_SAINT_PIERRE = re.compile(r"\+508[0-9]{6}")
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")
# Of these plans only whole numbers are numbers, and those were read before.
_CUT = re.compile(r"\+(33|590|594|596|262|508)")
_MOBILE_FRANCE = ("06", "07")


_TYPED = re.compile(r"[\dOoIl +./-]+")
_LABEL = re.compile(r"(?i)^t[ée]l(?:\.|[ée]phone)?\s*:?\s*(?=[+0-9OoIl])")
_LETTERS = str.maketrans("OoIl", "0011")
"""Letters that people type for digits."""


class Phone(NamedTuple):
    """A number ready for a page: `display` «05 61 00 00 00», `uri` «tel:+33561000000».

    `display`, typed again in the same département, is the same number."""

    display: str
    uri: str

    @property
    def number(self) -> str:
        """What is dialled: «+33561000000», «3949»."""
        return self.uri.removeprefix("tel:")

    @property
    def for_machines(self) -> str:
        """What a program that reads every number as one of the mainland must be given: the code of
        the country is written wherever it is another."""
        return (
            self.number
            if self.number.startswith("+") and self.number[:3] != "+33"
            else self.display
        )

    @property
    def is_short(self) -> bool:
        """A short number, which is dialled as it is and only from France."""
        return "+" not in self.uri

    @property
    def is_mobile(self) -> bool:
        """A mobile number, of any country that tells them apart: it may be somebody's own."""
        return not self.is_short and (
            self.display.startswith(_MOBILE_FRANCE) or numbering.is_mobile(self.number)
        )


def phones_of(texts: Iterable[str], departement: str = "") -> tuple[Phone, ...]:
    """The numbers of a record that can be dialled, in its order."""
    found = (read_phone(text, departement) for text in texts)
    return tuple(phone for phone in found if phone is not None)


def read_phone(text: str, departement: str = "") -> Phone | None:
    """The number in `text`, or None when it is not one number with all its digits.

    `departement` («971»), where the record is, settles ten digits that several plans have. Only the
    shape is read, quickly, for pages; that the number exists in its plan is a check.
    """
    compact = compact_number(text)
    if compact.startswith("+"):
        return _international(compact, departement)
    if _NATIONAL.fullmatch(compact):
        return _national(compact, departement)
    if is_short(compact):
        return Phone(_short(compact), f"tel:{compact}")
    return None


def compact_number(text: str) -> str:
    """A number without what stands between its digits: «00 33 (0)5 61…» → «+33561…»."""
    compact = _SEPARATORS.sub("", text)
    if compact.startswith(("+", "00")):
        compact = _SEPARATORS.sub("", text.replace("(0)", ""))
    return f"+{compact[2:]}" if compact.startswith("00") else compact


def written_with_code(number: str) -> Phone:
    """«+687261234» as its own country groups it: «+687 26 12 34»."""
    display, dialled = numbering.written_abroad(number)
    return Phone(display, f"tel:{dialled}")


def _national(compact: str, departement: str) -> Phone:
    return Phone(_pairs(compact), f"tel:{numbering.number_of(compact, departement)}")


def _international(compact: str, departement: str) -> Phone | None:
    """A number with its code: shown in ten digits only where these mean the same number."""
    french = _FRENCH.fullmatch(compact)
    if french is None:
        six = _SAINT_PIERRE.fullmatch(compact)
        whole = six or (_INTERNATIONAL.fullmatch(compact) and not _CUT.match(compact))
        return written_with_code(compact) if whole else None
    code, digits = french.groups()
    number = f"+{code}{digits}"
    reading = _national(f"0{digits}", departement)
    if reading.number == number or (
        code == numbering.MAINLAND and numbering.is_overseas(f"0{digits}")
    ):
        return reading
    if numbering.exists(number) or not numbering.exists(reading.number):
        return written_with_code(number)
    return reading  # no such number under that code, one under another: a check tells of it


def _short(digits: str) -> str:
    return f"{digits[:3]} {digits[3:]}" if len(digits) == 6 else f"{digits[:2]} {digits[2:]}"


def _pairs(digits: str) -> str:
    return " ".join(digits[i : i + 2] for i in range(0, len(digits), 2))


def digits_typed(text: str) -> str:
    """A number with the digits that its letters stand for, without «Tél.» in front: «O5 61 00…»."""
    number = _LABEL.sub("", text)
    return number.translate(_LETTERS) if _TYPED.fullmatch(number) else text
