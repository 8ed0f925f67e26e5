"""What a record states and a format of others cannot say: one reason a field.

Such a format lists each field of a place once, with those that it carries or with those that it
does not; a test holds that none is forgotten, so that nothing is lost without being told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plugins.opendata.formats.export_format import (
    Lost,
    Surroundings,
    fields_said,
    lost_line,
    once_a_place,
    value_line,
)
from plugins.records.model.place import Place

OWN_NOTES: Mapping[str, str] = {
    "nom_confirme": "C'est une note pour qui tient la fiche.",
    "non_repris": "Ce sont des mots d'une liste, gardés pour qui tient la fiche.",
    "distinct_de": "C'est une note pour qui tient la fiche.",
    "verifie_par": "Ce format ne dit pas qui a vérifié.",
    "anciens_ids": "Ce format ne connaît qu'un identifiant.",
    "remplace_par": "Ce format ne dit pas quel lieu en remplace un autre.",
}
"""Fields that speak of the record, not of the place."""


class _Lines(dict[str, str]):
    """What the record says of the fields that were lost so far: several formats lose the same."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said

    def __missing__(self, name: str) -> str:
        line = self[name] = lost_line(name, self.said[name])
        return line


@once_a_place
def _lines(place: Place, around: Surroundings) -> _Lines:
    return _Lines(fields_said(place, around))


def lost_fields(place: Place, around: Surroundings, reasons: Mapping[str, str]) -> list[Lost]:
    """The fields of `reasons` that the record states, in that order."""
    lines = _lines(place, around)
    said = lines.said
    return [Lost(name, lines[name], why) for name, why in reasons.items() if name in said]


def lost_rest(name: str, values: Iterable[object], why: str) -> Iterator[Lost]:
    """Those values of a list that a format has no room for, one loss each."""
    for value in values:
        yield Lost(name, value_line(value), why)
