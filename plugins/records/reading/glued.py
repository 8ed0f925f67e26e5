"""Fields that stand twice, and two records in one file: said once, where the second begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.common.diagnostic import Diagnostic, FieldPath

TWICE = "ce champ est écrit deux fois"
_KEEP_ONE = "gardez une seule des deux lignes"
_FEW = 3
"""Fields of a record that stand twice by a slip, at most."""


def again_hint(where: FieldPath, first: object, again: object) -> str:
    """What to do with a field that stands twice in a record, so that neither value is lost."""
    name = where[-1]
    if again in (first, ""):
        return "supprimez cette ligne"
    if isinstance(first, list) and isinstance(again, list):
        return f"mettez tout sous le premier « {name}: », puis ôtez celui-ci"
    if where[-2:-1] == ("horaires",) and all(
        isinstance(each, str) and each[:1].isdigit() for each in (first, again)
    ):
        return f"gardez une seule ligne : « {name}: {first}, {again} »"
    return _KEEP_ONE


def glued_records(faults: Sequence[Diagnostic], keys: Mapping[FieldPath, Any]) -> list[Diagnostic]:
    """The faults of a file; those of fields that are all repeated as one: another record begins."""
    again = [one for one in faults if one.message == TWICE and (one.field,) in keys]
    if len(again) < _FEW or again[0].field != next(iter(keys))[0]:
        return list(faults)
    first = again[0]._replace(
        field="",
        message="une deuxième fiche commence ici",
        hint="mettez-la dans un autre fichier : un lieu par fichier",
    )
    return [first, *(one for one in faults if one not in again)]
