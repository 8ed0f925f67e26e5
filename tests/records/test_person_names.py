"""Names of persons, in any order and of any origin; places called after people are places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.persons.person_names import is_a_person, person_in_name

PERSONS = (
    "Marie Exemple",
    "Marie E.",
    "Exemple-Test Jean-Pierre",
    "EXEMPLE Marie",
    "Durand Jean-Pierre",
    "M EXEMPLE",
    "M.Exemple",
    "Mr. Martin Paul",
    "Melle Lefèvre",
    "Mme Le Goff",
    "Dr Paul Martin",
    "Me Exemple",
    "Fatima El Exemple",
    "Kevin Da Silva",
    "DA SILVA Kevin",
    "Mohammed Exemple",
    "Mamadou Diallo",
    "Diallo Mamadou",
    "Ayşe Yılmaz",
    "João Exemple",
    "Jean d'Exemple",
    "Maria Fernandez Lopez",
    "Marie Dupont-Durand",
    "Conseiller numérique - Julien Petit",
    "Conseillère numérique Fatima Zahra El Exemple",
    "Julien Petit (conseiller numérique)",
    "Permanence de Julien Petit",
    "Julien Petit - Conseiller numérique - Labège",
    "J. Dupont",
    "N'Diaye Fatou",
    "Julien Petit, conseiller numérique France Services",
)
PLACES = (
    "S.F.M. CLICHY",
    "La Ferme",
    "Médiathèque Louis Aragon",
    "Espace Marie Curie",
    "École Jean Moulin",
    "VILLA LOUISE",
    "CCAS Martin",
    "MDH Anne Frank",
    "Saint Martin",
    "Laure-Minervois",
    "Centre du Docteur Roux",
    "Maison pour tous M.Pagnol",
    "Marie de Bassac",
    "Le Petit Paul",
    "Rose des vents",
    "Pierre blanche",
    "Conseiller numérique",
    "Permanence de Madame la Maire",
    "Jean XXIII",
    "France services",
)


@pytest.mark.parametrize("name", PERSONS)
def test_a_person_is_no_place(name: str) -> None:
    assert person_in_name(name, ["ASSO"]) == (True, False)


@pytest.mark.parametrize("name", PLACES)
def test_a_place_stays(name: str) -> None:
    assert person_in_name(name, []) == (False, False)


def test_a_writer_gives_a_name_to_a_library() -> None:
    assert person_in_name("Louis Aragon", ["BIB"]) == (False, True)
    assert person_in_name("Louis Aragon", []) == (True, False)


def test_a_name_that_is_confirmed_is_a_place() -> None:
    assert person_in_name("Marie Exemple", [], {"marie exemple"}) == (False, False)


@given(st.text(max_size=60))
def test_no_text_breaks_the_rule(text: str) -> None:
    assert is_a_person(text) in (True, False)
