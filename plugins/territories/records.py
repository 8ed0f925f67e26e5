"""What the territories say of themselves, and the networks that act there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plugins.records.model.network import Network
from plugins.records.model.territory import Territory
from plugins.records.repository import Repository


class TerritoryRecords(NamedTuple):
    """`territories` and `fingerprints` (a fingerprint of all that is said of each) by id
    («epci/243100633»); `networks` by slug; `network_fingerprints`: a fingerprint of each."""

    territories: Mapping[str, Territory]
    fingerprints: Mapping[str, bytes]
    networks: Mapping[str, Network]
    network_fingerprints: Mapping[str, bytes]

    def networks_in(self, kind: str, code: str) -> list[Network]:
        """The networks that act in a territory, by slug."""
        return [one for one in self.networks.values() if f"{kind}/{code}" in one.territoires]


def territory_records(repository: Repository) -> TerritoryRecords:
    """What the records without error say."""
    fingerprints = dict(repository.fingerprints(Territory))
    network_fingerprints = repository.fingerprints(Network)
    networks = repository.of(Network)
    for slug, network in networks.items():
        for territory in network.territoires:
            fingerprints[territory] = fingerprints.get(territory, b"") + network_fingerprints[slug]
    return TerritoryRecords(repository.of(Territory), fingerprints, networks, network_fingerprints)
