"""Pages of `/territoires/`: their addresses, and fingerprints of all that each shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import Paging, file_of, pages_of
from plugins.gazetteer import Commune, Departement, Epci, Gazetteer
from plugins.press import Page
from plugins.records.entry import Entry, Places
from plugins.records.model.network import Network
from plugins.records.what_helps import is_blank
from plugins.territories.contract import PostcodeLink
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.outside import OutsideTerritory
from plugins.territories.usefulness import NearEntry

LISTED_MOST = 20
"""A commune's page shows at most so many of its own places; the rest is in its full list…"""
LIST_PAGE = 60
"""… which has so many places a page."""
EASY, ABROAD = 1, 2
"""Records, open or closed, from which on a commune has its easy page, and its pages in other
languages. Of one place, its own page says all that its commune's would, in the same language."""


class FullList(NamedTuple):
    """One page of the full list of a large commune, by postcode; `rank`: of its first place."""

    commune: Commune
    url: str
    paging: Paging
    rank: int
    nears: Sequence[NearEntry]
    postcodes: Sequence[PostcodeLink]


class Fingerprints:
    """What the fingerprints of several pages have in common.

    `records`: fingerprint of each territory's own record, by id («departement/31»); `agenda`: of
    what the agenda shows on the page of a commune; `announced`: on that of a larger
    territory.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        records: Mapping[str, bytes],
        agenda: Callable[[Commune], bytes] = lambda commune: b"",
        announced: Callable[[Epci | Departement], bytes] = lambda territory: b"",
    ) -> None:
        self._records = records
        self.agenda = agenda
        self.announced = announced
        coverage = fingerprint_of(*gazetteer.communes)  # pages say where it ends
        self._tables = {
            code: fingerprint_of(gazetteer.fingerprint(code) + coverage)
            for code in gazetteer.departements
        }

    def table(self, departement: str) -> bytes:
        """Of the official table of a covered département."""
        return self._tables[departement]

    def record(self, kind: str, code: str) -> bytes:
        """Of what a territory says of itself; empty when it says nothing."""
        return self._records.get(f"{kind}/{code}", b"")

    def is_coordinated(self, area: Epci | Departement) -> bool:
        """Whether a record or a network speaks of it."""
        kind = "epci" if isinstance(area, Epci) else "departement"
        return bool(self.record(kind, area.siren if isinstance(area, Epci) else area.code))


def commune_pages(
    gazetteer: Gazetteer,
    neighbourhood: Neighbourhood,
    common: Fingerprints,
    by_need: NearestByNeed | None = None,
    folder: str = "",
) -> Iterator[Page]:
    """One page for every covered commune, also those without any place; the key is its code.

    `folder`: what stands before «territoires/», with its slash.
    """
    fingerprints = [entry.fingerprint for entry in neighbourhood.entries]
    starts, entries, metres = neighbourhood.around
    distances = metres.tobytes()
    unplaced, recorded = neighbourhood.unplaced, neighbourhood.recorded
    helped = {gazetteer.communes[c].epci for c in recorded if neighbourhood.count(c)}
    for rank, commune in enumerate(gazetteer.communes.values()):
        first, last = starts[rank], starts[rank + 1]
        shown = [common.table(commune.departement), common.record("commune", commune.code)]
        shown.append(common.agenda(commune))
        shown.append(bytes((min(recorded[commune.code], ABROAD), commune.epci in helped)))
        shown += [fingerprints[place] for place in neighbourhood.ranks_of(commune.code)]
        shown.append(b"around")
        shown += [fingerprints[place] for place in unplaced.get(rank) or entries[first:last]]
        shown.append(distances[4 * first : 4 * last])
        if by_need:
            shown.append(by_need.fingerprint(commune.code))
        yield Page(
            f"{folder}territoires/{commune.departement}/{commune.slug}/index.html",
            fingerprint_of(b"".join(shown)),
            commune.code,
        )


def list_pages(
    gazetteer: Gazetteer, neighbourhood: Neighbourhood, common: Fingerprints
) -> Iterator[Page]:
    """The full lists, by postcode, of the communes with more places than their page shows."""
    for commune in gazetteer.communes.values():
        if neighbourhood.count(commune.code) <= LISTED_MOST:
            continue
        listed = sorted(
            neighbourhood.here(commune.code),
            key=lambda near: list_order(near.entry, commune),
        )
        cut = list(pages_of(listed, f"{commune.url}lieux/", LIST_PAGE))
        postcodes = tuple(_postcodes(commune, cut))
        for url, paging, part in cut:
            fingerprint = digest(
                common.table(commune.departement),
                repr((paging, postcodes)).encode(),
                *(near.entry.fingerprint for near in listed),
            )
            rank = (paging.number - 1) * LIST_PAGE
            yield Page(
                file_of(url), fingerprint, FullList(commune, url, paging, rank, part, postcodes)
            )


def postcode_in(entry: Entry, commune: Commune) -> str:
    """The postcode of a place where it is one of its commune's; that of a CEDEX says no quarter."""
    return entry.code_postal if entry.code_postal in commune.postcodes else ""


def list_order(entry: Entry, commune: Commune) -> tuple[bool, bool, str]:
    """Sorts the places of a commune by postcode; those of which nothing is known come last."""
    postcode = postcode_in(entry, commune)
    return is_blank(entry), not postcode, postcode


def _postcodes(
    commune: Commune, cut: Iterable[tuple[str, Paging, Sequence[NearEntry]]]
) -> Iterator[PostcodeLink]:
    found: dict[str, PostcodeLink] = {}
    for url, _, part in cut:
        for near in part:
            if not is_blank(near.entry):
                code = postcode_in(near.entry, commune)
                known = found.get(code, PostcodeLink(code, 0, url))
                found[code] = known._replace(total=known.total + 1)
    return iter(found.values())


def outside_pages(
    territories: Mapping[str, OutsideTerritory], common: Fingerprints
) -> Iterator[Page]:
    """One page for every territory without places; the key is its id."""
    for id_, territory in territories.items():
        fingerprint = digest(
            repr((territory.name, territory.covered)).encode(),
            common.record(territory.record.level, territory.record.code),
        )
        yield Page(file_of(territory.url), fingerprint, id_)


def index_page(
    gazetteer: Gazetteer,
    neighbourhood: Neighbourhood,
    common: Fingerprints,
    territories: Mapping[str, OutsideTerritory] = MappingProxyType({}),
    commune_index: str = "",
) -> Page:
    """The page `/territoires/`; `territories`: those without places; `commune_index`: where the
    index of communes is, which the page asks."""
    counts: dict[str, int] = dict.fromkeys(gazetteer.departements, 0)
    for commune in gazetteer.communes.values():
        counts[commune.departement] += neighbourhood.count(commune.code)
    return Page(
        "territoires/index.html",
        digest(
            *(common.table(code) + count.to_bytes(4, "big") for code, count in counts.items()),
            *(common.record("epci", siren) for siren in gazetteer.epcis),
            repr([(one.name, one.url) for one in territories.values()]).encode(),
            commune_index.encode(),
        ),
        None,
    )


def network_pages(
    networks: Mapping[str, Network],
    fingerprints: Mapping[str, bytes],
    places: Places,
    common: Fingerprints,
) -> Iterator[Page]:
    """One page for every network of actors; the key is its slug."""
    for slug, network in networks.items():
        members = [places.by_id[id_] for id_ in network.membres if id_ in places.by_id]
        yield Page(
            file_of(network.url),
            digest(
                fingerprints[slug],
                *(entry.fingerprint for entry in members),
                *(common.record(*id_.split("/", 1)) for id_ in network.territoires),
            ),
            slug,
        )


def digest(*parts: bytes) -> bytes:
    """16 bytes that stand for `parts`, each with its length so that none runs into the next."""
    framed = [piece for part in parts for piece in (len(part).to_bytes(4, "big"), part)]
    return fingerprint_of(b"".join(framed))
