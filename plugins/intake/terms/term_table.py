"""The tables of foreign values, read once: `tables/*.csv`, of which docs/import.md tells the form.

A row says in which field a value is found, what it means here (`sens`), where it comes from and
what is lost. A meaning is a value of one of our closed lists, the file name of a label, or one of
:data:`ANSWERS`; each belongs to one field, so that a row need not name it. «rien» is understood and
adds nothing («Aucun»), «tout le monde» neither; an empty `sens` is a value that our records cannot
carry.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from plugins.intake.terms.folding import fold
from plugins.records.model.fields import Equipment
from plugins.vocabulary import national

TermField = Literal[
    "services",
    "publics_specifiquement_adresses",
    "frais_a_charge",
    "modalites_acces",
    "modalites_accompagnement",
    "typologie",
    "labels",
    "itinerance",
    "equipements",
    "accessibilite",
]
"""Where a value is found. `prise_en_charge_specifique` shares the words of the publics, as one
column of older lists held both; `labels` stands for the three national fields of labels."""

TERM_FIELDS: tuple[TermField, ...] = get_args(TermField)
TABLES = ("schema-national", "data-inclusion", "listes-regionales", "mots-courants")
NOTHING = "rien"
"""As a `sens`: understood, and nothing to write."""
EVERYONE = "tout le monde"
"""As a `sens`: nothing to write either, and no public of the same cell comes first."""
ANSWERS = tuple(
    f"{name}: {answer}"
    for name in ("fauteuil", "boucle_magnetique", "lsf")
    for answer in ("oui", "non")
)
"""What a value says of entering a place, as the record writes it."""

CLOSED: Mapping[str, tuple[str, ...]] = {
    "services": get_args(national.Service),
    "publics_specifiquement_adresses": get_args(national.Public),
    "prise_en_charge_specifique": get_args(national.PriseEnCharge),
    "frais_a_charge": get_args(national.Frais),
    "modalites_acces": get_args(national.ModaliteAcces),
    "modalites_accompagnement": get_args(national.ModaliteAccompagnement),
    "typologie": get_args(national.Typologie),
    "itinerance": get_args(national.Itinerance),
    "equipements": get_args(Equipment),
    "accessibilite": ANSWERS,
}
"""Field of a record → its values, in the order in which they are written."""
TARGETS: Mapping[str, str] = {value: field for field, values in CLOSED.items() for value in values}
"""A meaning → the field of the record that holds it; any other meaning is a label."""

_OF_TODAY = "schéma national 1.0.2"
_SHARED: Mapping[str, str] = {"prise_en_charge_specifique": "publics_specifiquement_adresses"}


class Term(NamedTuple):
    """One row of the tables."""

    field: TermField
    value: str
    """As lists write it."""
    meanings: tuple[str, ...]
    """Values of our record; empty when nothing is to be written, or cannot be."""
    origin: str
    """French: the list or the edition of a schema that writes it so."""
    note: str = ""
    """French: what is lost, and why."""
    is_understood: bool = True
    """False for a value that our records cannot carry: it is kept as typed."""


def target(meaning: str) -> str:
    """The field of the record that a meaning belongs to; "" for :data:`EVERYONE`."""
    return "" if meaning == EVERYONE else TARGETS.get(meaning, "labels")


def term(field: TermField, value: str, sens: str, origin: str, note: str = "") -> Term:
    """A row as it is written: meanings set apart by bars, «rien», or nothing."""
    meanings = tuple(filter(None, map(str.strip, sens.split("|"))))
    if meanings == (NOTHING,):
        return Term(field, value, (), origin, note)
    return Term(field, value, meanings, origin, note, is_understood=bool(meanings))


@cache
def terms() -> tuple[Term, ...]:
    """Every value that we know, those of today's schema first."""
    return (*_today(), *(found for name in TABLES for found in _rows(name)))


@cache
def known(field: TermField) -> Mapping[str, Term]:
    """The folded values of a field → what each means; the first row that says it wins."""
    found: dict[str, Term] = {}
    for each in terms():
        if each.field == field:
            found.setdefault(fold(each.value), each)
    return found


def _field(name: str) -> TermField:
    return next(field for field in TERM_FIELDS if field == name)


def _today() -> Iterator[Term]:
    for name, values in CLOSED.items():
        field = _field(_SHARED.get(name, name))
        for value in values:
            yield Term(field, value, (value,), _OF_TODAY)


def _rows(name: str) -> Iterator[Term]:
    text = (files(__package__) / "tables" / f"{name}.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield term(_field(row["champ"]), row["valeur"], row["sens"], row["origine"], row["note"])
