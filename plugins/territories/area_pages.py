"""Pages of the larger territories, EPCI and départements: addresses, fingerprints of all they show.

A long one has several pages: `url`, then «page-2/», «page-3/»…; what it does with others is on a
page of its own, `coordination/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.common.paging import Paging, file_of, pages_of
from plugins.gazetteer import Commune, Departement, Epci, Gazetteer
from plugins.press import Page
from plugins.records.entry import Entry
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import Fingerprints, digest

PLACES_A_PAGE = 70
"""Places of one page of an EPCI, beside its picture."""
COMMUNES_A_PAGE = 100
"""Communes with places of one page of a département, each with a telephone: some 70 bytes each once
compressed, beside a picture of 6 kB."""


class EpciPage(NamedTuple):
    """One page of the places of an EPCI."""

    epci: Epci
    url: str
    paging: Paging
    entries: Sequence[Entry]


class DepartementPage(NamedTuple):
    """One page of the communes of a département that have places."""

    departement: Departement
    url: str
    paging: Paging
    communes: Sequence[Commune]


def coordination_url(area: Epci | Departement) -> str:
    """«/territoires/epci/243100633/coordination/»."""
    return f"{area.url}coordination/"


def communes_url(departement: Departement) -> str:
    """«/territoires/31/communes/»."""
    return f"{departement.url}communes/"


def epci_fingerprints(
    gazetteer: Gazetteer, neighbourhood: Neighbourhood, common: Fingerprints
) -> Iterator[tuple[Epci, bytes]]:
    """Every EPCI that has a covered commune, with a fingerprint of its communes and places."""
    for epci in gazetteer.epcis.values():
        tables = (common.table(code) for code in _tables_of(epci, gazetteer))
        yield epci, digest(*tables, _fingerprints(neighbourhood, epci.communes))


def departement_fingerprints(
    gazetteer: Gazetteer, neighbourhood: Neighbourhood, common: Fingerprints
) -> Iterator[tuple[Departement, bytes]]:
    """Every département that has a covered commune, with a fingerprint of its communes and
    places."""
    for departement, communes in _members(gazetteer):
        places = _fingerprints(neighbourhood, [commune.code for commune in communes])
        yield departement, digest(common.table(departement.code), places)


def epci_pages(
    gazetteer: Gazetteer, neighbourhood: Neighbourhood, common: Fingerprints, commune_index: str
) -> Iterator[Page]:
    """The pages of every EPCI that has a covered commune; the key is an `EpciPage`.

    `commune_index`: where the index of communes is, which the pages ask.
    """
    for epci, shown in epci_fingerprints(gazetteer, neighbourhood, common):
        members = by_name(gazetteer.communes[code] for code in epci.communes)
        entries = [e for commune in members for e in neighbourhood.entries_of(commune.code)]
        beside = (shown, *_beside(epci, common), commune_index.encode())
        for url, paging, part in pages_of(entries, epci.url, PLACES_A_PAGE):
            fingerprint = digest(*beside, repr(paging).encode())
            yield Page(file_of(url), fingerprint, EpciPage(epci, url, paging, part))


def departement_pages(
    gazetteer: Gazetteer,
    neighbourhood: Neighbourhood,
    common: Fingerprints,
    commune_index: str,
    labels: Mapping[str, bytes],
) -> Iterator[Page]:
    """The pages of every département that has a covered commune; the key is a `DepartementPage`.

    `labels`: a fingerprint of each label's record, by slug.
    """
    every_label = digest(*(labels[slug] for slug in sorted(labels)))
    members = {departement.code: communes for departement, communes in _members(gazetteer)}
    for departement, shown in departement_fingerprints(gazetteer, neighbourhood, common):
        helped = by_name(c for c in members[departement.code] if neighbourhood.count(c.code))
        beside = (shown, *_beside(departement, common), every_label, commune_index.encode())
        for url, paging, part in pages_of(helped, departement.url, COMMUNES_A_PAGE):
            fingerprint = digest(*beside, repr(paging).encode())
            yield Page(file_of(url), fingerprint, DepartementPage(departement, url, paging, part))


def commune_list_pages(
    gazetteer: Gazetteer, neighbourhood: Neighbourhood, common: Fingerprints
) -> Iterator[Page]:
    """The list of all communes of every département; the key is its code."""
    for departement, communes in _members(gazetteer):
        counts = [neighbourhood.count(commune.code) for commune in communes]
        fingerprint = digest(common.table(departement.code), repr(counts).encode())
        yield Page(file_of(communes_url(departement)), fingerprint, departement.code)


def coordination_pages(gazetteer: Gazetteer, common: Fingerprints) -> Iterator[Page]:
    """What an EPCI or a département of which a record or a network speaks does with others; the key
    is the territory."""
    areas: list[Epci | Departement] = [
        *gazetteer.epcis.values(),
        *gazetteer.departements.values(),
    ]
    for area in areas:
        if common.is_coordinated(area):
            fingerprint = digest(
                *(common.table(code) for code in _tables_of(area, gazetteer)),
                common.record(*kind_and_code(area)),
                common.announced(area),
            )
            yield Page(file_of(coordination_url(area)), fingerprint, area)


def by_name(communes: Iterable[Commune]) -> list[Commune]:
    """Communes in the order of lists."""
    return sorted(communes, key=lambda commune: commune.slug)


def kind_and_code(area: Epci | Departement) -> tuple[str, str]:
    """What its record is named by: «epci» and its SIREN, «departement» and its code."""
    if isinstance(area, Epci):
        return "epci", area.siren
    return "departement", area.code


def _members(gazetteer: Gazetteer) -> Iterator[tuple[Departement, list[Commune]]]:
    """Départements with their covered communes."""
    found: dict[str, list[Commune]] = {code: [] for code in gazetteer.departements}
    for commune in gazetteer.communes.values():
        found[commune.departement].append(commune)
    return ((gazetteer.departements[code], communes) for code, communes in found.items())


def _beside(area: Epci | Departement, common: Fingerprints) -> tuple[bytes, bytes]:
    """What its pages show beside places: whether it has a page of coordination, its agenda."""
    return bytes([common.is_coordinated(area)]), common.announced(area)


def _tables_of(area: Epci | Departement, gazetteer: Gazetteer) -> list[str]:
    if isinstance(area, Departement):
        return [area.code]
    return sorted({gazetteer.communes[code].departement for code in area.communes})


def _fingerprints(neighbourhood: Neighbourhood, codes: Iterable[str]) -> bytes:
    """The fingerprints of the places of several communes, and which commune each is in."""
    entries = neighbourhood.entries
    pieces: list[bytes] = []
    for code in codes:
        pieces.append(code.encode())
        pieces += [entries[rank].fingerprint for rank in neighbourhood.ranks_of(code)]
    return b"".join(pieces)
