"""What the territories say of themselves, and the networks that act there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plugins.records.model.network import Network
from plugins.records.model.territory import Territory
from plugins.records.repository import Repository


class TerritoryRecords(NamedTuple):
    """`territories` and `marks` (a fingerprint of all that is said of each) by id
    («epci/243100633»); `networks` by slug; `network_marks`: a fingerprint of each."""

    territories: Mapping[str, Territory]
    marks: Mapping[str, bytes]
    networks: Mapping[str, Network]
    network_marks: Mapping[str, bytes]

    def networks_in(self, kind: str, code: str) -> list[Network]:
        """The networks that act in a territory, by slug."""
        return [one for one in self.networks.values() if f"{kind}/{code}" in one.territoires]


def territory_records(repository: Repository) -> TerritoryRecords:
    """What the records without error say."""
    marks = dict(repository.fingerprints(Territory))
    network_marks = repository.fingerprints(Network)
    networks = repository.of(Network)
    for slug, network in networks.items():
        for territory in network.territoires:
            marks[territory] = marks.get(territory, b"") + network_marks[slug]
    return TerritoryRecords(repository.of(Territory), marks, networks, network_marks)
