"""Which places a commune's page shows: those in it, then the nearest around."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from math import inf, isnan, nan
from pathlib import Path
from statistics import median

from plugins.common import disk_cache
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Commune, Gazetteer, distance_km
from plugins.records.entry import Entry
from plugins.records.what_helps import is_blank, usefulness_of
from plugins.territories.nearest_places import (
    LISTED_LEAST,
    NOWHERE,
    ListablePlace,
    NearestPlaces,
    find_around,
)
from plugins.territories.usefulness import (
    NearEntry,
    around_a_commune,
    in_its_commune,
)


class Neighbourhood:
    """Places by commune, for every covered commune; closed places are left out.

    A place counts where its record says (`code_insee`), a former commune as the present one, an
    arrondissement as its city. `memory`: a file where what was found around the communes is kept
    between builds, because most edits move no place and the search takes long; `program`:
    fingerprint of the code that made it.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        entries: Sequence[Entry],
        memory: Path | None = None,
        program: str = "",
    ) -> None:
        self.entries = entries
        self.ranks = {code: rank for rank, code in enumerate(gazetteer.communes)}
        self._communes = list(gazetteer.communes.values())
        self._in_commune: list[list[int]] = [[] for _ in self._communes]
        self.recorded: Counter[str] = Counter()
        """How many records, open or closed, each covered commune has that has any, by INSEE code:
        what is made for such a commune alone (a frame, sheets to print, pages in other languages)
        stays where it is when a place closes."""
        located = self._locate(gazetteer)
        self.unplaced = self._same_departement()
        """Communes whose centre is not known (overseas), by rank: ranks of entries to show."""
        tables = (gazetteer.fingerprint(departement) for departement in gazetteer.departements)
        version = fingerprint_of(located.tobytes(), *tables, program, *gazetteer.communes).hex()
        known = disk_cache.load(memory, version) if memory else None
        if known is not None:
            self.around = NearestPlaces(*(array("i", numbers) for numbers in known))
            return
        self.around = self._search(located)
        if memory:
            disk_cache.save(memory, version, tuple(part.tobytes() for part in self.around))

    def _locate(self, gazetteer: Gazetteer) -> array[float]:
        """Where each open place is, six numbers each: its rank, its commune's, latitude and
        longitude (NaN when unknown), 1 when it can be called, 1 when it helps nobody; fills
        `_in_commune` and `recorded`."""
        located = array("d")
        pages: dict[str, Commune | None] = {}
        for rank, entry in enumerate(self.entries):
            code, latitude, longitude = entry.code_insee, entry.latitude, entry.longitude
            if code not in pages:
                pages[code] = gazetteer.page_of(code)
            commune = pages[code]
            owner = self.ranks.get(commune.code, NOWHERE) if commune else NOWHERE
            if commune and owner != NOWHERE:
                self.recorded[commune.code] += 1
            if entry.is_closed:
                continue
            if owner != NOWHERE:
                self._in_commune[owner].append(rank)
            if (latitude is None or longitude is None) and commune:
                latitude, longitude = commune.latitude, commune.longitude
            if latitude is None or longitude is None:
                latitude = longitude = nan
            located.extend((rank, owner, latitude, longitude, entry.has_phone, is_blank(entry)))
        return located

    def _same_departement(self) -> dict[int, list[int]]:
        unplaced = [rank for rank, c in enumerate(self._communes) if c.latitude is None]
        wanted = {self._communes[rank].departement for rank in unplaced}
        open_places: dict[str, list[tuple[int, int]]] = {code: [] for code in wanted}
        for owner, places in enumerate(self._in_commune):
            if self._communes[owner].departement in wanted:
                open_places[self._communes[owner].departement] += [(p, owner) for p in places]
        return {
            rank: self._in_order(
                [
                    place
                    for place, owner in open_places[self._communes[rank].departement]
                    if owner != rank
                ],
                _middle(self.entries[place] for place in self._in_commune[rank]),
            )
            for rank in unplaced
        }

    def _in_order(self, places: list[int], middle: tuple[float, float] | None) -> list[int]:
        """The first of these places: those that help, then those that are near to the middle of the
        commune's own. How far nobody says: its centre is not known."""

        def key(place: int) -> tuple[int, float, int]:
            entry = self.entries[place]
            km = _measured(entry, middle).distance_km
            return usefulness_of(entry), inf if km is None else km, place

        return sorted(places, key=key)[:LISTED_LEAST]

    def _search(self, located: array[float]) -> NearestPlaces:
        spots: dict[bool, list[ListablePlace]] = {False: [], True: []}
        for rank, owner, latitude, longitude, has_phone, blank in zip(
            *(iter(located),) * 6, strict=True
        ):
            if not isnan(latitude):
                spots[bool(blank)].append(
                    ListablePlace(int(rank), int(owner), latitude, longitude, bool(has_phone))
                )
        is_small = len(spots[False]) <= LISTED_LEAST  # then what helps nobody fills the page
        return find_around(
            [commune.centre for commune in self._communes],
            spots[False] + spots[True] if is_small else spots[False],
            [sum(not is_blank(self.entries[r]) for r in ranks) for ranks in self._in_commune],
        )

    def count(self, code: str) -> int:
        """How many open places a commune has."""
        return len(self._in_commune[self.ranks[code]])

    def ranks_of(self, code: str) -> list[int]:
        """Ranks among `entries` of the open places of a commune."""
        return self._in_commune[self.ranks[code]]

    def around_of(self, code: str) -> Sequence[int]:
        """Ranks among `entries` of the places that `nearest` gives, in no order."""
        rank = self.ranks[code]
        if rank in self.unplaced:
            return self.unplaced[rank]
        return self.around.entries[self.around.starts[rank] : self.around.starts[rank + 1]]

    def entries_of(self, code: str) -> list[Entry]:
        """The open places of a commune, by id."""
        return [self.entries[rank] for rank in self.ranks_of(code)]

    def here(self, code: str, most: int | None = None) -> list[NearEntry]:
        """The places of a commune, at most `most`, in the order of `usefulness.in_its_commune`."""
        centre = self._communes[self.ranks[code]].centre
        found = [_measured(entry, centre) for entry in self.entries_of(code)]
        return sorted(found, key=in_its_commune)[:most]

    def nearest(self, code: str) -> list[NearEntry]:
        """The nearest places of other communes that help (`nearest_places.find_around`), in
        the order of `usefulness.around_a_commune`; places of the same département without distance
        when the commune's centre is not known."""
        rank = self.ranks[code]
        if rank in self.unplaced:
            return [NearEntry(self.entries[place], None, False) for place in self.unplaced[rank]]
        first, last = self.around.starts[rank], self.around.starts[rank + 1]
        found: list[NearEntry] = []
        for place in range(first, last):
            entry = self.entries[self.around.entries[place]]
            found.append(NearEntry(entry, self.around.metres[place] / 1000, entry.is_approximate))
        return sorted(found, key=around_a_commune)


def _middle(entries: Iterable[Entry]) -> tuple[float, float] | None:
    """The middle of the points that places have, in degrees; None when none has one."""
    points = [(e.latitude, e.longitude) for e in entries]
    known = [(lat, lon) for lat, lon in points if lat is not None and lon is not None]
    return (median(lat for lat, _ in known), median(lon for _, lon in known)) if known else None


def _measured(entry: Entry, centre: tuple[float, float] | None) -> NearEntry:
    if entry.latitude is None or entry.longitude is None or centre is None:
        return NearEntry(entry, None, entry.is_approximate)
    km = distance_km(*centre, entry.latitude, entry.longitude)
    return NearEntry(entry, km, entry.is_approximate)
