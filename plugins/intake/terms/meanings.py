"""What a cell means: each value that it types, and what each is in our record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from plugins.intake.terms.access_answers import answer_in, answer_of, says_nothing
from plugins.intake.terms.cutting import cut
from plugins.intake.terms.folding import POLAR, fold, polarity
from plugins.intake.terms.likeness import NEVER_GUESSED, nearly, with_letters
from plugins.intake.terms.phrases import READ_INSIDE, find_inside
from plugins.intake.terms.price_amounts import amount_of
from plugins.intake.terms.term_table import Term, TermField, known, target

_NEIGHBOURS: Mapping[TermField, tuple[TermField, ...]] = {
    "services": (
        "equipements",
        "modalites_accompagnement",
        "frais_a_charge",
        "publics_specifiquement_adresses",
        "labels",
    ),
    "frais_a_charge": ("modalites_acces", "labels"),
    "modalites_acces": ("modalites_accompagnement", "frais_a_charge"),
    "modalites_accompagnement": ("modalites_acces", "services", "equipements"),
    "publics_specifiquement_adresses": ("accessibilite",),
    "equipements": ("services",),
    "typologie": ("labels",),
    "labels": ("typologie",),
}
"""Fields whose values stand in the columns of another, in this order."""
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_LONGEST_KIND = 12
"""Words; no kind of place has more."""
_REMEMBERED = 50_000
"""Cells of which the reading is kept: lists repeat theirs."""
_NARROW = frozenset(
    "abonne abonnement adherent adhesion condition cotisation euro habitant inscrit payant pour "
    "resident selon si tarif".split()
)
_ENTRANCES: tuple[TermField, ...] = ("accessibilite", "publics_specifiquement_adresses")
_NUMBER = re.compile(r"\d+ (\D+)")
"""«2 ordinateurs»."""
_TAGS = re.compile(r"</?(?:b|em|i|img|span|strong|u)\b[^<>]{0,200}>", re.IGNORECASE)
"""«<i class="fas fa-deaf"></i> Surdité», as pages write it."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")
_NUMBER_AFTER = re.compile(r"\t+\d+[ \t]*(?=[\n\r;|]|$)")
"""«PC portable», a tab and «3»: how many of them, in a cell that is a small table."""
_HEAD = re.compile(r"\s*:\s+|\s+:\s*")


class Understanding(StrEnum):
    """How far a typed value was understood."""

    KNOWN = "known"
    PARTLY = "partly"
    """Some of it is used, and its words are kept beside."""
    NO_EQUIVALENT = "no equivalent"
    """Known to the tables, and not to our records."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class TypedValue:
    """One value of a cell."""

    typed: str
    state: Understanding
    meanings: tuple[str, ...] = ()
    origin: str = ""
    """French: the list whose value it is; how it was read, when it is not written so there."""
    note: str = ""
    """French: what is lost, and why."""

    @property
    def values(self) -> dict[str, list[str]]:
        """Field of the record → what it adds there."""
        found: dict[str, list[str]] = {}
        for meaning in self.meanings:
            if name := target(meaning):
                found.setdefault(name, []).append(meaning)
        return found

    @property
    def is_kept_as_typed(self) -> bool:
        """Whether the record keeps the words of the list too."""
        return self.state is not Understanding.KNOWN


@dataclass(frozen=True)
class TermReader:
    """The tables and, before them, what a coordinator decided for this list."""

    own: Mapping[tuple[TermField, str], Term] = field(default_factory=dict)
    """(field, folded value) → its meaning."""
    _read: dict[tuple[TermField, str], tuple[TypedValue, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def read(self, name: TermField, cell: str | Iterable[str]) -> tuple[TypedValue, ...]:
        """Each value of a cell of this field; a list gives its items, cut in the same way."""
        cells: Sequence[str] = [cell] if isinstance(cell, str) else list(cell)
        return tuple(found for text in cells for found in self._cell(name, text))

    def _cell(self, name: TermField, text: str) -> tuple[TypedValue, ...]:
        key = (name, text)
        if key not in self._read:
            if len(self._read) > _REMEMBERED:
                self._read.clear()
            counted = _NUMBER_AFTER.sub("", text) if name == "equipements" else text
            counted = _TAGS.sub(" ", counted)
            pieces = cut(counted, lambda piece: self._exact(name, piece) is not None)
            self._read[key] = tuple(self._value(name, piece) for piece in pieces)
        return self._read[key]

    def _value(self, name: TermField, piece: str) -> TypedValue:
        if found := self._exact(name, piece):
            return _typed(piece, found)
        if near := nearly(name, piece):
            return _typed(piece, near, f"{near.origin}, lu comme « {near.value} »")
        head, *tail = _HEAD.split(piece, maxsplit=1)
        if name == "accessibilite" and tail:
            return self._entrance(piece, head, tail[0])
        if tail and (found := self._exact(name, head)) and not _is_narrowed(name, found, tail[0]):
            return _typed(piece, found, f"{found.origin}, avant les deux-points")
        if name == "typologie" and (found := begins_with_a_kind(piece)):
            return _typed(piece, found, f"{found.origin}, au début du nom")
        if inside := find_inside(name, with_letters(name, fold(piece))):
            meanings = tuple(dict.fromkeys(m for each in inside.terms for m in each.meanings))
            state = Understanding.KNOWN if inside.is_whole else Understanding.PARTLY
            words = ", ".join(f"« {each.value} »" for each in inside.terms)
            return TypedValue(piece, state, meanings, f"lu dans la phrase : {words}")
        return TypedValue(piece, Understanding.UNKNOWN)

    def _entrance(self, piece: str, header: str, said: str) -> TypedValue:
        """A cell about entering, after the header of its column."""
        if answer := answer_of(header, said):
            return TypedValue(piece, Understanding.KNOWN, (answer,), "réponse à l'en-tête")
        found = self._exact("accessibilite", said)
        piece = said if says_nothing(header) else piece
        return _typed(piece, found) if found else TypedValue(piece, Understanding.UNKNOWN)

    def _exact(self, name: TermField, piece: str) -> Term | None:
        """The term that is spelt so, here or in the column of a neighbour."""
        folded = with_letters(name, fold(piece))
        if not folded:
            return None
        if (own := self.own.get((name, folded))) or (own := known(name).get(folded)):
            return own
        if name == "frais_a_charge" and (amount := amount_of(piece)):
            return Term(name, piece, (amount,), "montant en euros")
        if name in _ENTRANCES and (answer := answer_in(folded)):
            return Term(name, piece, (answer,), "mots courants")
        if found := self._by_brackets(name, piece):
            return found
        for neighbour in _NEIGHBOURS.get(name, ()):
            found = known(neighbour).get(folded)
            if found and (found.meanings or not found.is_understood):
                return found
        if " " not in piece and piece[:1].islower() and (apart := _CAMEL.sub(" ", piece)) != piece:
            return self._exact(name, apart)  # «toutPublic»
        if name in READ_INSIDE and (counted := _NUMBER.fullmatch(folded)):
            return known(name).get(counted[1])
        return None

    def _by_brackets(self, name: TermField, piece: str) -> Term | None:
        """«Centre communal d'action sociale (CCAS)»: one of the two is known, or both agree."""
        bracket = _IN_BRACKETS.search(piece)
        if (
            name in NEVER_GUESSED
            or bracket is None
            or polarity(fold(bracket[1])) - _digits(bracket)
        ):
            return None
        outside, inner = fold(_IN_BRACKETS.sub(" ", piece)), fold(bracket[1])
        beside = (known(neighbour).get(inner) for neighbour in _NEIGHBOURS.get(name, ()))
        also = next((each for each in beside if each and each.meanings), None)
        if also and (first := known(name).get(outside)) and first.meanings:
            return first._replace(value=piece, meanings=(*first.meanings, *also.meanings))
        return known(name).get(outside) or (known(name).get(inner) if outside else None)


def _is_narrowed(name: TermField, found: Term, tail: str) -> bool:
    """«Gratuit : pour les adhérents» is not free: what stands after the colon says when."""
    words = fold(tail).split()
    if name != "frais_a_charge":
        return not POLAR.isdisjoint(words) and name in NEVER_GUESSED
    if found.meanings == ("Gratuit",):
        return any(word in _NARROW or word in POLAR or word.isdigit() for word in words)
    return found.meanings == ("Payant",) and any(word.startswith("gratui") for word in words)


def _digits(bracket: re.Match[str]) -> frozenset[str]:
    return frozenset(word for word in fold(bracket[1]).split() if word.isdigit())


def begins_with_a_kind(piece: str) -> Term | None:
    """«Mairie de Labège», «Médiathèque intercommunale»: the kind comes first in French."""
    words = fold(piece).split()
    for upto in range(min(len(words) - 1, _LONGEST_KIND), 0, -1):
        kind = " ".join(words[:upto])
        is_told = len(kind) > 4 or (len(kind) > 2 and piece.split()[0].isupper())
        if is_told and (found := known("typologie").get(kind)) and found.meanings:
            return found
    return None


def _typed(piece: str, found: Term, origin: str = "") -> TypedValue:
    state = Understanding.KNOWN if found.is_understood else Understanding.NO_EQUIVALENT
    if found.meanings == ("Autre",) and found.note:
        state = Understanding.PARTLY  # outside the national list, which says no more than that
    return TypedValue(piece, state, found.meanings, origin or found.origin, found.note)


BY_THE_TABLES = TermReader()
"""The tables alone."""


def meanings(name: TermField, cell: str | Iterable[str]) -> tuple[TypedValue, ...]:
    """What the values of a cell mean by the tables alone."""
    return BY_THE_TABLES.read(name, cell)
