"""The order of every list of places near a commune: what a person can act on, then what is near.

One rule for the page, its map, its print, its PDF list, frames and the list of a whole city. It is
told to residents in `content/pages/comment-cette-liste-est-faite.md`; why: decision 0034
(docs/adr/0034-useful-first.md).
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.records.entry import Entry
from plugins.records.what_helps import usefulness_of

UNKNOWN_FACT_KM = 2.0
"""A place of which hours are not known counts as so much farther; so does one of which no need is:
a sure door is worth a short walk."""


class NearEntry(NamedTuple):
    """An entry with its distance from a commune's centre."""

    entry: Entry
    distance_km: float | None
    """As the crow flies; None when the place's or the commune's position is not known."""
    is_approximate: bool
    """The place's own position is approximate, or not known: that of its commune's centre was
    taken."""


_UsefulKey = tuple[int, bool, bool, float, float, str]


def in_its_commune(near: NearEntry) -> _UsefulKey:
    """Sorts the places of a commune. An approximate position says no more than the commune: its
    distance from the centre is chance, and it comes after the doors that are known."""
    km = near.distance_km
    away = 0.0 if km is None else _counted_km(near, km)
    return usefulness_of(near.entry), km is None, near.is_approximate, away, 0.0, near.entry.id


def around_a_commune(near: NearEntry) -> _UsefulKey:
    """Sorts places of other communes. There an approximate distance is true to a kilometre or two:
    it comes after the doors of the same whole kilometre."""
    km = near.distance_km
    away = 0.0 if km is None else _counted_km(near, km)
    usefulness = usefulness_of(near.entry)
    return (
        usefulness,
        km is None,
        False,
        int(away),
        near.is_approximate + away / 1000,
        near.entry.id,
    )


def _counted_km(near: NearEntry, km: float) -> float:
    unknown = (not near.entry.has_hours) + (not near.entry.needs)
    return km + UNKNOWN_FACT_KM * unknown
