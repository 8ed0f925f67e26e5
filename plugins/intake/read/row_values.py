"""The lists of a row: services, publics, prices, types, labels… in the values of our records."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from plugins.intake.match.candidate import RowFields
from plugins.intake.read.label_fields import FORTNIGHT, LABEL_FIELDS
from plugins.intake.read.letter_case import tidy
from plugins.intake.read.row_cells import LEFT_OUT, Cells
from plugins.intake.terms.folding import LOST, fold
from plugins.intake.terms.meanings import (
    TermReader,
    TypedValue,
    Understanding,
    begins_with_a_kind,
)
from plugins.intake.terms.tally import FieldValue
from plugins.intake.terms.term_table import CLOSED, EVERYONE, TERM_FIELDS, TermField, known
from plugins.records.model.parts import MAX_KEPT_LENGTH
from plugins.records.persons.cited import tells_of_somebody

_PUBLICS: TermField = "publics_specifiquement_adresses"
COLUMNS: tuple[tuple[str, TermField], ...] = (
    *((name, name) for name in TERM_FIELDS if name != "labels"),
    ("prise_en_charge_specifique", _PUBLICS),
    *((name, "labels") for name in LABEL_FIELDS),
)
"""Field that a layout fills → field of the tables."""
_TYPES: TermField = "typologie"
_KEEPER = re.compile(r"\b(?:collectivite|administration|ccas cias)\b")
"""Folded: who keeps a place, or one of two kinds, and not which it is."""
_NO_KIND = frozenset(("Autre", "ASSO"))
"""What the name of a place of a «Collectivité» cannot tell."""
_LINE = 200
_MOST = 20
"""Labels that a record may name without a record of their own."""
_NOT_YET = re.compile(r"\b(?:projet|en cours|à venir|futur|candidat|demande)", re.I)
"""A label that is hoped for is none."""


class RowValues(NamedTuple):
    """What the lists of a row say."""

    fields: RowFields
    typed: tuple[FieldValue, ...]
    """Each value of its cells that tells of nobody."""
    remarks: tuple[str, ...] = ()
    """French: the fields of which something was left out."""


def read_values(cell: Cells, terms: TermReader) -> RowValues:
    """Each list in the order of its values; what our records cannot carry is in `non_repris`, as
    typed, but what cites a person."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    kept: defaultdict[str, dict[str, None]] = defaultdict(dict)
    typed: list[FieldValue] = []
    others: dict[str, None] = {}
    private: dict[str, None] = {}
    for column, name in COLUMNS:
        if not cell.raw(column):
            continue
        if column == "accessibilite" and "://" in cell.text(column):
            continue  # the page of the place on Acceslibre, as the national schema 0.x has it
        values = tuple(map(_legible, terms.read(name, cell.value(column))))
        if name == "labels":
            values = tuple(each for each in values if not FORTNIGHT.fullmatch(each.typed.lower()))
        hidden = {each.typed for each in values if tells_of_somebody(each.typed)}
        typed += [FieldValue(name, each) for each in values if each.typed not in hidden]
        private |= {f"{name} : {LEFT_OUT}": None} if hidden else {}
        is_for_everyone = any(EVERYONE in each.meanings for each in values)
        for each in values:
            goes_to = each.values
            if is_for_everyone and _PUBLICS in goes_to:
                del goes_to[_PUBLICS]  # welcome, and not «surtout pour»
                if each.typed not in hidden:
                    kept[name][each.typed] = None
            for target, meanings in goes_to.items():
                found[target] += meanings
            if each.typed in hidden:
                continue
            if is_other_label(name, each):
                others[tidy(each.typed)[:_LINE]] = None
            elif each.is_kept_as_typed:
                kept[name][each.typed] = None
    fields: RowFields = {
        name: sorted(set(found[name]), key=values.index)
        for name, values in CLOSED.items()
        if name != "accessibilite"
    }
    fields["typologie"] = list(dict.fromkeys(found["typologie"])) or _by_the_name(cell, typed)
    fields["labels"] = sorted(set(found["labels"]))
    fields["autres_formations_labels"] = list(others)[:_MOST]
    kept["labels"] |= dict.fromkeys(list(others)[_MOST:])
    fields["accessibilite"] = _answers(found["accessibilite"])
    fields["non_repris"] = {
        name: text for name, words in kept.items() if (text := _as_typed(list(words)))
    }
    return RowValues(fields, tuple(typed), tuple(private))


def is_other_label(name: TermField, value: TypedValue) -> bool:
    """Whether a value is a label that has no record of its own: it is written as such."""
    return (
        name == "labels"
        and value.state is Understanding.UNKNOWN
        and not _NOT_YET.search(value.typed)
        and len(value.typed) <= _LINE
        and "?" not in value.typed  # not sure, or letters are lost
    )


def _legible(value: TypedValue) -> TypedValue:
    """A value as it can be shown: «?» for each letter that is lost."""
    if LOST not in value.typed:
        return value
    return replace(value, typed=value.typed.replace(LOST, "?"))


def _by_the_name(cell: Cells, typed: list[FieldValue]) -> list[str]:
    """What a place is by its name, where the list only tells that a «Collectivité» keeps it: the
    «Médiathèque du Lac» of a commune is a library."""
    is_told = any(_KEEPER.search(fold(each.value.typed)) for each in typed if each.field == _TYPES)
    name = cell.text("nom")
    kind = (known(_TYPES).get(fold(name)) or begins_with_a_kind(name)) if is_told else None
    return [] if kind is None or _NO_KIND.intersection(kind.meanings) else list(kind.meanings)


def _answers(told: list[str]) -> dict[str, str]:
    """`fauteuil: oui`…; what is said both ways is not known."""
    pairs = {tuple(each.split(": ")) for each in told}
    names = [name for name, _ in pairs]
    return {name: answer for name, answer in sorted(pairs) if names.count(name) == 1}


def _as_typed(words: list[str]) -> str:
    text = " ; ".join(" ".join(word.split()) for word in words)
    return text[:MAX_KEPT_LENGTH]
