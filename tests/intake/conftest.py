"""A table on disk, and an import of it in an empty tree."""

import csv
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.intake import ImportReport, run_import
from tests.support.intake import Row

read_gazetteer = Gazetteer.load


@cache
def _read_once(codes: tuple[str, ...]) -> Gazetteer:
    return read_gazetteer(codes)


def known_gazetteer(codes: Iterable[str]) -> Gazetteer:
    """The same for each import: to read the names of all communes costs more than a small list."""
    return _read_once(tuple(codes))


@pytest.fixture(autouse=True)
def one_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gazetteer, "load", known_gazetteer)


@pytest.fixture
def table(tmp_path: Path) -> Callable[[Sequence[Row]], Path]:
    """Write rows as a CSV file in the national layout, with the columns of all of them."""

    def write(rows: Sequence[Row], name: str = "liste.csv") -> Path:
        columns = list(dict.fromkeys(column for row in rows for column in row))
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """An empty folder of records."""
    folder = tmp_path / "places"
    folder.mkdir()
    return folder


@pytest.fixture
def importing(table: Callable[[Sequence[Row]], Path], places: Path) -> Callable[..., ImportReport]:
    """Import rows of the national layout into `places`."""

    def run(*rows: Row, **options: object) -> ImportReport:
        options.setdefault("licence", "Licence Ouverte 2.0")
        return run_import(table(rows), places, **options)  # type: ignore[arg-type]

    return run
