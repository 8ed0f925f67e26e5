"""Two addresses are one door written twice, or two doors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.match.doors import are_two_doors, read_door

ADDRESSES = st.one_of(
    st.text(max_size=40),
    st.from_regex(r"[0-9]{0,4}( bis|-[0-9]{1,2})? (rue|av|place|) [a-z ]{0,15}", fullmatch=True),
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3 rue Victor Hugo", "9 place du Marché"),
        ("10 rue Rouge", "110 rue Rouge"),
        ("1 rue Rouge", "1 bis rue Rouge"),
        ("13B rue Rouge", "13 rue Rouge"),
        ("5-9 rue des Papetiers", "11 rue des Papetiers"),
        ("place de la Mairie", "rue de la Mairie"),
        ("rue des Lilas", "rue des Roses"),
        ("Résidence 4, 12 rue du Lac", "4 rue du Lac"),
        ("3 place du 8 mai 1945", "5 place du 8 mai 1945"),
        ("rue du Lac", "impasse du Lac"),
    ],
)
def test_two_doors(first: str, second: str) -> None:
    assert are_two_doors(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("32 RUE DES JUMEAUX", "Atelier TA – 32 rue des Jumeaux"),
        ("5-9 rue des Papetiers", "7 rue des Papetiers"),
        ("12/14 av. du Gal Leclerc", "14 avenue du Général Leclerc"),
        ("rue Frédéric Chopin", "6 rue F. Chopin"),
        ("39 allées Jules Guesde", "39 Allées Jules Guesdes"),
        ("12 place du Château", "12 rue du château"),
        ("0 place JacquesCartier", "place Jacques Cartier"),
        ("Le Bourg", "3 rue de la Mairie"),
        ("Salle des fêtes", "place du Marché"),
        ("", "3 rue de la Mairie"),
        ("place du 8 mai 1945", "1 place du 8 mai"),
        ("1 bis rue Rouge", "1bis, rue Rouge"),
        ("12 rue du Lac, bâtiment 3", "12 rue du Lac"),
    ],
)
def test_one_door(first: str, second: str) -> None:
    assert not are_two_doors(first, second)


@pytest.mark.parametrize("typed", ["place du 8 mai 1945", "8 mai 1945", "rue du 11 novembre", ""])
def test_a_date_is_no_number(typed: str) -> None:
    assert not read_door(typed).numbers


@given(ADDRESSES, ADDRESSES)
def test_the_order_does_not_matter_and_an_address_is_its_own(first: str, second: str) -> None:
    assert are_two_doors(first, second) == are_two_doors(second, first)
    assert not are_two_doors(first, first)
