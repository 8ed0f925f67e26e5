"""Rows that are stops become one route."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake import ImportReport
from plugins.records.commands import check
from tests.support.intake import Row

Importing = Callable[..., ImportReport]
STOP: Row = {
    "id": "bus_1",
    "nom": "Bus du Lauragais - [Face à la boulangerie]",
    "commune": "Labège",
    "code_postal": "31670",
    "code_insee": "31254",
    "adresse": "Rue de la Croix Rose",
    "latitude": "43.53",
    "longitude": "1.51",
    "itinerance": "Itinérant",
    "structure_parente": "Association du Lauragais",
    "horaires": "Mo 09:30-12:30,13:30-15:30; PH off",
    "autres_formations_labels": "Semaine impaire",
    "services": "Aide aux démarches administratives",
    "date_maj": "2023-10-03",
}
STOPS: list[Row] = [
    STOP,
    {
        **STOP,
        "id": "bus_2",
        "nom": "Bus du Lauragais - [Mairie]",
        "commune": "Escalquens",
        "code_postal": "31750",
        "code_insee": "31169",
        "latitude": "43.451334",
        "longitude": "5.411872",
        "horaires": "Tu 08:45-12:00; PH off",
    },
    {
        **STOP,
        "id": "bus_3",
        "nom": "Bus du Lauragais - [Place du marché]",
        "commune": "Montgiscard",
        "code_postal": "31450",
        "code_insee": "31381",
        "latitude": "",
        "longitude": "",
        "horaires": "Fr 14:00-17:00",
        "autres_formations_labels": "Semaine paire",
    },
]
FILE = "31/tournees/bus-du-lauragais-association-du-lauragais"


def test_stops_become_one_route(importing: Importing, places: Path) -> None:
    report = importing(*STOPS)
    assert [(row.status.value, row.id) for row in report.rows] == [
        ("imported", FILE),
        ("merged", FILE),
        ("merged", FILE),
    ]
    assert list((places / "31").glob("*.yaml")) == []
    text = (places / f"{FILE}.yaml").read_text(encoding="utf-8")
    passages = [line.strip() for line in text.splitlines() if " sur deux à partir " in line]
    assert passages == [
        "- un lundi sur deux à partir du 25 septembre 2023, de 9h30 à 12h30 et de 13h30 à 15h30, "
        "sauf jours fériés",
        "- un mardi sur deux à partir du 26 septembre 2023, de 8h45 à 12h, sauf jours fériés",
        "- un vendredi sur deux à partir du 6 octobre 2023, de 14h à 17h",
    ]
    assert "5.411872" not in text  # 300 km from its commune: said, not taken
    assert "hors d'Escalquens, près de Bouc-Bel-Air (13)" in text
    assert check(places) == []


def test_a_round_that_has_a_record_is_left_as_it_is(importing: Importing, places: Path) -> None:
    importing(*STOPS)
    path = places / f"{FILE}.yaml"
    path.write_text(path.read_text("utf-8").replace("de 14h à 17h", "de 14h à 18h"), "utf-8")
    before = path.read_bytes()
    report = importing(*STOPS)
    assert {row.status.value for row in report.rows} == {"unchanged"}
    assert path.read_bytes() == before


def _row_of_its_source(places: Path, more: str = "") -> dict[str, str]:
    """A row of the list that the round is now made to cite; `more`: fields that it has besides."""
    path = places / f"{FILE}.yaml"
    text = path.read_text("utf-8").replace(
        "source:\n", f"{more}source:\n  - nom: fs-2024-08\n    id: b7\n"
    )
    path.write_text(text, "utf-8")
    return {**STOP, "id": "b7", "nom": "Bus du Lauragais", "source": "fs-2025-02"}


def test_a_row_that_a_round_names_as_its_source_makes_no_place(
    importing: Importing, places: Path
) -> None:
    importing(*STOPS)
    report = importing(_row_of_its_source(places))
    assert [(r.status.value, r.id) for r in report.rows] == [("unchanged", FILE)]
    assert list((places / "31").glob("*.yaml")) == []


@pytest.mark.parametrize(("phone", "said"), [("06 30 00 00 01", True), ("0630000002", False)])
def test_a_source_of_a_round_that_has_another_number_is_told(
    importing: Importing, places: Path, phone: str, said: bool
) -> None:
    importing(*STOPS)
    row = _row_of_its_source(places, "telephone:\n  - 06 30 00 00 02\n")
    report = importing({**row, "telephone": phone})
    told = " ".join(report.rows[0].doubts)
    assert ("06 30 00 00 01" in told and "06 30 00 00 02" in told) is said


def test_stops_that_have_another_number_than_their_round_are_told(
    importing: Importing, places: Path
) -> None:
    stops = [{**stop, "telephone": "06 30 00 00 01"} for stop in STOPS]
    importing(*stops)
    path = places / f"{FILE}.yaml"
    text = path.read_text("utf-8")
    assert "06 30 00 00 01" in text
    assert not any(row.doubts for row in importing(*stops).rows)
    path.write_text(text.replace("06 30 00 00 01", "06 30 00 00 02"), "utf-8")
    report = importing(*stops)
    assert all("06 30 00 00 02" in row.doubts[0] for row in report.rows)
    assert any("06 30 00 00 01" in line for line in report.summary())


def test_two_stops_stay_places(importing: Importing, places: Path) -> None:
    importing(*STOPS[:2])
    assert len(list((places / "31").glob("*.yaml"))) == 2
    assert not (places / "31" / "tournees").exists()


def test_without_a_date_to_count_from_stops_stay_places(importing: Importing, places: Path) -> None:
    importing(*({**stop, "date_maj": ""} for stop in STOPS))
    assert len(list((places / "31").glob("*.yaml"))) == 3


def test_a_renamed_round_that_says_so_is_not_made_again(importing: Importing, places: Path) -> None:
    importing(*STOPS)
    record = places / f"{FILE}.yaml"
    text = record.read_text("utf-8")
    former = FILE.replace("/tournees/", "/")
    (record.parent / "le-bus.yaml").write_text(f"{text}anciens_ids:\n- {former}\n", "utf-8")
    record.unlink()
    report = importing(*STOPS)
    assert {row.id for row in report.rows} == {"31/tournees/le-bus"}
    assert not record.exists()
