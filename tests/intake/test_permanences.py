"""Hours of a person who helps are not those of the building: kept apart, in cells and in merges."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.french.days import DAYS
from plugins.intake import ImportReport, run_import
from plugins.intake.hours.permanences import Typed, whose_hours
from plugins.records.reading.reader import Tree, read_record
from tests.support.intake import LABEGE, Row

Importing = Callable[..., ImportReport]
ID = "31/mediatheque-de-labege"
BUILDING = {**LABEGE, "horaires": "Mo-Fr 09:00-12:00,14:00-18:00"}
ADVISER = {
    **LABEGE,
    "id": "cnfs_1",
    "source": "conseillers-numeriques-2022-12",
    "horaires": "Fr 09:00-12:00",
    "date_maj": "2025-11-24",
}


def record(places: Path) -> Tree:
    tree = read_record(places / f"{ID}.yaml", places)
    assert isinstance(tree, dict)
    return tree


def monday(places: Path) -> str:
    hours = record(places)["horaires"]
    assert isinstance(hours, dict)
    return str(hours["lundi"])


@pytest.mark.parametrize(
    ("cell", "building", "permanence"),
    [
        ("du lundi au vendredi de 9h à 12h", "du lundi au vendredi de 9h à 12h", ""),
        ("Permanence le mercredi 9h-12h", "", "le mercredi 9h-12h"),
        ("PERMANENCES : mardi 9h-12h", "", "mardi 9h-12h"),
        ("Permanences du conseiller numérique : mardi 9h-12h ; jeudi 14h-17h", "",
         "mardi 9h-12h ; jeudi 14h-17h"),
        ("Mercredi : permanence de 9h à 12h", "", "Mercredi 9h à 12h"),
        ("mardi 9h-12h (permanence)", "", "mardi 9h-12h"),
        ("lundi au vendredi 9h-17h, permanence mercredi 14h-17h", "lundi au vendredi 9h-17h",
         "mercredi 14h-17h"),
        ("lundi au vendredi : 9h-12h ; permanence numérique : mercredi de 14h à 16h",
         "lundi au vendredi : 9h-12h", "mercredi de 14h à 16h"),
        ("Ouvert du lundi au vendredi 9h-12h et permanence d'une conseillère le jeudi 14h-17h",
         "Ouvert du lundi au vendredi 9h-12h", "le jeudi 14h-17h"),
        ({"lundi": "9h-17h", "mercredi": "permanence 9h-12h"},
         {"lundi": "9h-17h"}, {"mercredi": "9h-12h"}),
        ({"mardi": "fermé", "mercredi": "permanence 9h-12h"}, "", {"mercredi": "9h-12h"}),
    ],
)  # fmt: skip
def test_a_cell_says_whose_hours_they_are(cell: Typed, building: Typed, permanence: Typed) -> None:
    assert whose_hours(cell) == (building, permanence, True)


@pytest.mark.parametrize(
    "cell",
    [
        "lundi 9h-17h, mercredi 9h-12h (permanence)",
        "lundi : 9h-12h ; samedi : 10h-12h30 (permanence jeunes)",
        "sur rendez-vous hors permanences",
        "Permanence mardi 9h-12h ; mairie ouverte lundi 9h-17h",
        "lundi 9h-17h ; permanence mardi 9h-12h ; jeudi 9h-12h",
        "Permanence téléphonique le mardi 9h-12h",
    ],
)
def test_a_cell_that_could_be_read_in_two_ways_stays_as_it_was_found(
    importing: Importing, places: Path, cell: str
) -> None:
    report = importing({**LABEGE, "horaires": cell})
    assert record(places)["horaires_brut"] == cell
    assert not {"horaires", "permanence"} & record(places).keys()
    assert any("permanence" in remark for row in report.rows for remark in row.remarks)


@given(st.text(max_size=60))
def test_without_the_word_a_cell_is_that_of_the_building(text: str) -> None:
    if "permanence" not in text.lower():
        assert whose_hours(text) == (text, "", True)


_LINE = st.builds(
    "{} {}h-{}h".format, st.sampled_from(DAYS), st.integers(8, 11), st.integers(13, 18)
)


@given(_LINE, _LINE, st.sampled_from([" ; permanence ", ", permanence : ", " | Permanences "]))
def test_hours_of_both_are_never_mixed(building: str, permanence: str, between: str) -> None:
    assert whose_hours(building + between + permanence) == (building, permanence, True)


def test_the_hours_of_a_list_of_advisers_are_a_permanence(
    importing: Importing, places: Path
) -> None:
    importing(ADVISER)
    assert record(places)["permanence"] == {"vendredi": "9h-12h"}
    assert "horaires" not in record(places)


@pytest.mark.parametrize("name", ["Conseillers numériques", "cnfs", "conseillers-numeriques-31"])
def test_such_a_list_is_known_by_the_beginning_of_its_name(
    importing: Importing, places: Path, name: str
) -> None:
    importing({**ADVISER, "source": name})
    assert "permanence" in record(places)


def test_a_permanence_that_nobody_reads_says_whose_it_is(
    importing: Importing, places: Path
) -> None:
    importing({**ADVISER, "horaires": "vendredi quand il pleut"})
    assert record(places)["horaires_brut"] == "Permanence : vendredi quand il pleut"


def test_a_column_states_a_permanence(importing: Importing, places: Path) -> None:
    importing({**BUILDING, "Horaires de permanence": "mardi 14h-16h"})
    assert record(places)["permanence"] == {"mardi": "14h-16h"}
    assert monday(places) == "9h-12h, 14h-18h"


def test_a_layout_states_a_permanence_day_by_day(
    table: Callable[..., Path], tmp_path: Path, places: Path
) -> None:
    layout = tmp_path / "layout.yaml"
    layout.write_text(
        "nom: Essai\nchamps:\n  nom: nom\n  commune: commune\n  permanence: {mardi: Présence}\n",
        "utf-8",
    )
    row: Row = {"nom": "Médiathèque de Labège", "commune": "Labège", "Présence": "9h-11h"}
    run_import(table([row]), places, layout=layout, licence="LO")
    assert record(places)["permanence"] == {"mardi": "9h-11h"}


@pytest.mark.parametrize("dates", [("2020-01-01", "2025-11-24"), ("2025-11-24", "2020-01-01")])
def test_a_merge_keeps_both(importing: Importing, places: Path, dates: tuple[str, str]) -> None:
    first, second = dates
    report = importing({**BUILDING, "date_maj": first}, {**ADVISER, "date_maj": second})
    assert monday(places) == "9h-12h, 14h-18h"
    assert record(places)["permanence"] == {"vendredi": "9h-12h"}
    assert report.conflicts == [], "they are two facts"


def test_unread_hours_of_the_building_win_over_those_of_a_permanence(
    importing: Importing, places: Path
) -> None:
    rough = {**ADVISER, "horaires": "vendredi quand il pleut"}
    importing({**BUILDING, "horaires": "selon la saison"}, rough)
    assert record(places)["horaires_brut"] == "selon la saison"


def test_two_permanences_are_a_conflict_and_the_newest_is_kept(
    importing: Importing, places: Path
) -> None:
    older = {**ADVISER, "id": "cnfs_2", "horaires": "Mo-Th 09:00-12:00", "date_maj": "2022-01-01"}
    report = importing(older, ADVISER)
    assert record(places)["permanence"] == {"vendredi": "9h-12h"}
    (conflict,) = report.conflicts
    assert conflict.field == "permanence"
    assert [value for _, value in conflict.said] == [
        "vendredi 9h-12h",
        "lundi 9h-12h ; mardi 9h-12h ; mercredi 9h-12h ; jeudi 9h-12h",
    ]


def test_of_one_day_the_wider_permanence_is_kept(importing: Importing, places: Path) -> None:
    importing(ADVISER, {**ADVISER, "id": "cnfs_2", "horaires": "Mo-Fr 08:45-17:00"})
    permanence = record(places)["permanence"]
    assert isinstance(permanence, dict)
    assert len(permanence) == 5


def test_a_permanence_corrected_by_hand_stays(importing: Importing, places: Path) -> None:
    importing(ADVISER)
    path = places / f"{ID}.yaml"
    path.write_text(path.read_text("utf-8").replace("9h-12h", "10h-12h"), "utf-8")
    report = importing({**ADVISER, "horaires": "Mo 09:00-12:00"})
    assert record(places)["permanence"] == {"vendredi": "10h-12h"}
    assert [kept.field for kept in report.kept_by_hand] == ["permanence"]


def test_a_second_import_changes_nothing(importing: Importing, places: Path) -> None:
    importing(BUILDING, ADVISER)
    before = {path: path.read_bytes() for path in places.rglob("*") if path.is_file()}
    importing(BUILDING, ADVISER)
    assert {path: path.read_bytes() for path in places.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "cell", ["sur rdv", "Sur rendez-vous", "uniquement sur RDV", "Atelier ouvert sur rendez vous"]
)
@pytest.mark.parametrize("column", ["horaires", "permanence"])
def test_an_appointment_alone_is_no_week(
    importing: Importing, places: Path, column: str, cell: str
) -> None:
    row = {name: value for name, value in LABEGE.items() if name != "horaires"}
    report = importing({**row, column: cell})
    tree = record(places)
    assert column not in tree
    assert str(tree["horaires_brut"]).endswith(cell)
    assert any("aucun jour n'est dit" in remark for remark in report.rows[0].remarks)


@pytest.mark.parametrize(
    "cell", ["lundi au vendredi sur rdv", "tous les jours sur rdv", 'Mo-Su "sur rendez-vous"']
)
def test_days_on_appointment_are_a_week(importing: Importing, places: Path, cell: str) -> None:
    importing({**LABEGE, "horaires": cell})
    assert monday(places) == "sur rendez-vous"
