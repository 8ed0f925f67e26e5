"""Workshops of each territory: how many are not over, how many of them say when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.gazetteer import Gazetteer
from plugins.quality.areas import DeskArea
from plugins.records.model.workshop import Workshop
from plugins.records.repository import Repository


def workshops_by_area(
    areas: Iterable[DeskArea], repository: Repository, gazetteer: Gazetteer
) -> Mapping[str, tuple[int, int]]:
    """By id of the territory. A workshop is where its own record says, or where its place is, and
    in the territories that it names."""
    where: dict[str, list[Workshop]] = {}
    for workshop in repository.of(Workshop).values():
        if workshop.statut in Workshop.ACTIVE:
            for key in {_commune_of(workshop, repository, gazetteer), *workshop.territoires}:
                where.setdefault(key, []).append(workshop)
    found: dict[str, tuple[int, int]] = {}
    for area in areas:
        keys = (area.id, *area.communes)
        held = {workshop.id: workshop for key in keys for workshop in where.get(key, ())}
        found[area.id] = len(held), sum(bool(one.dates) for one in held.values())
    return found


def _commune_of(workshop: Workshop, repository: Repository, gazetteer: Gazetteer) -> str:
    """The code of the commune whose page shows it; empty when nobody knows."""
    entry = repository.places.by_id.get(workshop.lieu or workshop.id)
    code = workshop.code_insee or (entry.code_insee if entry else "")
    commune = gazetteer.page_of(code) if code else None
    return commune.code if commune else ""
