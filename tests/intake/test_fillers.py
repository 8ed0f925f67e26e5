"""What tables write where they know nothing is no fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.read.fillers import is_filler, without_false_number, without_fillers


@pytest.mark.parametrize(
    "text",
    """-|--|/|?|néant|Néant|99999|9999|0|00000|0.0|00 00 00 00 00|#REF!|#N/A|#DIV/0!|#NOM?|NULL|null
    |None|nan|N/A|n.c.|NC|à compléter|A COMPLETER|à renseigner|non renseigné|Non communiquée|inconnu
    |sans objet|adresse inconnue|Adresse non communiquée|sans adresse|Pas d'adresse|aucune adresse
    |Adresse : NC|adresse postale inconnue|téléphone non renseigné|Sans téléphone
    |pas de site internet|coordonnées non communiquées|l'adresse est inconnue""".replace("\n", "")
    .replace("    ", "")
    .split("|"),
)
def test_a_cell_that_says_nothing(text: str) -> None:
    assert is_filler(text)


@pytest.mark.parametrize(
    "text",
    [
        "sans rendez-vous",
        "pas de marche",
        "adresse : 3 rue du Lac",
        "22222",
        "31670",
        "3949",
        "Non",
        "oui",
        "Rien ne va",
        "1",
        "@",
        "Nancy",
        "fermé",
        "Y",
        "Oô",
    ],
)
def test_a_cell_that_says_something(text: str) -> None:
    assert not is_filler(text)


def test_a_number_is_the_name_of_a_row() -> None:
    assert not is_filler("0", "id")
    assert not is_filler("99999", "id")
    assert is_filler("-", "id")


def test_what_says_nothing_is_said_by_its_field() -> None:
    cells = {"Tél": "-", "Ville": "Labège", "Notes": "néant", "SIRET": "00000000000000"}
    fields = {"Tél": "telephone", "Ville": "commune", "SIRET": "pivot"}
    kept, remarks = without_fillers(cells, fields)
    assert kept == {"Ville": "Labège", "Notes": "néant"}
    assert remarks == ["telephone : « - » ne dit rien, non repris"]  # zeros are the schema's own


@pytest.mark.parametrize(
    ("typed", "street"),
    [
        ("99999 avenue du 8 mai 1945", "avenue du 8 mai 1945"),
        ("0 rue du Lac", "rue du Lac"),
        ("0, rue du Lac", "rue du Lac"),
        ("#REF! rue du Lac", "rue du Lac"),
        ("#N/A place du Bourg", "place du Bourg"),
        ("NULL rue des Lilas", "rue des Lilas"),
        ("xx rue du Lac", "rue du Lac"),
        ("n° 0 rue du Lac", "rue du Lac"),
        ("N°0, rue du Lac", "rue du Lac"),
        ("0.0 rue du Lac", "rue du Lac"),
        ("99 999 avenue du Lac", "avenue du Lac"),
        ("31140 rue du Lac", "rue du Lac"),
        ("0001 rue du Lac", "1 rue du Lac"),
        ("1.0 rue du Lac", "1 rue du Lac"),
        ("12,0 rue du Lac", "12 rue du Lac"),
        ("n° 5 rue du Lac", "n° 5 rue du Lac"),
        ("1, 3 rue du Lac", "1, 3 rue du Lac"),
        ("999 route de Pau", "999 route de Pau"),
        ("8 mai 1945", "8 mai 1945"),
        ("12 bis rue du Lac", "12 bis rue du Lac"),
    ],
)
def test_a_false_number_is_left_out(typed: str, street: str) -> None:
    read, wrong = without_false_number(typed)
    assert read == street
    assert bool(wrong) is (typed != street)


@given(st.text(max_size=60))
def test_a_street_is_never_lost(text: str) -> None:
    street, wrong = without_false_number(text)
    assert street == text if not wrong else text.endswith(street.lstrip("0123456789")) and street
