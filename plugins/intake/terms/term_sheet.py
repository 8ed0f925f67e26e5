"""What the values of a list mean, as a table that a coordinator fills in and gives back.

Written by `annuaire import --dry-run`, read by `--terms`: the columns `champ`, `valeur` and `sens`
count; the others help to decide. A meaning is a word of our lists, a label, «rien» or «tout le
monde»; several are set apart by bars. A line whose `sens` is empty, or as it was written, decides
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from plugins.common.spreadsheet import csv_text, unguarded
from plugins.intake.read.label_fields import LABEL_FIELDS
from plugins.intake.read.table import ImportFileError, read_table
from plugins.intake.terms.folding import fold
from plugins.intake.terms.meanings import BY_THE_TABLES, TypedValue, Understanding
from plugins.intake.terms.tally import ValueCount
from plugins.intake.terms.term_table import (
    EVERYONE,
    NOTHING,
    TARGETS,
    TERM_FIELDS,
    Term,
    TermField,
    known,
    target,
    term,
    terms,
)
from plugins.records.reading.closest_spelling import nearest

COLUMNS = ("champ", "valeur", "lignes", "sens", "origine", "note")
_NEEDED = ("champ", "valeur", "sens")
_ORIGIN = "décidé pour cette liste"
_MOST_TOLD = 20
_OTHER_NAMES: Mapping[str, TermField] = {
    **dict.fromkeys(LABEL_FIELDS, "labels"),
    "prise_en_charge_specifique": "publics_specifiquement_adresses",
    "publics": "publics_specifiquement_adresses",
    "frais": "frais_a_charge",
}
_ORDER = (
    Understanding.UNKNOWN,
    Understanding.NO_EQUIVALENT,
    Understanding.PARTLY,
    Understanding.KNOWN,
)


class TermSheetError(ImportFileError):
    """The table of meanings cannot be used; the message (French) names each line at fault."""


def term_sheet(counts: Iterable[ValueCount]) -> str:
    """The text of the table: what asks for a decision first, then the commonest."""
    ordered = sorted(counts, key=lambda each: (_ORDER.index(each.value.state), -each.count))
    return csv_text(
        COLUMNS,
        (
            (
                each.field,
                each.value.typed,
                str(each.count),
                sens_of(each.value),
                each.value.origin,
                each.value.note,
            )
            for each in ordered
        ),
    )


def sens_of(value: TypedValue) -> str:
    """The meaning of a value as the table writes it; "" when it has none."""
    if value.state is Understanding.KNOWN and not value.meanings:
        return NOTHING
    return " | ".join(value.meanings)


def read_term_sheet(path: Path) -> dict[tuple[TermField, str], Term]:
    """What a coordinator decided: (field, folded value) → its meaning.

    Raises:
        TermSheetError: the table lacks a column, or lines of it cannot be understood.
    """
    table = read_table(path)
    names = {fold(column): column for column in table.columns}
    if any(fold(name) not in names for name in _NEEDED):
        raise TermSheetError(
            f"{path} : ce tableau n'a pas les colonnes champ, valeur et sens. Écrivez ces trois "
            "mots sur sa première ligne, ou repartez du tableau de --dry-run."
        )
    decided: dict[tuple[TermField, str], Term] = {}
    faults: list[str] = []
    for row in table.rows:
        cells = [unguarded(row.cells.get(names[fold(name)], "")) for name in _NEEDED]
        try:
            if found := _decision(*cells):
                decided[found.field, fold(found.value)] = found
        except ValueError as fault:
            faults.append(f"  ligne {row.number} : {fault}")
    if faults:
        more = len(faults) - _MOST_TOLD
        told = [*faults[:_MOST_TOLD], *([f"  … et {more} autres lignes"] if more > 0 else [])]
        raise TermSheetError("\n".join([f"{path} : corrigez ces lignes, puis relancez.", *told]))
    return decided


def _decision(champ: str, value: str, sens: str) -> Term | None:
    """The meaning that a line decides; None when it decides none."""
    if not sens:
        return None
    field = _field_of(champ)
    if not fold(value):
        raise ValueError("il manque la valeur. Écrivez-la comme la liste l'écrit.")
    meanings = dict.fromkeys(m for word in _words(sens) for m in _meant(field, word))
    if len(meanings) > 1:
        meanings.pop(NOTHING, None)
    found = term(field, value, " | ".join(meanings), _ORIGIN)
    before = BY_THE_TABLES.read(field, value)
    if len(before) == 1 and sens_of(before[0]) == (" | ".join(meanings)):
        return None  # as it was written
    return found


def _field_of(name: str) -> TermField:
    asked = "_".join(name.lower().split())
    if asked in _OTHER_NAMES:
        return _OTHER_NAMES[asked]
    for field in TERM_FIELDS:
        if field == asked:
            return field
    raise ValueError(f"« {name} » n'est pas un champ. Écrivez l'un de : {', '.join(TERM_FIELDS)}.")


def _words(sens: str) -> Iterator[str]:
    for word in sens.replace("\n", "|").replace(";", "|").split("|"):
        if word.strip():
            yield word.strip()


def _meant(field: TermField, word: str) -> tuple[str, ...]:
    """The values that a word of the column `sens` stands for: one of ours, or one of the tables."""
    folded = fold(word)
    if found := _ours().get(folded):
        return (found,)
    if (found_term := known(field).get(folded)) and found_term.meanings:
        return found_term.meanings
    choices = [meaning for meaning in _ours().values() if target(meaning) in (field, "labels")]
    meant = nearest(word, [*choices, NOTHING])
    hint = f"Vouliez-vous dire « {meant} » ?" if meant else f"Par exemple « {choices[0]} »."
    raise ValueError(
        f"« {word} » n'est pas une valeur de nos listes. {hint} "
        f"Écrivez « {NOTHING} » s'il n'y a rien à noter, ou laissez la case vide."
    )


@cache
def _ours() -> dict[str, str]:
    """Folded word → the meaning that it is."""
    labels = {
        meaning for each in terms() for meaning in each.meanings if target(meaning) == "labels"
    }
    return {fold(word): word for word in (*TARGETS, *sorted(labels), NOTHING, EVERYONE)}
