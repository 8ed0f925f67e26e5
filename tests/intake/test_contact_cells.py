"""A contact in the cell of another field: moved under the same rules, and said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake import ImportReport
from plugins.records.reading.reader import Tree, read_record
from tests.support.intake import LABEGE

Importing = Callable[..., ImportReport]
ID = "31/mediatheque-de-labege"
NO_CONTACT = {**LABEGE, "telephone": ""}


def record(places: Path) -> Tree:
    tree = read_record(places / f"{ID}.yaml", places)
    assert isinstance(tree, dict)
    return tree


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("courriels", "05 61 00 00 09", "telephone", "05 61 00 00 09"),
        ("courriels", "mairie@labege.fr / 05 61 00 00 09", "telephone", "05 61 00 00 09"),
        ("site_web", "05 61 00 00 09", "telephone", "05 61 00 00 09"),
        ("site_web", "https://exemple.fr 05 61 00 00 09", "telephone", "05 61 00 00 09"),
        ("prise_rdv", "au 05 61 00 00 09", "telephone", "05 61 00 00 09"),
        ("telephone", "mairie@labege.fr", "courriels", "mairie@labege.fr"),
        ("telephone", "05 61 00 00 09 mairie31@labege.fr", "courriels", "mairie31@labege.fr"),
        ("site_web", "mailto:mairie@labege.fr", "courriels", "mairie@labege.fr"),
        ("prise_rdv", "mairie@labege.fr", "courriels", "mairie@labege.fr"),
        ("telephone", "https://exemple.fr/rdv", "site_web", "https://exemple.fr/rdv"),
        ("courriels", "www.exemple.fr", "site_web", "https://www.exemple.fr"),
    ],
)
def test_it_is_moved_and_said(
    importing: Importing, places: Path, column: str, typed: str, field: str, value: str
) -> None:
    report = importing({**NO_CONTACT, column: typed})
    assert record(places)[field] == [value]
    (told,) = (remark for remark in report.rows[0].remarks if "remis à sa place" in remark)
    assert told.startswith(f"{field} : « {value} »")


def test_what_is_in_its_own_cell_stays_first(importing: Importing, places: Path) -> None:
    importing({**LABEGE, "courriels": "mairie@labege.fr, 05 61 00 00 09"})
    assert record(places)["telephone"] == ["05 61 00 00 00", "05 61 00 00 09"]
    assert record(places)["courriels"] == ["mairie@labege.fr"]


@pytest.mark.parametrize(
    ("column", "typed", "field"),
    [
        ("courriels", "06 12 34 56 78", "telephone"),
        ("site_web", "06 12 34 56 78", "telephone"),
        ("telephone", "prenom.nomdefamille@exemple.fr", "courriels"),
        ("site_web", "prenom.nomdefamille@exemple.fr", "courriels"),
        ("courriels", "05 61 00 00 00 (hors service)", "telephone"),
        ("telephone", "mairie@labege.fr (adresse supprimée)", "courriels"),
        ("courriels", "05 61 00 00 0", "telephone"),
        ("telephone", "mairie@labege", "courriels"),
        ("site_web", "mairie@labege", "courriels"),
    ],
)
def test_what_may_not_be_published_is_not_moved_and_said(
    importing: Importing, places: Path, column: str, typed: str, field: str
) -> None:
    report = importing({**NO_CONTACT, column: typed})
    assert record(places).keys().isdisjoint({"telephone", "courriels", "site_web"})
    remarks = [remark for remark in report.rows[0].remarks if remark.startswith(field)]
    assert remarks
    assert "06 12" not in " ".join(report.rows[0].remarks)
    assert "nomdefamille" not in " ".join(report.rows[0].remarks)


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("telephone", "05 61 00 00 09"),
        ("courriels", "mairie@labege.fr"),
        ("site_web", "https://exemple.fr/0561000009"),
        ("site_web", "exemple.fr/0561000009"),
        ("site_web", "exemple.fr/@mairie"),
        ("site_web", "https://exemple.fr/?a=mairie@labege.fr"),
    ],
)
def test_a_contact_in_its_own_cell_is_not_remarked(
    importing: Importing, places: Path, column: str, typed: str
) -> None:
    report = importing({**NO_CONTACT, column: typed})
    assert report.rows[0].remarks == []
    assert len(record(places).keys() & {"telephone", "courriels", "site_web"}) == 1
