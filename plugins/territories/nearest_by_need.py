"""Where to go for a need that no place near a commune states: the nearest that does, however far.

Who said what they need would else read «aucun», and a list of places for something else.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from math import cos, inf, radians
from operator import attrgetter
from typing import NamedTuple

from plugins.gazetteer import Gazetteer, distance_km
from plugins.records.entry import Entry
from plugins.records.what_helps import Usefulness, is_blank, usefulness_of
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.usefulness import NearEntry
from plugins.vocabulary.needs import NEEDS

_BITS = {need.slug: 1 << rank for rank, need in enumerate(NEEDS)}


class _Spot(NamedTuple):
    """Where a place is; `rank`: among those that have the need."""

    latitude: float
    longitude: float
    rank: int


class NearestByNeed:
    """The nearest places for each need, those that can be called or booked before all others; never
    one of which nothing helps."""

    def __init__(self, gazetteer: Gazetteer, neighbourhood: Neighbourhood) -> None:
        self._gazetteer = gazetteer
        self._neighbourhood = neighbourhood
        self._found: dict[tuple[str, str], NearEntry | None] = {}

    @cached_property
    def _by_need(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for need in NEEDS:
            having = [
                entry
                for entry in self._neighbourhood.entries
                if need.slug in entry.needs and not entry.is_closed and entry.latitude is not None
                if not is_blank(entry)
            ]
            reachable = [one for one in having if usefulness_of(one) is Usefulness.REACHABLE]
            found[need.slug] = reachable or having
        return found

    @cached_property
    def _by_latitude(self) -> dict[str, list[_Spot]]:
        """The same from south to north: who looks for the nearest need not look at all."""
        return {
            need: sorted(
                _Spot(entry.latitude or 0.0, entry.longitude or 0.0, rank)
                for rank, entry in enumerate(entries)
            )
            for need, entries in self._by_need.items()
        }

    def absent(self, code: str) -> list[str]:
        """Slugs of the needs that no place in or near the commune states and helps for, and one
        elsewhere does."""
        said = self._said(code)
        return [need for need, bit in _BITS.items() if self._by_need[need] and not said & bit]

    def _said(self, code: str) -> int:
        """The needs that places in or near the commune state and help for, a bit each."""
        near, stated, said = self._neighbourhood, self._stated, 0
        for rank in near.ranks_of(code):
            said |= stated[rank]
        for rank in near.around_of(code):
            said |= stated[rank]
        return said

    @cached_property
    def _stated(self) -> list[int]:
        """Of each place, by rank."""
        return [
            0 if is_blank(entry) else sum(_BITS[need] for need in entry.needs)
            for entry in self._neighbourhood.entries
        ]

    def nearest(self, code: str, need: str) -> NearEntry | None:
        """The nearest place for `need`; None when nobody has it, or nobody knows where the commune
        is."""
        key = (code, need)
        if key not in self._found:
            self._found[key] = self._nearest(code, need)
        return self._found[key]

    def _nearest(self, code: str, need: str) -> NearEntry | None:
        commune = self._gazetteer.communes[code]
        if commune.latitude is None or commune.longitude is None:
            return None
        latitude, longitude = commune.latitude, commune.longitude
        narrow = cos(radians(latitude))
        spots = self._by_latitude[need]
        middle = bisect_left(spots, latitude, key=attrgetter("latitude"))
        best = (inf, 0)
        for side in (range(middle, len(spots)), range(middle - 1, -1, -1)):
            for number in side:
                spot = spots[number]
                up = spot.latitude - latitude
                if up * up > best[0]:
                    break  # those behind it are farther still
                along = (spot.longitude - longitude) * narrow
                best = min(best, (up * up + along * along, spot.rank))
        if best[0] == inf:
            return None
        found = self._by_need[need][best[1]]
        if found.latitude is None or found.longitude is None:
            return None
        km = distance_km(latitude, longitude, found.latitude, found.longitude)
        return NearEntry(found, km, found.is_approximate)

    def fingerprint(self, code: str) -> bytes:
        """Changes with what `nearest` says for the needs that are absent. What is shown of a place
        that is far does not turn with the day."""
        found = {need: self.nearest(code, need) for need in self.absent(code)}
        return b"".join(need.encode() + near.entry.stated for need, near in found.items() if near)
