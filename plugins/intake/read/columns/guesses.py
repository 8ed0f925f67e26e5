"""Each column of a table → the field that it means, why, and three examples.

The words of the header propose; the cells below confirm, choose between two fields or object. A
sure guess is used; an unsure one is only shown, to the person who can say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from plugins.common.one_line import one_line
from plugins.gazetteer import normalize
from plugins.intake.read.column_names import field_of
from plugins.intake.read.columns.cell_kinds import CHECKED, MOST_CELLS, described, share_of
from plugins.intake.read.columns.cells_decide import decided_by_cells, values_field
from plugins.intake.read.columns.column_guess import DAY, DAY_OF_PERMANENCE, ColumnGuess
from plugins.intake.read.columns.column_shapes import shapes_of
from plugins.intake.read.columns.day_columns import day_of
from plugins.intake.read.columns.example_cells import is_shown
from plugins.intake.read.columns.header_words import WordRule, header_words
from plugins.intake.read.columns.name_and_street import NAME_AND_STREET, holds_both
from plugins.intake.read.columns.spoken_headers import spoken
from plugins.intake.read.columns.value_fields import field_of_values, knows_some
from plugins.intake.read.columns.yes_columns import is_yes_or_no
from plugins.intake.read.tables.rows import TableRow

_CONFIRMED, _REFUSED = 0.6, 0.2
_FEW = 3
"""Fewer cells prove nothing."""
_UNMISTAKABLE = ("courriels", "pivot")
"""Fields whose cells need no header."""
_PREFIX = re.compile(r"[A-Za-z]{1,6}[_.]")
_ITS_VALUES = "ses valeurs sont celles de ce champ"
_ITS_STREETS = "les cases sont des rues"
_TOLD_BY_VALUES = frozenset(
    "services equipements publics_specifiquement_adresses frais_a_charge".split()
)
_NOT_ANSWERED = frozenset({*_TOLD_BY_VALUES, "nom", "modalites_accompagnement", "typologie"})
"""Fields of which «oui» is no value: «Espace de télétravail: oui», «Autres services: non»."""
_EXAMPLES, _LONG = 3, 60


def guess_columns(
    columns: Sequence[str], rows: Sequence[TableRow], is_commune: Callable[[str], bool]
) -> list[ColumnGuess]:
    """A guess for each column, in their order. `is_commune`: whether a text is a commune's name."""
    cells: Mapping[str, list[str]] = {column: [] for column in columns}
    for row in rows:
        for column, text in row.cells.items():
            if column in cells and len(cells[column]) < MOST_CELLS:
                cells[column].append(text)
    has_first_names = any(normalize(column) in ("prenom", "prenoms") for column in columns)
    prefix = _common_prefix(columns)
    bare = {column: column.removeprefix(prefix) for column in columns}
    shaped = shapes_of(bare, cells)
    found = [
        shaped.get(column)
        or replace(_guess(name, cells[column], is_commune, has_first_names), column=column)
        for column, name in bare.items()
    ]
    found = decided_by_cells(found, cells)
    told = [_unless_alone(guess, found, cells[guess.column]) for guess in found]
    return [with_examples(guess, cells[guess.column]) for guess in told]


def _unless_alone(
    guess: ColumnGuess, all_of_them: Sequence[ColumnGuess], cells: Sequence[str]
) -> ColumnGuess:
    """`guess`, used when its cells alone speak («Où ?», «Ce qu'on y fait») and no other column
    may be that field."""
    if guess.is_sure or guess.why not in (_ITS_VALUES, _ITS_STREETS):
        return guess
    rivals = [each for each in all_of_them if each.field == guess.field and each is not guess]
    rivals = [] if guess.field in _TOLD_BY_VALUES else rivals  # each column adds its values
    is_clear = guess.field in _TOLD_BY_VALUES or (share_of("adresse", cells) or 0.0) >= 0.9
    return guess if rivals or not is_clear else replace(guess, is_sure=True)


def _common_prefix(columns: Sequence[str]) -> str:
    """«bf_» of a table whose columns nearly all begin so; "" when there is none."""
    counts = Counter(found[0] for column in columns if (found := _PREFIX.match(column)))
    prefix, count = counts.most_common(1)[0] if counts else ("", 0)
    return prefix if count >= 5 and count * 5 >= len(columns) * 3 else ""


def _guess(
    column: str, cells: Sequence[str], is_commune: Callable[[str], bool], has_first_names: bool
) -> ColumnGuess:
    folded = normalize(spoken(column))
    if has_first_names and folded in ("nom", "noms", "nom famille"):
        return ColumnGuess(
            column, why="le nom de quelqu'un, à côté de son prénom", is_personal=True
        )
    if day := day_of(column):
        return ColumnGuess(
            column,
            DAY_OF_PERMANENCE if day.is_permanence else DAY,
            f"les heures du {day.day}",
            True,
            day=day.day,
            is_end=day.is_end,
        )
    words = header_words(column)
    if name := field_of(folded) or field_of(normalize(column)):
        return _known_name(column, name, cells, is_commune)
    if words.is_personal:
        return ColumnGuess(column, why="parle d'une personne, jamais repris", is_personal=True)
    if words.is_aside:
        return ColumnGuess(column, why="ne parle pas d'un champ de la fiche")
    if words.fields:
        return _by_words(column, words.fields, cells, is_commune)
    return _by_cells(column, cells)


def _known_name(
    column: str,
    name: str,
    cells: Sequence[str],
    is_commune: Callable[[str], bool],
) -> ColumnGuess:
    """A header that is the name of a field, or its everyday name, unless its cells object."""
    if (
        name == "nom"
        and normalize(column) not in ("nom", "nom du lieu")
        and _share(is_commune, cells) >= _CONFIRMED
        and len(cells) >= _FEW
    ):
        return ColumnGuess(
            column, "commune", "la plupart des cases sont des communes", True, others=("nom",)
        )
    is_type = name != "typologie" or knows_some(
        "typologie", cells
    )  # not that of help, in data·inclusion
    if not is_type and (by_values := field_of_values(cells)):
        return ColumnGuess(column, by_values, _ITS_VALUES, True)
    share = share_of(name, cells)
    is_word = sum(map(_has_letters, cells)) * 2 >= len(cells) >= _FEW
    if normalize(column) == "site" and is_word and (share or 0) < _REFUSED:
        return _place_or_else(column, cells, is_commune)
    if name in CHECKED and share is not None and share < _REFUSED and len(cells) > _FEW:
        if other := _kind_of(cells):
            return ColumnGuess(column, other, f"les cases sont {described(other)}", True)
        if by_values := field_of_values(cells):
            return ColumnGuess(column, by_values, _ITS_VALUES, True)
        told = f"porte ce nom, mais les cases ne sont pas {described(name)}"
        return ColumnGuess(column, name, told, is_sure=name not in ("prise_rdv", "site_web"))
    is_same = normalize(column).replace(" ", "_") == name
    told = "porte ce nom" if is_same else "nom courant de ce champ"
    return ColumnGuess(column, name, told, True)


def _by_words(
    column: str,
    rules: Sequence[WordRule],
    cells: Sequence[str],
    is_commune: Callable[[str], bool],
) -> ColumnGuess:
    names = tuple(rule.field for rule in rules)
    if len(names) > 1:
        return _one_of(column, names, cells, is_commune)
    rule = rules[0]
    is_number = sum(map(_has_letters, cells)) * 2 < len(cells)
    if rule.field == "nom" and is_number and not _kind_of(cells):
        return ColumnGuess(column, "nom", "le nom de la colonne le dit, les cases sont des nombres")
    if rule.field in _NOT_ANSWERED and cells and all(map(is_yes_or_no, cells)):
        told = "des « oui » et des « non » : on ne sait pas à quelle question"
        return ColumnGuess(column, why=told)
    if rule.field == "nom" and not rule.is_sure:  # «Lieu», «Site», «Structure»
        return _place_or_else(column, cells, is_commune)
    if rule.field == "commune":
        if len(cells) >= _FEW and _share(is_commune, cells) < _REFUSED:
            return ColumnGuess(column, "commune", "le nom de la colonne le dit, les cases non")
        return ColumnGuess(column, "commune", "d'après le nom de la colonne", True)
    if rule.field == "typologie" and values_field(cells) == "services":  # «Type de démarches»
        return ColumnGuess(column, "services", _ITS_VALUES, True)
    if rule.field == "structure_parente" and field_of_values(cells) == "typologie":
        return ColumnGuess(column, "typologie", _ITS_VALUES, True)  # «Type de porteur»
    if rule.field == "typologie" and not knows_some("typologie", cells):
        if by_values := field_of_values(cells):
            return ColumnGuess(column, by_values, _ITS_VALUES, True)
        told = "le nom de la colonne le dit, mais aucune case n'est un type de lieu connu"
        return ColumnGuess(column, rule.field, told)
    if rule.field == "id" and len(cells) >= _FEW and len(set(cells)) == len(cells):
        return ColumnGuess(column, "id", "d'après son nom, et chaque case est différente", True)
    share = share_of(rule.field, cells) if rule.field in CHECKED else None
    if share is None:
        return ColumnGuess(column, rule.field, "d'après le nom de la colonne", rule.is_sure)
    if share >= _CONFIRMED or (rule.is_sure and share >= _REFUSED):
        told = f"d'après le nom de la colonne et les cases ({described(rule.field)})"
        return ColumnGuess(column, rule.field, told, True)
    if by_values := field_of_values(cells):
        return ColumnGuess(column, by_values, _ITS_VALUES, True)
    told = f"le nom de la colonne le dit, mais les cases ne sont pas {described(rule.field)}"
    return ColumnGuess(column, rule.field, told)


def _one_of(
    column: str, names: Sequence[str], cells: Sequence[str], is_commune: Callable[[str], bool]
) -> ColumnGuess:
    """«Lieu / Adresse», «Tél./Courriel»: the field that the cells look like, and only that one."""
    shares = {
        name: _share(is_commune, cells) if name == "commune" else (share_of(name, cells) or 0.0)
        for name in names
    }
    if set(names) == {"nom", "adresse"} and holds_both(cells):
        return ColumnGuess(column, NAME_AND_STREET, "un nom et une rue dans une case", True)
    if set(names) <= _TOLD_BY_VALUES and "services" in names:
        return ColumnGuess(column, "services", "d'après le nom de la colonne", True)
    fitting = [name for name in names if shares[name] >= _CONFIRMED]
    if "code_postal" in names and "commune" in names:
        return ColumnGuess(column, "commune", "code postal et commune dans une case", True)
    if len(fitting) == 1:
        told = (
            f"les cases sont {described(fitting[0])}"
            if fitting[0] != "commune"
            else ("les cases sont des communes")
        )
        return ColumnGuess(
            column,
            fitting[0],
            told,
            True,
            others=tuple(name for name in names if name != fitting[0]),
        )
    told = "deux champs sont possibles"
    return ColumnGuess(column, names[0], told, others=tuple(names[1:]))


def _place_or_else(
    column: str, cells: Sequence[str], is_commune: Callable[[str], bool]
) -> ColumnGuess:
    if len(cells) >= _FEW and _share(is_commune, cells) >= _CONFIRMED:
        return ColumnGuess(column, "commune", "la plupart des cases sont des communes", True)
    if other := _kind_of(cells):
        return ColumnGuess(column, other, f"les cases sont {described(other)}", True)
    if (share_of("adresse", cells) or 0.0) >= _CONFIRMED:
        return ColumnGuess(column, "adresse", _ITS_STREETS, True, others=("nom",))
    return ColumnGuess(column, "nom", "d'après le nom de la colonne", True)


def _by_cells(column: str, cells: Sequence[str]) -> ColumnGuess:
    """A header that says nothing: what its cells look like."""
    if name := _kind_of(cells, few=1):
        told = f"le nom de la colonne ne dit rien, les cases sont {described(name)}"
        return ColumnGuess(column, name, told, name in _UNMISTAKABLE and len(cells) >= _FEW)
    if len(cells) < _FEW:
        return ColumnGuess(column)
    if name := field_of_values(cells):
        return ColumnGuess(column, name, _ITS_VALUES)
    if (share_of("adresse", cells) or 0.0) >= _CONFIRMED:
        return ColumnGuess(column, "adresse", _ITS_STREETS)
    return ColumnGuess(column)


def _kind_of(cells: Sequence[str], few: int = _FEW) -> str:
    """The field that most cells cannot be mistaken for; "" when there is none."""
    for name in ("courriels", "pivot", "telephone", "site_web"):
        share = share_of(name, cells)
        if share is not None and share >= 0.8 and len(cells) >= few:
            return name
    return ""


def _has_letters(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 2


def _share(is_commune: Callable[[str], bool], cells: Sequence[str]) -> float:
    return sum(map(is_commune, cells)) / len(cells) if cells else 0.0


def with_examples(guess: ColumnGuess, cells: Sequence[str]) -> ColumnGuess:
    """`guess` with three cells as they stand; of addresses of mail, which may be somebody's, and
    of columns about somebody, none."""
    guess = replace(guess, filled=len(cells))
    if guess.is_personal or guess.field == "courriels":
        return guess
    shown = tuple(dict.fromkeys(one_line(text, _LONG) for text in cells if is_shown(text)))
    return replace(guess, examples=shown[:_EXAMPLES])
