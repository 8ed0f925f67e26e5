"""What the territories say of themselves, and the networks that act there: the records of
`places/territoires/` and `places/reseaux/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.records.cache.store import fingerprint
from plugins.records.checks import Context
from plugins.records.model.network import Network
from plugins.records.model.territory import Territory
from plugins.records.reading.checking import Model, check_record


class TerritoryRecords(NamedTuple):
    """`territories` and `marks` (a fingerprint of all that is said of each) by id
    («epci/243100633»); `networks` by slug; `network_marks`: a fingerprint of each."""

    territories: dict[str, Territory]
    marks: dict[str, bytes]
    networks: dict[str, Network]
    network_marks: dict[str, bytes]

    def networks_in(self, kind: str, code: str) -> list[Network]:
        """The networks that act in a territory, by slug."""
        return [one for one in self.networks.values() if f"{kind}/{code}" in one.territoires]


def read_records(places_dir: Path, context: Context) -> TerritoryRecords:
    """Every valid record. Raises OSError when a file cannot be read.

    Faults are not said here: `places` checks every record of the folder and stops the build.
    """
    found = TerritoryRecords({}, {}, {}, {})
    for record, mark in _read(places_dir, "territoires/*/*.yaml", context):
        if isinstance(record, Territory):
            found.territories[record.id] = record
            found.marks[record.id] = mark
    for record, mark in _read(places_dir, "reseaux/*.yaml", context):
        if isinstance(record, Network):
            found.networks[record.slug] = record
            found.network_marks[record.slug] = mark
            for territory in record.territoires:
                found.marks[territory] = found.marks.get(territory, b"") + mark
    return found


def _read(places_dir: Path, pattern: str, context: Context) -> Iterator[tuple[Model | None, bytes]]:
    for path in sorted(places_dir.glob(pattern)):
        content = path.read_bytes()
        name = path.relative_to(places_dir).as_posix()
        yield check_record(content, name, context).record, fingerprint(name, content)
