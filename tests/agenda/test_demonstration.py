"""The demonstration shows every way to write dates, and never mixes with the directory."""

import runpy
from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.agenda.sessions.dated_records import ReadDated, read_dated
from plugins.gazetteer import Gazetteer
from plugins.records.commands import check
from plugins.records.model.workshop import Workshop
from plugins.records.repository import read_repository
from plugins.recurrence import Dates, read_dates

ROOT = Path(__file__).resolve().parents[2]
DEMONSTRATION = ROOT / "examples" / "demonstration"
PLACES = DEMONSTRATION / "places"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def records() -> dict[str, ReadDated]:
    repository = read_repository(PLACES, Gazetteer.load([]), TODAY)
    return {read.record.url: read for read in read_dated(repository, "code", 400)}


def test_its_records_are_right():
    found = check(PLACES, today=TODAY)
    assert [diagnostic for diagnostic in found if diagnostic.severity == "error"] == []
    assert {diagnostic.message.partition(",")[0] for diagnostic in found} == {
        "la dernière date est passée",
        "la dernière date est bientôt",
    }


def test_it_shows_every_kind_of_dates(records: dict[str, ReadDated]):
    workshops = [read.record for read in records.values() if isinstance(read.record, Workshop)]
    lines = [read_dates(line) for workshop in workshops for line in workshop.dates]
    shown: dict[str, set[bool]] = {
        "weekly": {dates.every == 1 and not dates.ranks for dates in lines},
        "one in two": {dates.every == 2 for dates in lines},
        "one in three": {dates.every == 3 for dates in lines},
        "rank of the month": {bool(dates.ranks) for dates in lines},
        "several ranks": {len(dates.ranks) > 1 for dates in lines},
        "last of the month": {-1 in dates.ranks for dates in lines},
        "months": {bool(dates.months) for dates in lines},
        "single days": {len(dates.single) > 1 for dates in lines},
        "every day": {len(dates.weekdays) == 7 for dates in lines},
        "two times a day": {len(dates.spans) > 1 for dates in lines},
        "not in holidays": {bool(dates.skips) for dates in lines},
        "without dates": {not workshop.dates for workshop in workshops},
        "extra dates": {bool(workshop.dates_en_plus) for workshop in workshops},
        "cancelled": {bool(workshop.annulations) for workshop in workshops},
        "ended": {ended(dates) for dates in lines},
    }
    assert [kind for kind, seen in shown.items() if True not in seen] == []


def ended(dates: Dates) -> bool:
    return dates.until is not None and dates.until < TODAY


def test_each_workshop_that_has_a_season_has_sessions(records: dict[str, ReadDated]):
    silent = [url for url, read in records.items() if not read.rows]
    assert silent == [
        "/agenda/ateliers/31/dates-a-demander/",
        "/agenda/ateliers/31/saison-finie/",
    ]
    horizon = (TODAY + timedelta(days=400)).toordinal()
    assert all(row[1] <= horizon for read in records.values() for row in read.rows)


def test_it_says_what_it_is_and_stays_apart():
    settings = runpy.run_path(str(DEMONSTRATION / "settings.py"))
    assert settings["SITENAME"].startswith("Démonstration")
    for name in ("PLACES_DIR", "OUTPUT_PATH", "PLACES_CACHE", "PRESS_CACHE", "CACHE_PATH"):
        assert Path(settings[name]).is_relative_to(DEMONSTRATION), name
    real = "".join(path.read_text("utf-8") for path in (ROOT / "places").rglob("*e*/*.yaml"))
    assert "démonstration" not in real
