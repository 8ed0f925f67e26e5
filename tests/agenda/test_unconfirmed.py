"""Dates that nobody confirmed: calendars say TENTATIVE, their text says why."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from plugins.records.model.route import Route
from tests.support.calendars import small

ROOT = Path(__file__).parents[2]
ROUTE = """\
nom: Bus
nature: bus
statut: en service
arrets:
  - commune: Labège
    code_insee: 31254
    passages:
      - un lundi sur deux à partir du 23 novembre 2026, de 9h à 12h
"""


def events(folder: Path, more: str) -> list[icalendar.cal.Component]:
    made = small(folder, {"31/tournees/bus.yaml": ROUTE + more})
    (file,) = [
        text for url, text in made.files.items() if url.endswith("tournees/31/bus/labege.ics")
    ]
    return list(icalendar.Calendar.from_ical(file).walk("VEVENT"))


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("", "CONFIRMED"),
        ("dates_confirmees: oui\n", "CONFIRMED"),
        ("dates_confirmees: non\n", "TENTATIVE"),
    ],
)
def test_a_calendar_is_as_sure_as_its_record(tmp_path: Path, more: str, status: str):
    found = events(tmp_path, more)
    assert found
    assert {str(event["STATUS"]) for event in found} == {status}
    for event in found:
        assert ("pas confirmée" in str(event["DESCRIPTION"])) == (status == "TENTATIVE")


def test_the_bus_of_the_charente_says_that_nobody_confirmed():
    from plugins.records.reading.reader import parse_record

    file = ROOT / "places/16/tournees/bus-france-services-emmaus-ruffec.yaml"
    tree = parse_record(file.read_bytes(), file.name)
    assert not isinstance(tree, list)
    record = Route.from_tree(tree, "16/bus")
    assert record.is_unconfirmed
    assert "pas confirmé" in (record.remarque or "")
