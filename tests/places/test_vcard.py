"""A place as a contact (RFC 6350)."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.places.vcard import vcard
from tests.support.places import full_place, place

SITE = "https://aide.exemple.fr"


def lines(card: str) -> list[str]:
    """The lines as they were before they were folded."""
    assert card.endswith("\r\n")
    return card.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_whole_place():
    card = lines(vcard(full_place(), SITE))
    assert card[:3] == ["BEGIN:VCARD", "VERSION:4.0", "KIND:org"]
    assert card[-1] == "END:VCARD"
    assert "FN:Médiathèque de Labège" in card
    assert "ADR;TYPE=work:;;Rue de la Croix Rose,Au fond de la cour;Labège;;31670;France" in card
    assert "TEL;TYPE=work,voice;PREF=1:+33561000000" in card
    assert "TEL;TYPE=work,voice;PREF=2:3949" in card
    assert "EMAIL;TYPE=work:mediatheque@exemple.fr" in card
    assert "URL:https://www.exemple.fr/mediatheque" in card
    assert "GEO:geo:43.53,1.51" in card
    assert f"URL:{SITE}/lieux/31/mediatheque-de-labege/" in card
    (note,) = [line for line in card if line.startswith("NOTE:")]
    assert note.startswith(
        "NOTE:Le mardi de 9\u202fh à 12\u202fh et de 14\u202fh à 17\u202fh\u202f30\u00a0\\; "
    )


def test_a_point_beside_the_meridian_is_written_in_digits():
    card = lines(vcard(place(latitude="43.24133", longitude="-0.00003"), SITE))
    assert "GEO:geo:43.24133,-0.00003" in card


def test_a_bare_place_says_nothing_that_is_not_known():
    card = lines(vcard(place(), ""))
    names = {re.split("[;:]", line)[0] for line in card}
    assert names == {"BEGIN", "VERSION", "KIND", "FN", "ORG", "ADR", "END"}
    assert "ADR;TYPE=work:;;;Labège;;31670;France" in card


def test_special_signs_are_escaped_and_no_line_can_be_added():
    card = lines(vcard(place(nom="A; B, C\\D"), ""))
    assert "FN:A\\; B\\, C\\\\D" in card


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=2, max_size=150))
def test_lines_are_short_and_unfold_to_the_same_text(name):
    shown = place().model_copy(update={"nom": name})
    card = vcard(shown, "")
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    (text,) = [line for line in lines(card) if line.startswith("FN:")]
    assert re.sub(r"\\(.)", r"\1", text.removeprefix("FN:")) == name


@given(st.text(min_size=2, max_size=40).filter(lambda name: max(name) < "\ud800"))
def test_a_name_never_makes_a_property(name):
    names = [
        re.split("[;:]", line)[0]
        for line in lines(vcard(place().model_copy(update={"nom": name}), ""))
    ]
    assert names == ["BEGIN", "VERSION", "KIND", "FN", "ORG", "ADR", "END"]
