"""Postcodes that a list writes for towns all over a territory: they tell nothing of its rows.

A list of New Caledonia gives 98800, that of Nouméa, to thirty communes; another one the postcode of
its head office. One row cannot show it, the list can.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from plugins.gazetteer import Gazetteer, normalize
from plugins.intake.where.town_facts import read_postcode
from plugins.intake.where.town_text import departement_of_postcode

_FEWEST = 4
"""Other communes that a postcode must stand beside before it is thought to be nobody's."""


def misused_postcodes(gazetteer: Gazetteer, rows: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The postcodes, of rows (postcode, name of commune) as typed, that stand beside the names of
    at least four communes of their département that have another one, and more of these than of
    those that have it."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for typed, name in rows:
        if (postcode := read_postcode(typed)) and name:
            names[postcode].add(name)
    return frozenset(
        postcode
        for postcode, found in names.items()
        if len(found) > _FEWEST and _is_misused(gazetteer, postcode, found)
    )


def _is_misused(gazetteer: Gazetteer, postcode: str, names: set[str]) -> bool:
    departement = departement_of_postcode(postcode)
    others: set[str] = set()
    own: set[str] = set()
    for name in names:
        communes = gazetteer.find(name, departement or None)
        if len(communes) == 1:
            (own if postcode in communes[0].postcodes else others).add(normalize(name))
    return bool(departement) and len(others) >= _FEWEST and len(others) > len(own)
