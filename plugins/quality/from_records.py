"""The desk without a build: from a folder of records, for the commands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.gazetteer.coverage import default_coverage
from plugins.quality.areas import DeskArea, area_of, desk_areas
from plugins.quality.computed.reach import Reach
from plugins.quality.desk import AreaTable, Desk
from plugins.records.repository import read_repository
from plugins.territories.neighbourhood import Neighbourhood


class UnknownAreaError(ValueError):
    """No covered territory has this code; the message is French."""


class FoundTables(NamedTuple):
    """`tables`: of the territories asked for; `faulty`: how many records of the whole folder have
    an error, and are counted nowhere."""

    tables: list[AreaTable]
    faulty: int


def tables_of(places_dir: Path, on: date, code: str = "") -> FoundTables:
    """The table of the territory `code`, or of every département that has records.

    Raises:
        UnknownAreaError: the directory covers no territory of this code.
        OSError: the folder cannot be read.
    """
    gazetteer = Gazetteer.load(default_coverage(places_dir))
    chosen = _chosen(gazetteer, code)
    repository = read_repository(places_dir, gazetteer, on)
    entries = repository.places.entries
    desk = Desk(
        gazetteer,
        repository,
        Neighbourhood(gazetteer, entries),
        Reach(gazetteer, entries),
        places_dir,
        on,
    )
    wrong = {one.path for one in repository.diagnostics if one.severity == "error"}
    return FoundTables([desk.table(area) for area in chosen], len(wrong))


def _chosen(gazetteer: Gazetteer, code: str) -> list[DeskArea]:
    if not code:
        return [area for area in desk_areas(gazetteer) if area.kind == "departement"]
    area = area_of(gazetteer, code)
    if area is None:
        covered = ", ".join(gazetteer.departements) or "aucun"
        raise UnknownAreaError(
            f"« {code} » n'est pas un territoire de cet annuaire ; écrivez l'un des siens "
            f"({covered}), ou le numéro SIREN d'une de ses intercommunalités"
        )
    return [area]
