"""The few numbers of each territory in the list of all desks, kept between builds: an edit changes
those of one or two, the tables of all others would be computed for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.common import disk_cache
from plugins.quality.areas import DeskArea
from plugins.quality.computed.sums import AreaSums


class AreaNumbers(NamedTuple):
    """`people`: of its communes; `places`: open ones; `without`: communes without any; `far`:
    people at more than 10 km from help for the first of the needs; `is_unknown`: nobody knows where
    the communes are; `old`: places with facts of more than 24 months, or without a date."""

    people: int
    places: int
    without: int
    far: int
    is_unknown: bool
    old: int

    @classmethod
    def of(cls, sums: AreaSums) -> AreaNumbers:
        """Those of a territory."""
        first = sums.coverage[0]
        far = next(beyond.people for beyond in first.beyond if beyond.km == _FAR_KM)
        without = len(sums.without)
        return cls(sums.people, sums.places, without, far, first.is_unknown, sums.old)


class NumbersMemory(NamedTuple):
    """`file`: where they are kept; `version`: of the code, and the day, that made them;
    `fingerprints`: of the table of each territory, by id."""

    file: Path
    version: str
    fingerprints: Mapping[str, bytes]


_FAR_KM = 10


def numbers_by_area(
    areas: Iterable[DeskArea],
    sums: Callable[[DeskArea], AreaSums],
    memory: NumbersMemory | None = None,
) -> dict[str, AreaNumbers]:
    """The numbers of `areas`, by id; `sums` is asked for those that are not kept."""
    known = (disk_cache.load(memory.file, memory.version) or {}) if memory else {}
    found: dict[str, AreaNumbers] = {}
    for area in areas:
        kept = known.get(area.id)
        if memory and kept and kept[0] == memory.fingerprints[area.id]:
            found[area.id] = AreaNumbers(*kept[1])
        else:
            found[area.id] = AreaNumbers.of(sums(area))
    if memory:
        made = {id_: (memory.fingerprints[id_], tuple(one)) for id_, one in found.items()}
        disk_cache.save(memory.file, memory.version, made)
    return found
