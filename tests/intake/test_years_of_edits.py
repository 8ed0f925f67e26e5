"""Editions of two lists, in any order, among edits of every kind: none is lost, each difference is
shown once, and a list imported again changes no byte."""

from __future__ import annotations

import csv
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.intake import ImportReport, run_import
from plugins.records.model.place import Place
from tests.support.hand_edits import MERGED, edit_records, identities, lost, snapshot, tree_of

FIXTURES = Path(__file__).parent / "fixtures"
ADVISERS = FIXTURES / "conseillers-2022-12.csv"
DESKS = FIXTURES / "france-services-2024-08.csv"


def edition(path: Path, table: Path, name: str, day: str, seed: int) -> Path:
    """An edition of the list of `table` called `name`, with some rows less and other facts."""
    draw = random.Random(seed)
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if draw.random() > 0.15]
    for row in rows:
        row |= {"source": name, "date_maj": day}
        if draw.random() < 0.3:
            row["telephone"] = f"+3356100{draw.randrange(10**4):04d}"
        if draw.random() < 0.3:
            row["services"] = "|".join(draw.sample(row["services"].split("|"), 1))
        if draw.random() < 0.2:
            row["adresse"] = "1 place du Marché"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two lists, an older edition of the first, a newer one of each."""
    folder = tmp_path_factory.mktemp("editions")
    stem = "conseillers-numeriques"
    return [
        ADVISERS,
        DESKS,
        edition(folder / "a.csv", ADVISERS, f"{stem}-2022-06", "2022-06-01", 1),
        edition(folder / "b.csv", ADVISERS, f"{stem}-2024-01", "2024-01-15", 2),
        edition(folder / "c.csv", DESKS, "france-services-2025-02", "2025-02-01", 3),
    ]


def run(table: Path, places: Path, shown: Counter[tuple[str, ...]]) -> ImportReport:
    report = run_import(table, places, licence="Licence Ouverte 2.0")
    shown.update((item.id, item.field, str(item.source)) for item in report.kept_by_hand)
    return report


def test_the_lists_of_two_years_with_edits_of_every_kind_between(
    tables: list[Path], tmp_path: Path
) -> None:
    shown: Counter[tuple[str, ...]] = Counter()
    first, second, older = tables[:3]
    run(first, tmp_path, shown)
    edits = edit_records(tmp_path, random.Random(5), 2, without=[MERGED])
    assert len(edits) == 20
    run(second, tmp_path, shown)
    assert shown
    before = snapshot(tmp_path)
    assert [edition.known for edition in run(older, tmp_path, shown).older] == [
        "conseillers-numeriques-2022-12"
    ]
    run(first, tmp_path, shown)
    assert snapshot(tmp_path) == before
    assert list(lost(edits, tmp_path)) == []
    assert set(shown.values()) == {1}


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(order=st.lists(st.integers(0, 4), min_size=2, max_size=4), seed=st.integers(0, 10**6))
def test_no_edit_is_lost_whatever_comes_and_in_what_order(
    order: list[int], seed: int, tables: list[Path], tmp_path: Path
) -> None:
    places = tmp_path / f"{seed}-{order}"
    shutil.rmtree(places, ignore_errors=True)
    places.mkdir()
    draw, shown, used = random.Random(seed), Counter[tuple[str, ...]](), set[str]()
    edits = []
    for rank in order:
        run(tables[rank], places, shown)
        edits += edit_records(places, draw, 1, used)
        assert list(lost(edits, places)) == []
    for rank in order:
        run(tables[rank], places, shown)
    assert list(lost(edits, places)) == []
    assert max(shown.values(), default=1) == 1
    before = snapshot(places)
    for rank in order:
        assert not run(tables[rank], places, shown).kept_by_hand
        assert snapshot(places) == before
    for identity in identities(places):
        Place.from_tree(tree_of(places, identity), identity)
