"""A table on disk, and an import of it in an empty tree."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from plugins.intake import ImportReport, run_import

Row = Mapping[str, str]
FIXTURES = Path(__file__).with_name("fixtures")

LABEGE = {
    "id": "a1",
    "nom": "Médiathèque de Labège",
    "commune": "Labège",
    "code_postal": "31670",
    "code_insee": "31254",
    "adresse": "Rue de la Croix Rose",
    "latitude": "43.5309",
    "longitude": "1.5308",
    "telephone": "05 61 00 00 00",
    "horaires": "Tu-Fr 09:00-12:00,14:00-17:30",
    "services": "Accès internet et matériel informatique",
    "typologie": "BIB",
    "source": "liste-exemple-2024-01",
    "date_maj": "2024-01-10",
}
"""A row in the national layout that needs no remark."""


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
