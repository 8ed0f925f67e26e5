"""A number is taken only when it stands alone in what people wrote."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.dialling.in_text import phones_in
from tests.support.numbers import ABROAD, EXAMPLES, Example, with_code, without_code

A, B = "+33561000000", "+33562000000"

FOUND = {
    # one number, and what people write beside it
    "0 825 11 22 33 (0,15 €/min)": ["+33825112233"],
    "0825 112 233 0,15€ la minute + prix appel": ["+33825112233"],
    "0825112233 (15 cts/min)": ["+33825112233"],
    "05 61 00 00 00 poste 12": [A],
    "05 61 00 00 00 (poste 3949)": [A],
    "05 61 00 00 00 bureau 17": [A],
    "05 61 00 00 00 tapez 1": [A],
    "05 61 00 00 00 de 9h à 17h": [A],
    "05 61 00 00 00 (9h-12h / 14h-17h30)": [A],
    "05 61 00 00 00 9:00-12:00": [A],
    "05 61 00 00 00 7j/7 24h/24": [A],
    "05 61 00 00 00 depuis le 12/05/2021": [A],
    "05 61 00 00 00, 31670 Labège": [A],
    "Mairie : 05.61.00.00.00": [A],
    "tél05 61 00 00 00": [A],
    "Tél/fax : 05 61 00 00 00": [A],
    "Tél : 05 61 00 00 00 Fax : 05 62 00 00 00": [A],
    "bureau 05 61 00 00 00": [A],
    "contact0561000001@exemple.fr 05 61 00 00 00": [A],
    "561000000": [A],
    "561000000.0": [A],
    "5 61 00 00 00": [A],
    "33561000000": [A],
    "(05) 61 00 00 00": [A],
    # several, however they are joined
    "05 61 00 00 00 05 62 00 00 00": [A, B],
    "05610000000562000000": [A, B],
    "0561000000 0562000000": [A, B],
    "0561000000/0562000000": [A, B],
    "05 61 00 00 00 - 05 62 00 00 00": [A, B],
    "05 61 00 00 00ou05 62 00 00 00": [A, B],
    "05.61.00.00.00;05.62.00.00.00": [A, B],
    "05 61 00 00 00\n05 62 00 00 00": [A, B],
    "+33561000000+33562000000": [A, B],
    "05 61 00 00 00 / 0561000000": [A],
    # a number of four digits
    "3949": ["3949"],
    "39 49 (numéro payant)": ["3949"],
    "Contact demandeur d'emploi : 3949": ["3949"],
    "05 61 00 00 00 / 39 49": [A, "3949"],
    # nothing: codes, sums, rooms
    "poste 3949": [],
    "salle 15": [],
    "BP 3120": [],
}  # fmt: skip

IN_DOUBT = {
    # what is told instead of being taken, and what is taken beside it
    "05 61 15 22 3": (["05 61 15 22 3"], []),
    "05 61 17 22": (["05 61 17 22"], []),
    "05 45 18 20": (["05 45 18 20"], []),
    "05 31 48 50 9 39 49": (["05 31 48 50 9 39 49"], []),
    "05 61 15 22 / 39 49": (["05 61 15 22", "39 49"], []),
    "05 61 00 00 00 12": (["05 61 00 00 00 12"], []),
    "12 05 61 00 00 00": (["12 05 61 00 00 00"], []),
    "05 61 00 00 00 / 01": (["01"], [A]),
    "05 61 00 00 00 (3949 habitants)": (["3949"], [A]),
    "3949 logements": (["3949"], []),
    "SIRET 213 102 544 00011": (["213 102 544 00011"], []),
    "213 102 544": (["213 102 544"], []),
    "W0561000000": (["0561000000"], []),
    "43.6051, 1.4431": (["43.6051", "1.4431"], []),
    "05 61 00 00 00 #3949": (["3949"], [A]),
    "05 61 00 00 00/05": (["05 61 00 00 00/05"], []),
    "39 49 39 95": (["39 49 39 95"], []),
    "15": (["15"], []),
}


@pytest.mark.parametrize("text", FOUND)
def test_a_number_beside_other_things(text: str) -> None:
    found = phones_in(text, "31")
    assert [phone.number for phone in found.phones] == FOUND[text]
    assert found.unread == ()


@pytest.mark.parametrize("text", IN_DOUBT)
def test_what_is_no_whole_number_is_told(text: str) -> None:
    found = phones_in(text, "31")
    assert (list(found.unread), [phone.number for phone in found.phones]) == IN_DOUBT[text]


FAXES = [
    "Fax : {fax}",
    "fax n° {fax}",
    "F : {fax}",
    "{fax} (fax)",
    "{fax} (télécopie)",
    "Tél : {tel} - Fax : {fax}",
    "{tel} (tél.) {fax} (fax)",
    "{fax} fax / {tel} tél",
    "{tel} / fax {fax}",
    "T. {tel} F. {fax}",
    "tél/fax {tel}",
    "{tel} (tél et fax)",
    "Tél : {tel} ; Fax :",
    "Tel {tel} Fax",
    "accueil {tel} fax {fax}",
    "{tel} / {fax} (fax)",
    "Fax : {fax} Tél : {tel}",
]


@pytest.mark.parametrize("text", FAXES)
def test_a_fax_is_told_apart(text: str) -> None:
    found = phones_in(text.format(tel="05 61 00 00 01", fax="05 61 00 00 00"), "31")
    assert [phone.number for phone in found.phones] == ["+33561000001"] * ("{tel}" in text)
    assert (found.unread, found.faxes) == ((), "{fax}" in text)


def test_an_asterisk_after_a_number_leads_to_a_note() -> None:
    assert [phone.display for phone in phones_in("05 61 00 00 00*", "31").phones] == [
        "05 61 00 00 00"
    ]


@pytest.mark.parametrize(
    ("text", "departement", "numbers"),
    [
        ("26 12 34 / 27 31 15", "988", ["+687261234", "+687273115"]),
        ("261234 273115", "988", ["+687261234", "+687273115"]),
        ("41 10 50", "975", ["+508411050"]),
        ("40 50 12 34", "987", ["+68940501234"]),
        ("72 12 34", "986", ["+681721234"]),
        ("26 12 34", "31", []),
        ("01 70 77 23 72 / 26 12 34", "988", ["+33170772372", "+687261234"]),
        ("68940501234", "987", ["+68940501234"]),
        ("687261234", "988", []),  # or 06 87 26 12 34, without its zero
        ("262262161234", "974", ["+262262161234"]),
    ],
)
def test_numbers_as_neighbours_write_them(text: str, departement: str, numbers: list[str]) -> None:
    assert [phone.number for phone in phones_in(text, departement).phones] == numbers


def _is_short(number: str) -> bool:
    return not number.startswith("+")


BESIDE = st.sampled_from(
    ["", " (0,15 €/min)", " poste 12", " poste 3949", ", bureau 17", " de 9h à 12h", " (9h30-12h)",
     " tapez 2", " 7j/7", " le 12/05/2021", " - salle 15", " ; BP 3120"]
)  # fmt: skip


@given(st.sampled_from(EXAMPLES), st.data(), BESIDE)
def test_what_stands_beside_a_number_changes_nothing(
    example: Example, data: st.DataObject, beside: str
) -> None:
    ways = with_code(example) + ([] if example.region in ABROAD else without_code(example))
    typed = data.draw(st.sampled_from(ways))
    found = phones_in(typed + beside, example.departement)
    assert [phone.number for phone in found.phones] == [example.dialled]
    assert found.unread == ()


@given(st.sampled_from(EXAMPLES), st.sampled_from(EXAMPLES), st.data())
def test_two_numbers_are_both_found_or_told(
    one: Example, other: Example, data: st.DataObject
) -> None:
    ways = [data.draw(st.sampled_from(with_code(example))) for example in (one, other)]
    between = data.draw(st.sampled_from([" ", "  ", " / ", "/", " - ", " ou ", ";", "\n", ", "]))
    found = phones_in(between.join(ways), one.departement)
    numbers = {phone.number for phone in found.phones}
    assert found.unread or numbers == {one.dialled, other.dialled}
    assert numbers <= {one.dialled, other.dialled}


PIECES = st.lists(
    st.one_of(
        st.from_regex(r"[0-9]{1,6}", fullmatch=True),
        st.sampled_from(["05", "39 49", "3949", "15", "17", "06 12", "+33", "05 61 00 00 00"]),
        st.sampled_from([" ", ".", "-", "/", " / ", ", ", "(", ")", "|", ";", "\n", ":"]),
    ),
    max_size=12,
).map("".join)


@given(PIECES, st.sampled_from(["31", "971", "976", "975", "987", "988"]))
def test_no_digit_is_taken_from_something_else(text: str, departement: str) -> None:
    """A short number is taken where it has a part of the text to itself, and all else is clear."""
    found = phones_in(text, departement)
    short = [phone.number for phone in found.phones if _is_short(phone.number)]
    parts = {re.sub(r"[ .]", "", part) for part in re.split(r"[-|;\n,/():]|[. ] ", text)}
    assert parts.issuperset(short)
    assert not (short and found.unread)


@given(st.text(alphabet="0123456789 .-/+()|;,:€hàtelposFAXou\n", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    for phone in phones_in(text, "31").phones:
        assert phone.uri.startswith("tel:")
        assert _is_short(phone.number) or len(phone.number) > 6


def test_a_huge_cell_is_told_whole() -> None:
    found = phones_in("05 61 00 00 00 " * 10_000, "31")
    assert found.phones == ()
    assert found.unread
