"""Shapes of columns that their names and cells tell together, before each is looked at alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plugins.common.phrase_list import phrase_list
from plugins.gazetteer import normalize
from plugins.intake.read.columns.cell_kinds import share_of
from plugins.intake.read.columns.column_guess import DAY_PART, HOUSE_NUMBER, ColumnGuess
from plugins.intake.read.columns.day_columns import day_of
from plugins.intake.read.columns.geocoder_columns import geocoder_columns
from plugins.intake.read.columns.header_words import header_words, plain_words
from plugins.intake.read.columns.marked_columns import marked_value
from plugins.intake.read.columns.span_columns import day_parts
from plugins.intake.read.columns.spoken_headers import spoken
from plugins.intake.read.columns.yes_columns import is_yes_or_no

_GROUP = re.compile(
    r"(contact|referente?|responsable|correspondante?|interlocut\w+|personne contact|mediat\w+)"
    r"(?: (.+))?"
)
_TELLS_A_PERSON = frozenset("nom prenom role fonction civilite poste qualite".split())
_EDITOR = re.compile(r"(?:creat(?:or|ed by)|created? user|(?:last )?edit(?:or|ed user)|auteur\w*)")
_IN_A_WORD = re.compile(r"\w*(?:prenom|referent|responsabl|civilite)\w*")
_ADVISER = re.compile(r"\bconseillere?s? numeriques?\b")
_NUMBERS = frozenset("n no num numero".split())
_STREETS = phrase_list("adresse|adresse postale|rue|voie")
_HOUSE = re.compile(r"\d{1,4}(?: ?(?:bis|ter|quater|[A-Da-d]))?(?:[.,]0)?")
_FEW = 3
_FIXED_LINE = re.compile(r"(?:numero |ligne |tel |telephone )?fixe")
_CHANGED = re.compile(r"(?:last )?edit(?:ed)? date")
_ANSWERED = re.compile(
    r"date (?:de |d )?(?:la )?(?:soumission|saisie|reponse|envoi)|horodat\w+|timestamp"
    r"|submi(?:ssion|tted) (?:date|at|on)"
)
"""When somebody filled in the form: the day of the row where no other column says one."""


def shapes_of(
    columns: Mapping[str, str], cells: Mapping[str, Sequence[str]]
) -> dict[str, ColumnGuess]:
    """Column → what it is, of those that have one of the known shapes. `columns`: each with its
    name, without what the whole table puts before it."""
    found = geocoder_columns(tuple(columns))
    groups = {column: _GROUP.fullmatch(normalize(name)) for column, name in columns.items()}
    has_person = {
        group[1]
        for group in groups.values()
        if group and not _TELLS_A_PERSON.isdisjoint((group[2] or "").split())
    }
    parts = day_parts(tuple(columns))
    in_parts = {name for spans in parts.values() for pair in spans for name in pair}
    for column, name in columns.items():
        folded = normalize(name)
        group = groups[column]
        if column in found:
            continue
        if (group and group[1] in has_person) or _is_about_somebody(folded, name):
            told = "parle d'une personne, jamais repris"
            found[column] = ColumnGuess(column, why=told, is_personal=True)
        elif column in in_parts:
            found[column] = ColumnGuess(column, DAY_PART, "le début ou la fin d'une plage", True)
        elif (day := day_of(name)) and day.day in parts:
            found[column] = ColumnGuess(column, why="le jour a d'autres colonnes pour ses heures")
        elif _CHANGED.fullmatch(folded) and (share_of("date_maj", cells[column]) or 0) > 0.5:
            found[column] = ColumnGuess(column, "date_maj", "la date de la dernière saisie", True)
        elif _ANSWERED.fullmatch(folded) and (share_of("date_maj", cells[column]) or 0) > 0.5:
            found[column] = ColumnGuess(
                column, "date_maj", "le jour de la réponse au formulaire", True, is_last=True
            )
        elif folded == "date" and (share_of("date_maj", cells[column]) or 0) > 0.5:
            found[column] = ColumnGuess(column, "date_maj", "rien ne dit de quoi c'est la date")
        elif _FIXED_LINE.fullmatch(folded) and (share_of("telephone", cells[column]) or 0) > 0.5:
            found[column] = ColumnGuess(column, "telephone", "les cases sont des numéros", True)
        elif folded in _NUMBERS and _are_house_numbers(columns, cells, column):
            told = "des numéros, à côté de rues qui n'en ont pas"
            found[column] = ColumnGuess(column, HOUSE_NUMBER, told, True)
        elif not _has_its_reader(name, cells[column]) and (
            marked := marked_value(name, cells[column])
        ):
            told = f"« oui » y veut dire « {marked[1]} »"
            found[column] = ColumnGuess(column, marked[0], told, True, answer_to=marked[1])
    return found


def _is_about_somebody(folded: str, column: str) -> bool:
    if _EDITOR.fullmatch(folded):
        return True
    return " " not in column and len(folded) > 12 and bool(_IN_A_WORD.fullmatch(folded))


def _are_house_numbers(
    columns: Mapping[str, str], cells: Mapping[str, Sequence[str]], column: str
) -> bool:
    """Whether «N°» is that of a street, and does not count the rows."""
    own = cells[column]
    streets = [cells[c] for c, name in columns.items() if plain_words(name) in _STREETS]
    if not streets or len(own) < _FEW or not all(map(_HOUSE.fullmatch, own)):
        return False
    first = int(re.sub(r"\D.*", "", own[0]))
    counts_the_rows = own == [str(number) for number in range(first, first + len(own))]
    are_numbered = sum(street[:1].isdigit() for street in streets[0]) * 5 >= len(streets[0])
    return not counts_the_rows and not are_numbered


def _has_its_reader(column: str, cells: Sequence[str]) -> bool:
    """A column about somebody, or one whose «oui» and «non» both say something."""
    if cells and all(map(is_yes_or_no, cells)) and _ADVISER.search(normalize(column)):
        return False  # «Accueille un conseiller numérique: oui»
    words = header_words(spoken(column))
    fields = {rule.field for rule in words.fields}
    is_whole = normalize(column) == "itinerance"
    return words.is_personal or "accessibilite" in fields or is_whole
