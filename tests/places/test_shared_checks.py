"""What several kinds of records have is checked alike in each of them."""

from __future__ import annotations

import pytest

from plugins.records.checks import checks_of
from plugins.records.checks.contact import email_addresses, phone_numbers
from plugins.records.checks.content import items_once
from plugins.records.doubts.private_texts import nothing_private
from plugins.records.kinds import KINDS
from tests.support.records import lines

NETWORK = "reseaux/aidants.yaml"
TERRITORY = "territoires/epci/243100633.yaml"
LABEL = "labels/exemple.yaml"
HEADS = {
    NETWORK: "nom: Réseau des aidants\nresume: On vous aide.\nstatut: actif\n",
    TERRITORY: "nom: Sicoval\n",
    LABEL: "nom: Exemple\nnature: label\nresume: On vous aide.\nstatut: actif\n",
}


def messages(path: str, more: str) -> list[str]:
    """What is said of a record with these lines more, without positions."""
    return [line.split(": ", 1)[1] for line in lines(HEADS[path] + more, path)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_has_is_checked_by_the_shared_rules(kind):
    rules = {check.find for check in checks_of(kind)}
    fields = KINDS[kind].model.model_fields
    assert ("telephone" in fields) == (phone_numbers in rules)
    assert ("courriels" in fields) == (email_addresses in rules)
    assert {items_once, nothing_private} <= rules


@pytest.mark.parametrize("path", HEADS)
def test_the_heads_are_good(path):
    assert messages(path, "") == []


@pytest.mark.parametrize("path", [NETWORK, TERRITORY])
@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            "telephone:\n  - 561000000\n",
            "telephone[1]: « 561000000 » n'est pas un numéro de téléphone ; écrivez "
            "« 05 61 00 00 00 »",
        ),
        (
            "telephone:\n  - 06 12 34 56 78\n",
            "attention: telephone[1]: « 06 12 34 56 78 » est un numéro de mobile ; gardez-le "
            "seulement si c'est le numéro d'un service, pas celui d'une personne",
        ),
        (
            "courriels:\n  - marie.dupont@exemple.fr\n",
            "attention: courriels[1]: « marie.dupont@exemple.fr » semble être l'adresse d'une "
            "personne ; écrivez l'adresse du service, par exemple accueil@exemple.fr",
        ),
        (
            "courriels:\n  - a@exemple.fr\n  - a@exemple.fr\n",
            "attention: courriels[2]: « a@exemple.fr » est écrit deux fois ; supprimez cette ligne",
        ),
    ],
)
def test_numbers_and_addresses_of_a_network_or_a_territory(path, more, message):
    assert messages(path, more) == [message]


@pytest.mark.parametrize("path", HEADS)
def test_a_document_is_not_printed_after_today(path):
    found = messages(path, "source:\n  - titre: Charte\n    date: 2027-02\n")
    assert found == ["source[1].date: cette date est dans l'avenir (2027-02-01) ; corrigez la date"]
    assert messages(path, "source:\n  - titre: Loi\n    date: 1901-07-01\n") == []
    assert messages(path, "source:\n  - titre: Charte\n    date: 2026\n") == []


@pytest.mark.parametrize(
    "more",
    [
        "charte:\n  intitule: Charte\n  source:\n    - titre: Charte\n      date: 2027-02-14\n",
        "chiffres:\n  - valeur: 20 %\n    texte: Part\n    source:\n      - titre: Charte\n"
        "        date: 2027-02-14\n",
    ],
)
def test_the_documents_of_a_fact_are_read_too(more):
    [found] = messages(TERRITORY, more)
    assert "cette date est dans l'avenir (2027-02-14)" in found


def test_a_fact_may_be_for_later():
    assert messages(TERRITORY, "postes:\n  - intitule: X\n    nombre: 2\n    date: 2028\n") == []


@pytest.mark.parametrize("path", [LABEL, NETWORK])
def test_a_life_ends_after_it_begins(path):
    wrong = "jusqu_a: la fin est avant le début ; vérifiez les deux dates"
    assert messages(path, "depuis: 2024-05\njusqu_a: 2023\n") == [wrong]
    assert messages(path, "depuis: 2024-05\njusqu_a: 2027\n") == []


def test_so_does_that_of_a_coordination():
    more = "coordination:\n  - nom: CTIN\n    depuis: 2024\n    jusqu_a: 2023\n"
    assert messages(TERRITORY, more) == [
        "coordination[1].jusqu_a: la fin est avant le début ; vérifiez les deux dates"
    ]


def test_a_day_that_does_not_exist():
    assert messages(LABEL, "depuis: 2023-02-31\n") == [
        "depuis: « 2023-02-31 » n'existe pas ; vérifiez la date"
    ]


@pytest.mark.parametrize(("path", "field"), [(LABEL, "porteur"), (NETWORK, "animateur")])
def test_an_institution_is_not_a_person(path, field):
    assert messages(path, f"{field}: Marie Dupont\n") == [
        f"attention: {field}: « Marie Dupont » semble être le nom d'une personne ; "
        "écrivez l'organisme"
    ]


def test_a_label_is_exported_with_a_national_word():
    more = "exporte:\n  champ: formations_labels\n  valeur: ORDI 3\n"
    assert messages(LABEL, more) == [
        "exporte.valeur: « ORDI 3 » n'est pas dans la liste nationale ; vouliez-vous dire "
        "« ORDI 3.0 » ?"
    ]


def test_the_territories_of_a_network_exist():
    assert messages(NETWORK, "territoires:\n  - epci/123456789\n") == [
        "territoires[1]: aucun territoire ne s'appelle « epci/123456789 » ; écrivez par exemple "
        "epci/243100633, departement/31 ou commune/31254"
    ]
