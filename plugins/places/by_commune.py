"""Places to choose among, commune by commune: what every list of places shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from plugins.gazetteer import Commune, Gazetteer
from plugins.records.entry import Entry
from plugins.records.model.place import Place

ROWS_A_PAGE = 100
"""Places of one page of a list: each has its telephone and what tells whether it is open, some 60
to 100 bytes once compressed, so that a page stays within 14 kB."""


class CommunePlaces(NamedTuple):
    """A commune with places of it, at least one."""

    commune: Commune
    places: Sequence[Place]


def by_commune(
    entries: Iterable[Entry], places: Mapping[str, Place], gazetteer: Gazetteer
) -> list[CommunePlaces]:
    """The whole places of `entries` by the commune whose page shows them, in the order in which
    they come; in a commune those that can be called first. One whose commune the gazetteer does not
    know is left out."""
    groups: dict[str, tuple[Commune, list[Place]]] = {}
    for entry in entries:
        commune = gazetteer.page_of(entry.code_insee)
        if commune is not None:
            groups.setdefault(commune.code, (commune, []))[1].append(places[entry.id])
    return [
        CommunePlaces(commune, sorted(found, key=lambda place: not place.phones))
        for commune, found in groups.values()
    ]


def commune_order(gazetteer: Gazetteer) -> Callable[[Entry], tuple[str, str, str]]:
    """The key that sorts entries by département, then by the name of their commune."""

    def key(entry: Entry) -> tuple[str, str, str]:
        commune = gazetteer.page_of(entry.code_insee)
        return entry.departement, commune.slug if commune else "", entry.id

    return key
