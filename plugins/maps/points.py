"""Places as columns of numbers and names: what a map loads instead of pages.

A file has the open places that have a position, from south to north: coordinates are whole numbers
of `unit` degrees, each the difference from the one before, and small differences compress well
(71 kB for 20,000 places in the country, 95 in the order of their names). What the whole country
shows before anything is chosen is in a file of its own, with the same places in the same order.

`/cartes/points/31.json`, columns of equal length but for `communes`, `facets` and `labels`, which
others point into: `v` (1), `departement`, `unit`, `id` (slugs), `nom`, `lat`, `lon`, `approximate`
(rows whose point is not that of the door), `communes` (`[code, name]`), `commune` (a rank in it),
`facets` (words), `has` (bit k: `facets[k]`), `labels` (slugs), `label` (ranks in it).
`/cartes/points/france.json`: `v`, `departements`
(`[code, name, places]`, one after the other), `unit`, `lat`, `lon`, `approximate`,
`facets` (needs alone), `has`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry, Places
from plugins.vocabulary.facets import FACET_WORDS, NEED
from plugins.vocabulary.needs import NEEDS

LOCAL_STEPS, NATIONAL_STEPS = 100_000, 10_000
"""To a degree: one metre, eleven metres."""
_NEED_FACETS = [f"{NEED}{need.slug}" for need in NEEDS]


def on_map(entries: Iterable[Entry]) -> list[Entry]:
    """Those that a map shows: open, with a position; from south to north."""
    found = [
        (entry.latitude, entry.longitude, entry.id, entry)
        for entry in entries
        if not entry.is_closed and entry.latitude is not None and entry.longitude is not None
    ]
    return [entry for *_, entry in sorted(found)]


def departement_points(
    code: str, entries: Sequence[Entry], places: Places, gazetteer: Gazetteer
) -> str:
    """The file of a département; `entries` are those `on_map`."""
    communes = sorted({entry.code_insee for entry in entries})
    labels = sorted({label for entry in entries for label in entry.labels})
    commune_ranks = {commune: rank for rank, commune in enumerate(communes)}
    label_ranks = {label: rank for rank, label in enumerate(labels)}
    return to_json(
        {
            "v": 1,
            "departement": code,
            "unit": 1 / LOCAL_STEPS,
            "id": [entry.id.partition("/")[2] for entry in entries],
            "nom": [entry.nom for entry in entries],
            **_positions(entries, LOCAL_STEPS),
            "communes": [[commune, _name(gazetteer, commune)] for commune in communes],
            "commune": [commune_ranks[entry.code_insee] for entry in entries],
            "facets": FACET_WORDS,
            "has": [_mask(places[entry.id].facets, FACET_WORDS) for entry in entries],
            "labels": labels,
            "label": [[label_ranks[label] for label in entry.labels] for entry in entries],
        }
    )


def national_points(by_departement: Mapping[str, Sequence[Entry]], gazetteer: Gazetteer) -> str:
    """The file of the whole directory: where places are, and which needs they answer."""
    entries = [entry for found in by_departement.values() for entry in found]
    return to_json(
        {
            "v": 1,
            "unit": 1 / NATIONAL_STEPS,
            "departements": [
                [code, gazetteer.all_departements[code].nom, len(found)]
                for code, found in by_departement.items()
            ],
            **_positions(entries, NATIONAL_STEPS),
            "facets": _NEED_FACETS,
            "has": [
                _mask([f"{NEED}{slug}" for slug in entry.needs], _NEED_FACETS) for entry in entries
            ],
        }
    )


def to_json(value: object) -> str:
    """Compact, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def differences(values: Iterable[int]) -> list[int]:
    """The first, then how far each is from the one before."""
    found, last = [], 0
    for value in values:
        found.append(value - last)
        last = value
    return found


def _positions(entries: Sequence[Entry], steps: int) -> dict[str, list[int]]:
    pairs = [(entry.latitude or 0.0, entry.longitude or 0.0) for entry in entries]
    return {
        "lat": differences(round(latitude * steps) for latitude, _ in pairs),
        "lon": differences(round(longitude * steps) for _, longitude in pairs),
        "approximate": [row for row, entry in enumerate(entries) if entry.is_approximate],
    }


def _mask(words: Iterable[str], known: Sequence[str]) -> int:
    """A number whose bit k says that `known[k]` is among the words."""
    return sum(1 << known.index(word) for word in words)


def _name(gazetteer: Gazetteer, code: str) -> str:
    commune = gazetteer.commune(code)
    return commune.nom if commune else code
