"""A second column of a field that says something else is said, never dropped silently."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake import ImportReport
from plugins.intake.write.digest import sections_of
from plugins.records.reading.reader import read_record
from tests.support.intake import LABEGE

Importing = Callable[..., ImportReport]
HOURS = "lundi 9h-12h"


def doubts(report: ImportReport) -> list[str]:
    return [text for text in report.rows[0].doubts if "deux colonnes" in text]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"horaires_grand_public": "mardi 14h-17h"}, "mardi 14h-17h"),
        ({"horaires_grand_public": "lundi 9h-12h, mardi 14h-17h"}, "lundi 9h-12h, mardi 14h-17h"),
        ({"voie": "12 place Haute"}, "12 place Haute"),
    ],
)
def test_what_it_says_is_a_doubt(
    importing: Importing, places: Path, more: dict[str, str], told: str
) -> None:
    report = importing({**LABEGE, "horaires": HOURS, **more})
    (doubt,) = doubts(report)
    assert f"« {told} », non repris" in doubt
    assert "a-verifier" in {section.slug for section in sections_of(report)}
    tree = read_record(places / "31/mediatheque-de-labege.yaml", places)
    assert isinstance(tree, dict)
    assert tree["horaires"] == {"lundi": "9h-12h"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (HOURS, HOURS),
        (HOURS, "Lundi : 9h00 - 12h00"),
        ("lundi 9h-12h, mardi 14h-17h", HOURS),
        (HOURS, ""),
        ("", HOURS),
        (HOURS, "néant"),
    ],
)
def test_the_same_hours_twice_are_no_doubt(importing: Importing, first: str, second: str) -> None:
    report = importing({**LABEGE, "horaires": first, "horaires_grand_public": second})
    assert doubts(report) == []


def test_a_cell_that_cites_somebody_is_not_repeated(importing: Importing) -> None:
    cited = "mardi 14h-17h, Mme Exemple au 06 12 34 56 78"
    (doubt,) = doubts(importing({**LABEGE, "horaires": HOURS, "horaires_grand_public": cited}))
    assert "horaires_grand_public" in doubt
    assert "Exemple" not in doubt
    assert "06 12" not in doubt


def test_what_a_geocoder_found_is_no_second_word(importing: Importing) -> None:
    geocoded = {"result_label": "x", "result_score": "0.9", "result_postcode": "31000"}
    assert doubts(importing({**LABEGE, **geocoded})) == []
