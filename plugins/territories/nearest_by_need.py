"""Where to go for a need that no place near a commune states: the nearest that does, however far.

Who said what they need would else read «aucun», and a list of places for something else.
"""

from __future__ import annotations

from functools import cached_property
from math import cos, radians

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer, distance_km
from plugins.records.entry import Entry
from plugins.records.what_helps import Usefulness, is_blank, usefulness_of
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.usefulness import NearEntry
from plugins.vocabulary.needs import NEEDS

_BITS = {need.slug: 1 << rank for rank, need in enumerate(NEEDS)}


class NearestByNeed:
    """The nearest places for each need, those that can be called or booked before all others; never
    one of which nothing helps."""

    def __init__(self, gazetteer: Gazetteer, neighbourhood: Neighbourhood) -> None:
        self._gazetteer = gazetteer
        self._neighbourhood = neighbourhood
        self._by_said: dict[int, bytes] = {}

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
    def _fingerprints(self) -> dict[str, bytes]:
        """What is shown of these places does not turn with the day."""
        return {
            need: fingerprint_of(*(entry.stated for entry in entries))
            for need, entries in self._by_need.items()
        }

    def absent(self, code: str) -> list[str]:
        """Slugs of the needs that no place in or near the commune states and helps for, and one
        elsewhere does."""
        return self._unsaid(self._said(code))

    def _unsaid(self, said: int) -> list[str]:
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
        commune = self._gazetteer.communes[code]
        if commune.latitude is None or commune.longitude is None:
            return None
        latitude, longitude = commune.latitude, commune.longitude
        narrow = cos(radians(latitude))

        def away(entry: Entry) -> float:
            """Good enough to compare, and ten times faster than a distance."""
            up = (entry.latitude or 0.0) - latitude
            along = ((entry.longitude or 0.0) - longitude) * narrow
            return up * up + along * along

        found = min(self._by_need[need], key=away, default=None)
        if found is None or found.latitude is None or found.longitude is None:
            return None
        km = distance_km(latitude, longitude, found.latitude, found.longitude)
        return NearEntry(found, km, found.is_approximate)

    def fingerprint(self, code: str) -> bytes:
        """Changes with what `nearest` may say for the needs that are absent."""
        said = self._said(code)
        known = self._by_said.get(said)
        if known is None:
            known = b"".join(self._fingerprints[need] for need in self._unsaid(said))
            self._by_said[said] = known
        return known
