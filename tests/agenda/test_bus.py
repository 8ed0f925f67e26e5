"""The test of truth: the bus of the Charente, two years ahead, against dates computed without us.

`tests/expected/bus-charente.csv` was made with plain dates: two weeks added again and again to the
first passage, public holidays and changes of clock written by hand.
"""

import csv
from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from plugins.agenda.sessions.agenda import Agenda
from tests.support.agenda import agenda_of

TESTS = Path(__file__).resolve().parents[1]
RECORD = TESTS / "fixtures" / "agenda" / "bus-france-services-emmaus-ruffec.yaml"
ID = "16/bus-france-services-emmaus-ruffec"
FIRST, LAST = date(2026, 11, 22), date(2028, 11, 21)
JANUARY_2027 = {
    "saint-fraigne": [11, 25],
    "tusson": [12, 26],
    "nanteuil-en-vallee": [13, 27],
    "valence": [14, 28],
    "val-de-bonnieure": [15, 29],  # not the 1st: a holiday
    "fouqueure": [15, 29],
    "la-foret-de-tesse": [5, 19],
    "charme": [5, 19],
    "saint-amant-de-boixe": [6, 20],
    "verdille": [7, 21],
    "luxe": [7, 21],
    "verteuil-sur-charente": [8, 22],
}
"""By hand, on a paper calendar: two weeks after 28 December comes 11 January, whatever the number
of the week."""


def bus(tmp_path: Path) -> Agenda:
    name = f"16/tournees/{RECORD.name}"
    text = RECORD.read_text(encoding="utf-8")
    return agenda_of(tmp_path, {name: text}, today=FIRST, days=(LAST - FIRST).days)


def test_every_stop_has_its_passages_for_two_years(tmp_path: Path):
    with (TESTS / "expected" / "bus-charente.csv").open(encoding="utf-8", newline="") as file:
        expected = [tuple(row.values()) for row in csv.DictReader(file)]
    agenda = bus(tmp_path)
    found = [
        (o.stop, o.start.isoformat(), o.end.isoformat())
        for stop in agenda.routes[ID].stops
        for o in agenda.of_record("route", ID, stop)
    ]
    assert found == expected


def test_january_2027_is_that_of_a_paper_calendar(tmp_path: Path):
    days: dict[str, list[int]] = defaultdict(list)
    for occurrence in bus(tmp_path).of_record("route", ID):
        start = occurrence.start
        if (start.year, start.month) == (2027, 1) and start.day not in days[occurrence.stop]:
            days[occurrence.stop].append(start.day)
    assert days == JANUARY_2027


def test_the_clock_says_the_same_before_and_after_it_changes(tmp_path: Path):
    """Two weeks across the change of clock are an hour longer or shorter."""
    starts = [o.start for o in bus(tmp_path).of_record("route", ID, "tusson") if o.start.hour == 9]
    shifts = {
        after.timestamp() - before.timestamp() - (after.date() - before.date()).total_seconds()
        for before, after in pairwise(starts)
    }
    assert shifts == {0, 3600, -3600}
    assert {start.time() for start in starts} == {datetime(2026, 1, 1, 9).time()}


def test_the_next_passage_is_known_in_each_of_the_twelve_communes(tmp_path: Path):
    agenda = bus(tmp_path)
    stops = agenda.routes[ID].arrets
    assert len({stop.code_insee for stop in stops}) == 12
    for stop in stops:
        [passage] = agenda.next_passages(stop.code_insee)
        assert passage.stop == stop
        assert passage.next is not None
        assert FIRST <= passage.next.start.date() <= FIRST + timedelta(days=28)
        assert len(passage.later) == 3
