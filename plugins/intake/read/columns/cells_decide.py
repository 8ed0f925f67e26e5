"""Columns whose headers say too little, by the values of their cells: «Tag 1», «Que faites-vous ?».

Columns of one name and several numbers are one list, a value a column; a column that repeats one
value is named for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plugins.gazetteer import normalize
from plugins.intake.read.columns.column_guess import ColumnGuess
from plugins.intake.read.columns.spoken_headers import spoken
from plugins.intake.read.label_fields import OF_LAYOUT
from plugins.intake.terms.meanings import BY_THE_TABLES, Understanding
from plugins.intake.terms.term_table import TERM_FIELDS, TermField

_FEW, _ENOUGH, _MOST = 3, 0.6, 60
_WEIGHTS = {Understanding.KNOWN: 1.0, Understanding.NO_EQUIVALENT: 0.8, Understanding.PARTLY: 0.5}
_NUMBERED = re.compile(r"(.*\D) ?(\d{1,3})")
_OF_A_COLUMN: tuple[TermField, ...] = ("services", "equipements", "modalites_accompagnement")


def decided_by_cells(
    guesses: Sequence[ColumnGuess], cells: Mapping[str, Sequence[str]]
) -> list[ColumnGuess]:
    """The guesses, with those that the cells alone make sure."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for guess in guesses:
        if numbered := _NUMBERED.fullmatch(normalize(guess.column)):
            families[numbered[1]].append(guess.column)
    family_of = {name: names for names in families.values() if len(names) > 1 for name in names}
    sure = [guess for guess in guesses if guess.is_sure and not spoken(guess.column).endswith("?")]
    taken = {guess.field for guess in sure} & {"typologie"}
    found: list[ColumnGuess] = []
    for guess in guesses:
        if guess.is_personal or guess.is_last or not _may_change(guess):
            found.append(guess)
            continue
        family = family_of.get(guess.column, [guess.column])
        pooled = [cell for name in family for cell in cells[name]]
        field = values_field(pooled) or _repeated(guess, cells[guess.column])
        if field and field not in taken:
            told = "ses valeurs sont celles de ce champ"
            guess = replace(guess, field=field, why=told, is_sure=True, others=())
        elif guess.is_sure and pooled and not _knows_any(guess.field, pooled):
            told = "la question le dit, mais aucune case n'en est une valeur"
            guess = replace(guess, why=told, is_sure=False)
        found.append(guess)
    return found


def _may_change(guess: ColumnGuess) -> bool:
    return not guess.is_sure or (guess.field in TERM_FIELDS and spoken(guess.column).endswith("?"))


def _knows_any(field: str, cells: Sequence[str]) -> bool:
    name = next(name for name in TERM_FIELDS if name == field)
    return any(name in v.values for cell in cells for v in BY_THE_TABLES.read(name, cell))


def values_field(cells: Sequence[str]) -> str:
    """The field of a layout of which most different values of the cells are; "" when none is."""
    different = list(dict.fromkeys(cell for cell in cells if len(cell) < 1500))[:_MOST]
    shares: dict[str, float] = {}
    for name in TERM_FIELDS:
        values = {v.typed: v for cell in different for v in BY_THE_TABLES.read(name, cell)}
        known = [v for v in values.values() if name in v.values or not v.meanings]
        if len(values) >= _FEW and any(v.meanings for v in known):
            told = sum(_WEIGHTS.get(v.state, 0) for v in values.values())
            own = sum(name in v.values for v in values.values())
            shares[name] = (told + own / 10) / len(values)
    best = sorted(shares.items(), key=lambda each: -each[1])
    if not best or best[0][1] < _ENOUGH or (len(best) > 1 and best[1][1] == best[0][1]):
        return ""
    return OF_LAYOUT.get(best[0][0], best[0][0])


def _repeated(guess: ColumnGuess, cells: Sequence[str]) -> str:
    """The field of a column whose cells, where filled, all are one value: «AIDE_DEMAT»."""
    values = {normalize(cell) for cell in cells}
    if len(values) != 1 or guess.field or not (len(cells) >= _FEW or _is_short_for(guess, cells)):
        return ""
    for name in _OF_A_COLUMN:
        found = BY_THE_TABLES.read(name, cells[0])
        if found and all(v.state is Understanding.KNOWN and v.meanings for v in found):
            return name
    return ""


def _is_short_for(guess: ColumnGuess, cells: Sequence[str]) -> bool:
    """«SENS_INTER» of «Sensibilisation aux risques d'internet»."""
    words = normalize(cells[0]).split()
    parts = normalize(guess.column).split()
    return any(len(part) > 2 and word.startswith(part) for part in parts for word in words)
