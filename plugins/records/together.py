"""What can only be seen by comparing records: links that lead nowhere, the same place twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from plugins.common.diagnostic import Diagnostic, quote
from plugins.gazetteer import distance_km, normalize
from plugins.records.model.types import PLACE_ID, SLUG
from plugins.records.reading.checking import locate
from plugins.records.reading.closest_spelling import nearest
from plugins.records.reading.explain import Finding, error, warning
from plugins.records.reading.reader import Tree

NEAR_KM = 0.15
LIKE = 88
_CELL = 0.0025  # degrees: more than NEAR_KM in both directions anywhere in France


class Placed(Protocol):
    """What is compared of a place: `entry.Entry` and `model.place.Place` both have it."""

    @property
    def id(self) -> str: ...
    @property
    def nom(self) -> str: ...
    @property
    def code_insee(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    @property
    def is_closed(self) -> bool: ...
    @property
    def remplace_par(self) -> str | None: ...


def check_together(
    places: Collection[Placed],
    labels: Collection[str],
    places_dir: Path,
    only: Collection[str] | None = None,
    ids: Collection[str] | None = None,
) -> list[Diagnostic]:
    """Diagnostics between the records of `places` and `labels` (slugs), placed in their files.

    `only` keeps those of some places (ids). `ids` are all the ids there are, where `places` is only
    a part of the directory. Files are read again only where something is wrong.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    ids = {place.id for place in places} if ids is None else ids
    for place in places:
        if only is None or place.id in only:
            findings = [
                *unknown_labels(place.labels, labels),
                *_lost_successor(place.id, place.remplace_par, ids),
            ]
            if findings:
                found[place.id] += findings
    alike: dict[str, list[str]] = defaultdict(list)
    for place, other in _duplicates(places, only):
        alike[place.id].append(f"{other.id}.yaml")
    for identity, others in alike.items():
        first, *more = sorted(others)
        named = f"{first} et à {len(more)} autre{'s' * (len(more) > 1)}" if more else first
        found[identity].append(
            warning(
                ("nom",),
                f"ce lieu ressemble à {named} (même commune, nom et point proches)",
                "si c'est le même, gardez une seule fiche",
            )
        )
    diagnostics: list[Diagnostic] = []
    for identity in sorted(found):
        diagnostics += locate(places_dir, f"{identity}.yaml", found[identity])
    return diagnostics


def label_names(places_dir: Path) -> set[str]:
    """Slugs of the labels that have a file, readable or not."""
    return {path.stem for path in (places_dir / "labels").glob("*.yaml")}


def place_ids(places_dir: Path) -> set[str]:
    """Ids of the places that have a file, readable or not: a faulty record is not a lost one."""
    return {f"{path.parent.name}/{path.stem}" for path in places_dir.glob("[0-9]*/*.yaml")}


def check_links(
    tree: Tree, identity: str, labels: Collection[str], ids: Collection[str], places_dir: Path
) -> list[Diagnostic]:
    """What the links of a faulty record lead to, so that all its faults are said in one run.

    `tree` is what could be read of it: its values may have any shape. One that is no name of a
    record was refused already.
    """
    slugs, successor = tree.get("labels"), tree.get("remplace_par")
    findings = [
        *unknown_labels(slugs if isinstance(slugs, list) else [], labels),
        *_lost_successor(identity, successor if isinstance(successor, str) else None, ids),
    ]
    return locate(places_dir, f"{identity}.yaml", findings) if findings else []


def unknown_labels(slugs: Iterable[object], labels: Collection[str]) -> Iterator[Finding]:
    """Labels of a record, of any kind, that have no file."""
    if not labels:  # a folder with places only, fresh from an import: nothing to compare with
        return
    for index, slug in enumerate(slugs):
        if isinstance(slug, str) and slug not in labels and re.match(SLUG.regex, slug):
            meant = nearest(slug, labels)
            yield error(
                ("labels", index),
                f"aucun label ne s'appelle {quote(slug)}",
                f"vouliez-vous dire « {meant} » ?" if meant else "voyez le dossier places/labels/",
            )


def _lost_successor(
    identity: str, successor: str | None, ids: Collection[str]
) -> Iterator[Finding]:
    if successor is None or not re.match(PLACE_ID.regex, successor):
        return
    if successor == identity:
        yield error(("remplace_par",), "ce lieu ne peut pas se remplacer", "supprimez la ligne")
    elif successor not in ids:
        meant = nearest(successor, ids)
        yield error(
            ("remplace_par",),
            f"la fiche {quote(successor)} n'existe pas",
            f"vouliez-vous dire « {meant} » ?" if meant else "vérifiez le nom du fichier",
        )


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
                    and _alike(place.nom, other.nom)
                ):
                    yield place, other


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # imported late: few places stand so near to each other

    return fuzz.token_sort_ratio(normalize(one), normalize(other)) >= LIKE
