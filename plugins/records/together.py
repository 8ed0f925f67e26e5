"""What can only be seen by comparing records: links that lead nowhere, the same place twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from plugins.common.diagnostic import Diagnostic, warning
from plugins.gazetteer import distance_km
from plugins.records.doubts.look_alikes import Described, are_distinct, is_one_name, look_alikes
from plugins.records.kinds import KINDS
from plugins.records.links import (
    Known,
    lost_others,
    lost_successor,
    other_price,
    unknown_labels,
)
from plugins.records.reading.checking import locate

NEAR_KM = 0.15
_DISTINCT = re.compile(r"« distinct_de: \[([0-9A-Za-z/, -]+)\] »$")
"""How the hint of a look-alike ends."""
_CELL = 0.0025  # degrees: more than NEAR_KM in both directions anywhere in France


class Placed(Described, Protocol):
    """What is compared of a place: `entry.Entry` and `model.place.Place` both have it."""

    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    @property
    def remplace_par(self) -> str | None: ...
    @property
    def has_address(self) -> bool: ...
    @property
    def frais_a_charge(self) -> tuple[str, ...]: ...


def check_together(
    places: Collection[Placed],
    known: Known,
    places_dir: Path,
    only: Collection[str] | None = None,
) -> list[Diagnostic]:
    """Diagnostics between the records of `places` and those that are `known`, placed in their
    files.

    `only` keeps those of some places (ids). Files are read again only where something is wrong.
    """
    found = compared(places, known, only)
    diagnostics: list[Diagnostic] = []
    for identity in sorted(found):
        diagnostics += locate(places_dir, KINDS["place"].file(identity), found[identity])
    return diagnostics


def compared(
    places: Collection[Placed], known: Known, only: Collection[str] | None = None
) -> dict[str, list[Diagnostic]]:
    """The same by id, each with its place in the record and on no line."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for place in places:
        if only is None or place.id in only:
            findings = [
                *unknown_labels(place.labels, known.labels),
                *lost_successor(place.id, place.remplace_par, known.places),
                *lost_others(place.id, place.distinct_de, known.places),
                *other_price(place.labels, place.frais_a_charge, known.gains),
            ]
            if findings:
                found[place.id] += findings
    for identity, others in alike(places, only).items():
        found[identity].append(_look_alike(others))
    for identity, same in _at_one_point(places, only):
        found[identity].append(
            warning(
                ("latitude",),
                f"{KINDS['place'].file(same)} a le même point, et pas d'adresse non plus",
                "ajoutez la ligne « position: approximative » dans les deux fiches",
            )
        )
    return found


def alike(
    places: Collection[Placed], only: Collection[str] | None = None
) -> dict[str, dict[str, str]]:
    """Places that may be one: ids, and what each pair shares (French)."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for pair in look_alikes(places, only):
        found[pair.id][pair.other] = pair.shared
    for place, other in _duplicates(places, only):
        found[place.id][other.id] = "nom et point proches"
    return found


def alike_in(diagnostic: Diagnostic) -> list[str]:
    """The places (ids) that the place of a diagnostic looks like; none for any other warning."""
    found = _DISTINCT.search(diagnostic.hint)
    return found[1].split(", ") if found else []


def _look_alike(others: Mapping[str, str]) -> Diagnostic:
    """One warning for all that a place looks like: ids, and what is shared with each (French)."""
    first, *more = sorted(others)
    named = KINDS["place"].file(first)
    if more:
        named += f" et à {len(more)} autre{'s' * (len(more) > 1)}"
    return warning(
        ("nom",),
        f"ce lieu ressemble à {named} (même commune, {others[first]})",
        "si c'est le même, gardez une seule fiche ; sinon, ajoutez « distinct_de: "
        f"[{', '.join((first, *more))}] »",
    )


def _at_one_point(
    places: Iterable[Placed], only: Collection[str] | None
) -> Iterator[tuple[str, str]]:
    """Open places without address that say they stand exactly where another such one does: ids of
    both."""
    points: dict[tuple[float | None, float | None], list[str]] = defaultdict(list)
    for place in places:
        if not (place.has_address or place.is_approximate or place.is_closed):
            points[place.latitude, place.longitude].append(place.id)
    for here in points.values():
        first, *others = sorted(here)
        for other in others:
            if only is None or other in only or first in only:
                yield other, first


def _duplicates(
    places: Iterable[Placed], only: Collection[str] | None
) -> Iterator[tuple[Placed, Placed]]:
    """Pairs of open places of one commune with near names and near points; no quadratic step."""
    cells: dict[tuple[str, int, int], list[tuple[Placed, float, float]]] = defaultdict(list)
    for place in places:
        if place.latitude is not None and place.longitude is not None and not place.is_closed:
            cell = (place.code_insee, int(place.latitude / _CELL), int(place.longitude / _CELL))
            cells[cell].append((place, place.latitude, place.longitude))
    for (code, y, x), here in cells.items():
        around = [
            item
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
            for item in cells.get((code, y + dy, x + dx), ())
        ]
        for place, latitude, longitude in here:
            if only is not None and place.id not in only:
                continue
            for other, other_latitude, other_longitude in around:
                known = only is not None and other.id not in only
                if (other.id < place.id or (known and other.id != place.id)) and (
                    distance_km(latitude, longitude, other_latitude, other_longitude) <= NEAR_KM
                    and is_one_name(place.nom, other.nom)
                    and not are_distinct(place, other)
                ):
                    yield place, other
