"""Wherever a number is given out, it is the same number."""

import json
import re

import phonenumbers
import pytest

from plugins.places.vcard import vcard
from plugins.records.model.place import Place
from plugins.records.phones import read_phone
from tests.support.places import place
from tests.support.reader import Reader
from tests.support.theme import place_page


def page_data(html: str) -> dict[str, str]:
    """The first linked data of a page."""
    reader = Reader(html)
    scripts = zip(reader.all("script"), reader.text_of("script"), strict=True)
    return dict(
        json.loads(next(text for tag, text in scripts if tag.get("type") == "application/ld+json"))
    )


def somewhere(departement: str, typed: str) -> Place:
    return place(f"{departement}/espace", telephone=[typed])


@pytest.mark.parametrize(
    ("departement", "typed", "dialled"),
    [
        ("31", "05 61 00 00 00", "+33561000000"),
        ("971", "0976 01 23 45", "+590976012345"),
        ("971", "+590 709 00 12 34", "+590709001234"),
        ("971", "+33 9 76 01 23 45", "+33976012345"),
        ("974", "01 70 77 23 72", "+33170772372"),
        ("975", "+508 41 10 50", "+508411050"),
        ("987", "+689 40 50 12 34", "+68940501234"),
        ("988", "+687 26 12 34", "+687261234"),
        ("06", "+377 93 15 12 34", "+37793151234"),
    ],
)
def test_every_rendering_of_a_place_gives_the_same_number(
    departement: str, typed: str, dialled: str
) -> None:
    shown = somewhere(departement, typed)
    html = place_page(shown)
    assert set(re.findall(r'href="(tel:[^"]+)"', html)) == {f"tel:{dialled}"}
    written = re.findall(r'href="tel:[^"]+">.*?(\+?[0-9][0-9 ]+[0-9])(?:</b>|</a>)', html)
    assert written
    for text in written:
        phone = read_phone(text, departement)
        assert phone is not None
        assert phone.number == dialled
    said = phonenumbers.parse(page_data(html)["telephone"], "FR")
    assert phonenumbers.format_number(said, phonenumbers.PhoneNumberFormat.E164) == dialled
    assert re.findall(r"TEL;.*:(.*)\r\n", vcard(shown, "")) == [dialled]


def test_an_emergency_number_has_no_button() -> None:
    html = place_page(somewhere("31", "17"))
    assert "tel:" not in html
