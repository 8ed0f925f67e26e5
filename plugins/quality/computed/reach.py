"""How far the nearest help is from the centre of every covered commune, for each need.

As the crow flies, from the centre of the commune to the place, by the same search as the pages of
communes (`plugins.territories.nearest_places`). Help for a need is an open place that states it and
that one can call, write to or visit (`plugins.records.what_helps`); one whose point nobody knows
stands at the centre of its commune, as on those pages. Rounds and their stops do not count.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from math import inf
from pathlib import Path

from plugins.common import disk_cache
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry
from plugins.records.what_helps import is_blank
from plugins.territories.nearest_places import (
    LISTED_LEAST,
    NOWHERE,
    ListablePlace,
    find_around,
)
from plugins.vocabulary.needs import NEEDS

ANY = ""
"""Stands for any need, or none that is stated: a place that helps."""
NEED_SLUGS = tuple(need.slug for need in NEEDS)
_UNKNOWN = -1
_NOBODY = -2


class Reach:
    """Distances by commune and need. `memory`, `program`: as those of
    `plugins.territories.neighbourhood.Neighbourhood`."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        entries: Sequence[Entry],
        memory: Path | None = None,
        program: str = "",
    ) -> None:
        communes = list(gazetteer.communes.values())
        self._ranks = {commune.code: rank for rank, commune in enumerate(communes)}
        self._entries = entries
        spots = {need: list(_spots(gazetteer, entries, need)) for need in (ANY, *NEED_SLUGS)}
        version = fingerprint_of(repr(communes), repr(spots), program).hex()
        known = disk_cache.load(memory, version) if memory else None
        if known is None:
            centres = [commune.centre for commune in communes]
            known = {need: _nearest(centres, found) for need, found in spots.items()}
            if memory:
                disk_cache.save(memory, version, known)
        self._metres = {need: array("i", metres) for need, (metres, _) in known.items()}
        self._nearest = array("i", known[ANY][1])

    def km(self, commune: str, need: str) -> float | None:
        """Kilometres from the centre of a commune to the nearest help for a need; None when nobody
        knows where the commune is, infinite when no place of the directory states the need."""
        metres = self._metres[need][self._ranks[commune]]
        if metres == _UNKNOWN:
            return None
        return inf if metres == _NOBODY else metres / 1000

    def nearest(self, commune: str) -> Entry | None:
        """The nearest place that helps with anything."""
        rank = self._nearest[self._ranks[commune]]
        return None if rank < 0 else self._entries[rank]

    def fingerprint(self, communes: Sequence[str]) -> bytes:
        """Changes with what is said of these communes."""
        ranks = [self._ranks[code] for code in communes]
        near = [self._entries[self._nearest[rank]].id for rank in ranks if self._nearest[rank] >= 0]
        numbers = [[metres[rank] for rank in ranks] for metres in self._metres.values()]
        return fingerprint_of(repr(numbers), repr(near))


def _spots(gazetteer: Gazetteer, entries: Sequence[Entry], need: str) -> Iterator[ListablePlace]:
    """The places that help with a need, where they are."""
    for rank, entry in enumerate(entries):
        if entry.is_closed or is_blank(entry) or (need and need not in entry.needs):
            continue
        latitude, longitude = entry.latitude, entry.longitude
        if latitude is None or longitude is None:
            commune = gazetteer.page_of(entry.code_insee)
            centre = commune.centre if commune else None
            if centre is None:
                continue
            latitude, longitude = centre
        yield ListablePlace(rank, NOWHERE, latitude, longitude)


def _nearest(
    centres: Sequence[tuple[float, float] | None], spots: Sequence[ListablePlace]
) -> tuple[bytes, bytes]:
    """For each centre: metres to the nearest place, and its rank; no owner, so that places of the
    commune itself count."""
    metres = array("i", [_UNKNOWN if centre is None else _NOBODY for centre in centres])
    ranks = array("i", [_UNKNOWN] * len(centres))
    found = find_around(centres, spots, [LISTED_LEAST] * len(centres))
    for commune, start in enumerate(found.starts[:-1]):
        if start < found.starts[commune + 1]:
            metres[commune], ranks[commune] = found.metres[start], found.entries[start]
    return metres.tobytes(), ranks.tobytes()
