"""Telephones of a cell: whole, the place's own, and what is not taken is told."""

from collections.abc import Callable

import pytest

from plugins.intake import ImportReport
from plugins.intake.read.contacts import read_emails, read_phones
from plugins.records.persons.cited import hides_contact
from tests.support.intake import LABEGE

MOBILE = "telephone : un numéro de portable, peut-être personnel, non repris"


@pytest.mark.parametrize(
    ("text", "departement", "numbers", "remark"),
    [
        ("06 66 00 17 11", "976", [], MOBILE),
        ("05 31 48 50 00 06 00 20 24 70", "31", ["05 31 48 50 00"], MOBILE),
        ("0 825 11 22 33 (0,15 €/min)", "31", ["08 25 11 22 33"], None),
        ("01 70 77 23 72", "974", ["01 70 77 23 72"], None),
        ("27 31 15", "988", ["+687 27 31 15"], None),
        ("75 12 34", "988", [], MOBILE),
        ("+590 590 20 12 34", "971", ["05 90 20 12 34"], None),
        ("05 61 15 22 3", "31", [], "« 05 61 15 22 3 » n'est pas un numéro complet, non repris"),
        ("05 61 17 22", "31", [], "« 05 61 17 22 » n'est pas un numéro complet, non repris"),
        ("05 45 18 20", "16", [], "« 05 45 18 20 » n'est pas un numéro complet, non repris"),
        ("15", "31", [], "« 15 » est un numéro d'urgence, non repris"),
        (
            "05 61 00 00 00 le 15 mars",
            "31",
            ["05 61 00 00 00"],
            "« 15 » n'est pas un numéro complet",
        ),
        ("08 70 00 00 00", "31", [], "n'existe pas dans le plan de numérotation, non repris"),
        ("3949 logements", "31", [], "« 3949 » n'est pas seul"),
        ("Fax 05 61 00 00 00", "31", [], "telephone : un numéro de télécopie, non repris"),
        ("05 61 00 00 00 12", "31", [], "« 05 61 00 00 00 12 » n'est pas un numéro complet"),
        ("05 61 00 00 07 12", "31", [], "« 05 61 00 00 07 12 » n'est pas un numéro complet"),
        ("0639 12 34 56", "974", [], "telephone : un numéro de portable qui n'existe pas"),
        ("ancien : 05 61 00 00 00 / nouveau : 05 61 00 00 01", "31", [], "n'est plus bon"),
        ("05 61 00 00 00 (hors service)", "31", [], "n'est plus bon, non repris"),
        ("05 61 00 00 00 ligne suspendue", "31", [], "n'est plus bon, non repris"),
        ("05 61 00 00 00 (numéro supprimé)", "31", [], "n'est plus bon, non repris"),
        ("05 61 00 00 00 HS", "31", [], "n'est plus bon, non repris"),
        ("05 61 00 00 00 (n'existe plus)", "31", [], "n'est plus bon, non repris"),
        ("faux numéro : 05 61 00 00 00", "31", [], "n'est plus bon, non repris"),
        ("05 61 00 00 00 standard fermé le mercredi", "31", ["05 61 00 00 00"], None),
        ("ne répond plus", "31", [], "telephone : un numéro qui n'est plus bon"),
    ],
)
def test_what_a_cell_gives(
    text: str, departement: str, numbers: list[str], remark: str | None
) -> None:
    found = read_phones(text, departement, allow_mobile=False)
    assert found.numbers == numbers
    assert len(found.remarks) == (remark is not None)
    assert remark is None or remark in found.remarks[0]


@pytest.mark.parametrize(
    "text", ["06 07 10 79 7", "05 61 00 00 00 12 06 12 34 56 78", "0612345678 9"]
)
def test_a_mobile_cut_or_joined_is_not_repeated(text: str) -> None:
    found = read_phones(text, "31", allow_mobile=False)
    assert found.numbers == []
    assert found.remarks
    assert not any(char.isdigit() for char in "".join(found.remarks))


@pytest.mark.parametrize(
    "text", ["accueil@ville.fr (hors service)", "accueil@ville.fr (adresse supprimée)"]
)
def test_an_address_that_is_no_longer_good_is_left_out_and_said(text: str) -> None:
    assert read_emails(text, []) == (
        [],
        ["courriels : une adresse qui n'est plus bonne, non reprise"],
    )


def test_more_numbers_than_a_record_holds() -> None:
    found = read_phones(" / ".join(f"05 61 00 00 0{last}" for last in range(7)), "31", False)
    assert len(found.numbers) == 5
    assert "plus de 5 numéros" in found.remarks[0]


def test_an_import_tells_of_the_number_that_it_leaves(
    importing: Callable[..., ImportReport],
) -> None:
    (row,) = importing({**LABEGE, "telephone": "05 61 15 22 3"}).rows
    assert any("05 61 15 22 3" in remark for remark in row.remarks)


@pytest.mark.parametrize(
    "local", ["mfs", "mds", "mde-labege", "efs", "agglo", "conum", "accueil.mfs"]
)
def test_roles_and_sigles_of_public_bodies_are_no_persons(local: str) -> None:
    address = f"{local}@exemple.fr"
    assert read_emails(address, ["Espace"]) == ([address], [])


@pytest.mark.parametrize("local", ["dgs", "jmfs", "mfsdupont"])
def test_what_may_be_a_person_is_left_out(local: str) -> None:
    assert read_emails(f"{local}@exemple.org", ["Espace"])[0] == []


@pytest.mark.parametrize(
    "text",
    ["appelez le 06 12 34 56 78", "06/12/34/56/78", "+33 6 12 34 56 78", "+33 (0)7 12345678"],
)
def test_a_text_that_hides_a_mobile(text: str) -> None:
    assert hides_contact(text)


def test_a_text_with_the_number_of_an_office_hides_nothing() -> None:
    assert not hides_contact("Mairie : 05 61 00 00 00, ouverte depuis 2006")
