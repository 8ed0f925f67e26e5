"""What is said of a number in a record, and that the number proposed is accepted."""

import re

import pytest

from tests.support.records import lines

HEAD = "nom: Espace numérique\ncode_postal: '{}'\ncode_insee: '{}'\ncommune: {}\n"
WHERE = {
    "31": HEAD.format("31670", "31254", "Labège"),
    "971": HEAD.format("97100", "97105", "Basse-Terre"),
    "975": HEAD.format("97500", "97502", "Saint-Pierre"),
    "976": HEAD.format("97600", "97611", "Mamoudzou"),
    "986": HEAD.format("98600", "98613", "Uvea"),
    "987": HEAD.format("98714", "98735", "Papeete"),
    "988": HEAD.format("98800", "98818", "Nouméa"),
}


def said(departement: str, *numbers: str) -> list[str]:
    """What is said of these telephones of a place there."""
    listed = "".join(f"  - '{number}'\n" for number in numbers)
    found = lines(f"{WHERE[departement]}telephone:\n{listed}", f"{departement}/espace.yaml")
    return [line.split(": ", 1)[1] for line in found if "telephone" in line]


@pytest.mark.parametrize(
    ("departement", "typed", "advice"),
    [
        ("988", "26 12 34", "écrivez « +687 26 12 34 »"),
        ("988", "261234", "écrivez « +687 26 12 34 »"),
        ("988", "Tél. 26.12.34", "écrivez « +687 26 12 34 »"),
        ("975", "41 10 50", "écrivez « +508 41 10 50 »"),
        ("987", "40 50 12 34", "écrivez « +689 40 50 12 34 »"),
        ("986", "72 12 34", "écrivez « +681 72 12 34 »"),
        ("971", "590 20 12 34", "écrivez « 05 90 20 12 34 »"),
        ("31", "561000000", "écrivez « 05 61 00 00 00 »"),
        ("31", "Tél 05 61 00 00 00", "écrivez « 05 61 00 00 00 »"),
        ("31", "0825 11 22 33 (0,15 €/min)", "écrivez seulement « 08 25 11 22 33 »"),
        ("31", "05 61 00 00 00 poste 12", "écrivez seulement « 05 61 00 00 00 »"),
        ("31", "05 31 48 50 99 05 62 00 00 00", "puis « - 05 62 00 00 00 »"),
        ("31", "05 61 15 22 3", "ses dix chiffres : il y en a 9"),
        ("31", "05 61 00 0000 0", "ses dix chiffres : il y en a 11"),
        ("31", "O5 34 6O 39 4o", "écrivez « 05 34 60 39 40 »"),
        ("31", "05 34 60 39 4l", "écrivez « 05 34 60 39 41 »"),
        ("988", "26 I2 34", "écrivez « +687 26 12 34 »"),
        ("31", "05 61 00 00 000", "ses dix chiffres : il y en a 11"),
        ("31", "+33 5 61 00 00 0", "ses dix chiffres : il y en a 9"),
        ("971", "+590 (0)590 20 12 3", "ses dix chiffres : il y en a 9"),
        ("31", "05 61 00 00 00 05 61 00 00 1", "chacun de dix chiffres : il y en a 19"),
        ("31", "O5 61 0o 00 l0", "écrivez « 05 61 00 00 10 »"),
        ("31", "+561 0 00 00", "écrivez le numéro entier"),
        ("31", "+612 3 45 67", "écrivez le numéro entier"),
        ("31", "+377 93 15 12", "écrivez le numéro entier"),
        ("31", "+687 26 12 3", "écrivez le numéro entier"),
        ("971", "0590 12", "par exemple 05 90 20 00 00"),
        ("976", "0269 12", "par exemple 02 62 20 00 00"),
        ("975", "41 1", "par exemple +508 41 00 00"),
        ("986", "72 1", "par exemple +681 72 00 00"),
        ("987", "40 1", "par exemple +689 40 50 00 00"),
        ("988", "26 1", "par exemple +687 26 00 00"),
    ],
)
def test_the_advice_is_of_the_plan_of_the_place(departement: str, typed: str, advice: str) -> None:
    (message,) = said(departement, typed)
    assert "n'est pas un numéro de téléphone" in message
    assert advice in message
    proposed = re.search(r"(?:exemple |« )(\+?[0-9][0-9 ]+[0-9])(?: »)?$", message)
    if proposed:
        assert said(departement, proposed[1]) == []


@pytest.mark.parametrize(
    "typed", ["15", "17", "18", "112", "114", "115", "116117", "119", "191", "196", "197"]
)
@pytest.mark.parametrize("departement", ["31", "988"])
def test_an_emergency_number_is_refused(departement: str, typed: str) -> None:
    (message,) = said(departement, "05 61 00 00 00", typed)
    assert message.startswith(f"telephone[2]: « {typed} » est un numéro d'urgence ; ")


def test_an_emergency_number_is_refused_of_a_territory() -> None:
    found = lines("nom: Sicoval\ntelephone:\n  - 112\n", "territoires/epci/243100633.yaml")
    assert len(found) == 1
    assert "« 112 » est un numéro d'urgence" in found[0]


def test_a_territory_overseas_writes_numbers_of_its_own_plan() -> None:
    path = "territoires/departement/988.yaml"
    (message,) = lines("nom: Nouvelle-Calédonie\ntelephone:\n  - 26 12 34\n", path)
    assert message.endswith("écrivez « +687 26 12 34 »")
    assert lines("nom: Nouvelle-Calédonie\ntelephone:\n  - +687 26 12 34\n", path) == []


def test_a_short_number_alone_is_a_doubt() -> None:
    (message,) = said("31", "3148")
    assert message.startswith("attention: telephone[1]: « 3148 » est un numéro court, et le seul")
    assert said("31", "05 61 00 00 00", "3949") == []


@pytest.mark.parametrize(
    ("departement", "typed"),
    [
        ("971", "+590 709 00 12 34"), ("971", "0690 00 12 34"), ("975", "+508 708 40 12 34"),
        ("987", "+689 87 12 34 56"), ("988", "+687 75 12 34"), ("31", "+377 6 12 34 56 78"),
    ],
)  # fmt: skip
def test_a_mobile_of_any_plan_may_be_somebodys(departement: str, typed: str) -> None:
    (message,) = said(departement, typed)
    assert "est un numéro de mobile" in message


@pytest.mark.parametrize(
    ("departement", "typed"),
    [
        ("971", "+590 976 01 23 45"), ("971", "0976 01 23 45"), ("971", "+590 800 01 23 45"),
        ("971", "01 70 77 23 72"), ("988", "01 70 77 23 72"), ("976", "0269 60 12 34"),
        ("975", "+508 41 10 50"), ("31", "+377 93 15 12 34"), ("31", "+352 27 12 34 56"),
    ],
)  # fmt: skip
def test_a_number_that_exists_is_accepted_anywhere(departement: str, typed: str) -> None:
    assert said(departement, typed) == []


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("+590 5 61 00 00 00", "05 61 00 00 00"),
        ("+33 690 00 12 34", "06 90 00 12 34"),
        ("+596 590 20 12 34", "05 90 20 12 34"),
    ],
)
def test_a_number_under_the_code_of_another_plan_is_told(typed: str, advice: str) -> None:
    message = f"n'existe pas dans le plan de numérotation ; écrivez « {advice} »"
    assert [line for line in said("971", typed) if line.endswith(message)]
