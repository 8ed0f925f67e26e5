"""Where workshops and passages are, in squares: what is near a commune without looking at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.agenda.sessions.occurrences import Occurrence
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Commune, Gazetteer, distance_km
from plugins.records.model.dated import DatedKind

_SIDE = 0.25
"""Degrees: the side of a square."""
_KM_A_DEGREE = 111.0
_NARROWEST = 0.6
"""A degree of longitude is at least this part of one of latitude in France (51° north)."""


class SessionPoint(NamedTuple):
    """A point with sessions. `fingerprint`: a fingerprint of them and of their records."""

    latitude: float
    longitude: float
    page_code: str
    sessions: tuple[Occurrence, ...]
    fingerprint: bytes


class SessionGrid:
    """Sessions of one kind by place; those not located count at the centre of their commune.
    `fingerprints`: fingerprints of records, by kind and id."""

    def __init__(
        self,
        occurrences: Iterable[Occurrence],
        kind: DatedKind,
        gazetteer: Gazetteer,
        fingerprints: Mapping[tuple[str, str], bytes],
    ) -> None:
        groups: dict[tuple[float, float, str], list[Occurrence]] = defaultdict(list)
        for occurrence in occurrences:
            if occurrence.kind == kind:
                where = _where(occurrence, gazetteer)
                if where is not None:
                    groups[*where, occurrence.page_code].append(occurrence)
        self._squares: dict[tuple[int, int], list[SessionPoint]] = defaultdict(list)
        for (latitude, longitude, code), sessions in groups.items():
            records = {session.id: None for session in sessions}
            fingerprint = fingerprint_of_sessions(sessions) + b"".join(
                fingerprints[kind, id_] for id_ in records
            )
            fingerprint = fingerprint_of(fingerprint)
            spot = SessionPoint(latitude, longitude, code, tuple(sessions), fingerprint)
            self._squares[_square(latitude, longitude)].append(spot)

    def around(self, commune: Commune, km: float) -> Iterator[tuple[SessionPoint, float]]:
        """Spots outside a commune, at most so far from its centre, with their distance in km."""
        if not self._squares or commune.latitude is None or commune.longitude is None:
            return
        y, x = _square(commune.latitude, commune.longitude)
        high = int(km / (_KM_A_DEGREE * _SIDE)) + 1
        wide = int(km / (_KM_A_DEGREE * _NARROWEST * _SIDE)) + 1
        for row in range(y - high, y + high + 1):
            for column in range(x - wide, x + wide + 1):
                for spot in self._squares.get((row, column), ()):
                    if spot.page_code != commune.code:
                        away = distance_km(
                            commune.latitude, commune.longitude, spot.latitude, spot.longitude
                        )
                        if away <= km:
                            yield spot, away


def fingerprint_of_sessions(occurrences: Iterable[Occurrence]) -> bytes:
    """A fingerprint of what occurrences say."""
    return fingerprint_of(repr(list(occurrences)))


def _where(occurrence: Occurrence, gazetteer: Gazetteer) -> tuple[float, float] | None:
    if occurrence.point is not None:
        return occurrence.point
    commune = gazetteer.page_of(occurrence.code_insee) if occurrence.code_insee else None
    if commune is None or commune.latitude is None or commune.longitude is None:
        return None
    return commune.latitude, commune.longitude


def _square(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // _SIDE), int(longitude // _SIDE)
