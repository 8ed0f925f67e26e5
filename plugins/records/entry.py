"""All places of the directory: a light entry for each, the whole record on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from plugins.common.fingerprint import fingerprint_of
from plugins.records.doubts.shut_days import closures_of, shut_seasons_of
from plugins.records.model.identity import RecordKind
from plugins.records.model.labelled import Gain, brought
from plugins.records.model.parts import Source
from plugins.records.model.place import Place
from plugins.records.turns.turning_days import has_seasons, turns_of
from plugins.vocabulary.needs import NEEDS, needs_met

_KEPT = 4000
"""Whole places kept at hand in one process, some 20 MB."""


SourceFacts = tuple[str, str, str]
"""A list that a record comes from, as caches keep it: its name with its edition, its day in ISO
8601, its licence; the last two empty when nobody said."""


class Entry(NamedTuple):
    """What lists, indexes and fingerprints need of a place, without reading its record.

    `fingerprint`: 16 bytes, a hash of the record's identity and bytes, and in a build of what its
    day makes of them (`plugins.records.turns`); `stated`: the same without the day.
    """

    id: str
    fingerprint: bytes
    nom: str
    code_insee: str
    latitude: float | None
    longitude: float | None
    labels: tuple[str, ...]
    services: tuple[str, ...]
    typologie: tuple[str, ...]
    itinerance: tuple[str, ...]
    is_closed: bool
    remplace_par: str | None
    needs: tuple[str, ...] = ()
    """Slugs of the needs that it answers (`plugins.vocabulary.needs`)."""
    anciens_ids: tuple[str, ...] = ()
    position: str | None = None
    has_address: bool = True
    frais_a_charge: tuple[str, ...] = ()
    sources: tuple[SourceFacts, ...] = ()
    code_postal: str = ""
    has_phone: bool = True
    books_online: bool = False
    has_message: bool = False
    """It has an e-mail address or a site."""
    has_hours: bool = True
    """Something is known of when it is open, if only as its source said it."""
    adresse: str | None = None
    telephone: tuple[str, ...] = ()
    pivot: str | None = None
    distinct_de: tuple[str, ...] = ()
    closures: tuple[tuple[int, int], ...] = ()
    """Days, as ordinals, on which its exceptions say that it is closed."""
    shut_seasons: tuple[int, ...] = ()
    """Days of every year on which it is closed, as their numbers in a leap year."""
    stated: bytes = b""
    turns: tuple[int, ...] = ()
    """Days, as ordinals, on which pages say something else of it (`turning_days`)."""
    has_seasons: bool = False
    """Its hours are not the same every week."""

    @property
    def is_approximate(self) -> bool:
        """As that of its place."""
        return self.position is not None or self.latitude is None or self.longitude is None

    @property
    def kind(self) -> RecordKind:
        """That of its record."""
        return Place.kind

    @property
    def name(self) -> str:
        """What people call it."""
        return self.nom

    @property
    def url(self) -> str:
        """Address of its page: «/lieux/31/mediatheque-de-labege/»."""
        return f"/{Place.PAGES}/{self.id}/"

    @property
    def departement(self) -> str:
        """The code of its folder: «31»."""
        return self.id.partition("/")[0]

    @property
    def is_itinerant(self) -> bool:
        """It moves: a bus, an adviser on a route."""
        return "Itinérant" in self.itinerance


def entry_of(place: Place, fingerprint: bytes) -> Entry:
    """The entry of a whole place."""
    return Entry(
        place.id,
        fingerprint,
        place.nom,
        place.code_insee,
        place.latitude,
        place.longitude,
        tuple(place.labels),
        place.all_services,
        tuple(place.typologie),
        tuple(place.itinerance),
        place.is_closed,
        place.remplace_par,
        tuple(need.slug for need in place.needs),
        place.anciens_ids,
        place.position,
        place.has_address,
        place.frais_a_charge,
        sources_in(place.source),
        place.code_postal,
        bool(place.phones),
        bool(place.prise_rdv),
        bool(place.courriels or place.site_web),
        bool(place.horaires or place.horaires_brut or place.permanence),
        place.adresse,
        place.telephone,
        place.pivot,
        place.distinct_de,
        closures_of(place),
        shut_seasons_of(place),
        fingerprint,
        turns_of(place),
        has_seasons(place),
    )


def sources_in(sources: Iterable[Source]) -> tuple[SourceFacts, ...]:
    """What a record says of the lists it comes from."""
    return tuple(
        (each.nom, each.date.isoformat() if each.date else "", each.licence or "")
        for each in sources
    )


def with_gains(entry: Entry, gains: Mapping[str, Gain]) -> Entry:
    """The entry of a place that was read without what its labels bring."""
    found = brought(entry.labels, gains)
    if not found:
        return entry
    said, services, needs = _gained(found, entry.services, entry.needs)
    fingerprint = fingerprint_of(entry.fingerprint + said)
    return entry._replace(
        fingerprint=fingerprint, stated=fingerprint, services=services, needs=needs
    )


@cache
def _gained(
    found: tuple[Gain, ...], services: tuple[str, ...], needs: tuple[str, ...]
) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
    """What the labels say, then services and needs with theirs; many places have the same."""
    services = tuple(dict.fromkeys((*services, *(s for gain in found for s in gain.services))))
    met = {*needs, *(need.slug for need in needs_met(services))}
    return repr(found).encode(), services, tuple(n.slug for n in NEEDS if n.slug in met)


class Places(Mapping[str, Place]):
    """Places by id («31/mediatheque-de-labege»).

    `load` makes the place of an entry; a few thousand places are kept, those used last.
    """

    def __init__(self, entries: Iterable[Entry], load: Callable[[Entry], Place]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        """Sorted by id."""
        self.load = load
        self._loaded: dict[str, Place] = {}

    def __getitem__(self, id: str) -> Place:  # noqa: A002 (the word of the contract)
        place = self._loaded.get(id)
        if place is None:
            if len(self._loaded) >= _KEPT:
                for old in list(self._loaded)[: _KEPT // 2]:
                    del self._loaded[old]
            self._loaded[id] = place = self.load(self.by_id[id])
        return place

    def __iter__(self) -> Iterator[str]:
        return (entry.id for entry in self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Every entry by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def by_commune(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by the INSEE code that their record states."""
        return _grouped((entry.code_insee, entry) for entry in self.entries)

    @cached_property
    def by_departement(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by the code of their folder."""
        return _grouped((entry.departement, entry) for entry in self.entries)

    @cached_property
    def by_label(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by the slug of each of their labels."""
        return _grouped((label, entry) for entry in self.entries for label in entry.labels)


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {}
    for key, entry in pairs:
        groups.setdefault(key, []).append(entry)
    return {key: tuple(groups[key]) for key in sorted(groups)}
