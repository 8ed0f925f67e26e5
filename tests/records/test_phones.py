"""Numbers of every plan: typed in any way, the same country and the same number."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.dialling.in_text import phones_in
from plugins.records.dialling.short_numbers import is_emergency
from plugins.records.phones import phones_of, read_phone
from tests.support.numbers import ABROAD, EXAMPLES, Example, with_code, without_code

LOCAL = ("NC", "PF", "WF", "PM")  # fewer digits than ten: a record writes their code

FIXED = {
    # typed, département → shown, dialled
    ("+590 709 00 12 34", "971"): ("07 09 00 12 34", "+590709001234"),
    ("07 09 00 12 34", "31"): ("07 09 00 12 34", "+590709001234"),
    ("+590 976 01 23 45", "971"): ("09 76 01 23 45", "+590976012345"),
    ("+590 976 01 23 45", "31"): ("+590 976 01 23 45", "+590976012345"),
    ("+33 9 76 01 23 45", "971"): ("+33 9 76 01 23 45", "+33976012345"),
    ("+596 810 12 34 56", "31"): ("+596 810 12 34 56", "+596810123456"),
    ("01 70 77 23 72", "974"): ("01 70 77 23 72", "+33170772372"),
    ("01 70 77 23 72", "988"): ("01 70 77 23 72", "+33170772372"),
    ("+33 690 00 12 34", "971"): ("06 90 00 12 34", "+590690001234"),
    ("+590 5 61 00 00 00", "971"): ("05 61 00 00 00", "+33561000000"),
    ("+508 708 40 12 34", "975"): ("07 08 40 12 34", "+508708401234"),
    ("+508 41 10 50", "975"): ("+508 41 10 50", "+508411050"),
    ("+377 93 15 12 34", "06"): ("+377 93 15 12 34", "+37793151234"),
    ("+352 27 12 34 56", "57"): ("+352 27 12 34 56", "+35227123456"),
    ("+376 712 345", "09"): ("+376 712 345", "+376712345"),
    ("+687 26.12.34", "988"): ("+687 26 12 34", "+687261234"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "departement"), FIXED)
def test_a_number_keeps_its_country(typed: str, departement: str) -> None:
    phone = read_phone(typed, departement)
    assert phone is not None
    assert (phone.display, phone.number) == FIXED[typed, departement]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda it: f"{it.region} {it.dialled}")
def test_every_plan_is_read_in_every_way(example: Example) -> None:
    for typed in with_code(example):
        for departement in (example.departement, "", "31", "971", "976", "988"):
            assert _dialled(typed, departement) == example.dialled, (typed, departement)
            assert _in_text(typed, departement) == [example.dialled], (typed, departement)
    if example.region in ABROAD:
        return
    for typed in without_code(example):
        assert _in_text(typed, example.departement) == [example.dialled], typed
        if example.region not in LOCAL:
            assert _dialled(typed, example.departement) == example.dialled, typed


def _dialled(typed: str, departement: str) -> str | None:
    phone = read_phone(typed, departement)
    return phone and phone.number


def _in_text(typed: str, departement: str) -> list[str]:
    return [phone.number for phone in phones_in(typed, departement).phones]


@given(
    st.sampled_from(EXAMPLES),
    st.integers(0, 9999),
    st.sampled_from(["", "31", "971", "974", "975", "988"]),
)
def test_what_is_shown_is_read_back_as_the_same_number(
    example: Example, last: int, departement: str
) -> None:
    number = f"{example.dialled[:-4]}{last:04}"
    phone = read_phone(number, departement)
    assert phone is not None
    assert read_phone(phone.display, departement) == phone
    if phonenumbers.is_valid_number(phonenumbers.parse(number)) and not number.startswith("+33"):
        assert phone.number == number


def test_a_mobile_is_known_in_every_plan() -> None:
    for example in EXAMPLES:
        kind = phonenumbers.number_type(example.number)
        phone = read_phone(example.dialled, example.departement)
        assert phone is not None
        assert phone.is_mobile == (kind == phonenumbers.PhoneNumberType.MOBILE), example.dialled


@pytest.mark.parametrize("typed", ["15", "17", "18", "112", "114", "115", "116 000", "116117",
                                   "119", "191", "196", "197", "1 15", "1.12"])  # fmt: skip
def test_an_emergency_number_is_nobodys(typed: str) -> None:
    assert phones_of([typed]) == ()
    assert phones_in(typed, "31").phones == ()
    assert is_emergency("".join(filter(str.isdigit, typed)))
