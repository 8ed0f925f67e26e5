"""The layout that the header of a table makes, when no file describes it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from plugins.french.days import DAYS
from plugins.gazetteer import normalize
from plugins.intake.read.column_names import PERHAPS_PROJECTED, field_of
from plugins.intake.read.columns.column_guess import (
    DAY,
    DAY_OF_PERMANENCE,
    DAY_PART,
    HOUSE_NUMBER,
    ColumnGuess,
)
from plugins.intake.read.columns.guesses import guess_columns
from plugins.intake.read.columns.header_words import plain_words
from plugins.intake.read.columns.name_and_street import (
    NAME_AND_STREET,
    NAME_BEFORE,
    STREET_AFTER,
)
from plugins.intake.read.columns.span_columns import day_parts
from plugins.intake.read.label_fields import LABEL_FIELDS
from plugins.intake.read.layout import ColumnRule, Layout, LayoutError
from plugins.intake.read.tables.rows import TableRow
from plugins.intake.terms.term_table import TERM_FIELDS

_FIRST_FILLED = frozenset("adresse code_postal commune horaires latitude longitude point".split())
"""Fields of which a table may have several columns: the first one that is filled is read."""
_JOINED = {"telephone": " | ", "courriels": " | ", "site_web": " | "}
"""Fields of which all columns are read, put together with this."""
_LISTED = frozenset({*TERM_FIELDS, *LABEL_FIELDS} - {"typologie", "labels"})
"""Fields whose columns each give their values."""
_WITH_FAX = re.compile(r"\b(?:fax|telecopie)\b")
_BEFORE_FAX = re.compile(r"^\D*(?:\d[\s./-]*){9,10}(?=\D|$)|^\D*\d{4}(?=\D|$)")
_SEASON = re.compile(
    r"\b(?:ete|hiver|printemps|automne|vacances|scolaires?|juillet|aout|estiva\w+"
    r"|hivern\w+)\b"
)
PLACED_BY = frozenset({"commune", "code_insee", "code_postal", "adresse", "point", "latitude"})
"""Fields of which one at least must say where the places are."""


def guessed_layout(
    columns: Sequence[str], rows: Sequence[TableRow], is_commune: Callable[[str], bool]
) -> Layout:
    """The layout of a table that says by itself what it holds. Raises :class:`LayoutError`."""
    layout = drafted_layout(columns, rows, is_commune)
    if "nom" not in layout.rules or not layout.rules.keys() & PLACED_BY:
        raise LayoutError(_not_recognised(columns, layout.guesses))
    return layout


def drafted_layout(
    columns: Sequence[str], rows: Sequence[TableRow], is_commune: Callable[[str], bool]
) -> Layout:
    """The same, also when it is not enough to make records."""
    guesses = guess_columns(columns, rows, is_commune)
    rules, read = _rules(guesses)
    told = [
        guess if not guess.is_sure or guess.column in read else _beaten(guess) for guess in guesses
    ]
    unread = tuple(column for column in columns if column not in read)
    return Layout("colonnes reconnues à leur nom", rules, unread=unread, guesses=tuple(told))


def _rules(guesses: Sequence[ColumnGuess]) -> tuple[dict[str, ColumnRule], set[str]]:
    """The rule of each field, and the columns that they read."""
    rules: dict[str, ColumnRule] = {}
    days: dict[str, defaultdict[str, tuple[str, ...]]] = {
        DAY: defaultdict(tuple),
        DAY_OF_PERMANENCE: defaultdict(tuple),
    }
    chosen: defaultdict[str, list[str]] = defaultdict(list)
    until: dict[str, str] = {}
    answers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    most = max((guess.filled for guess in guesses), default=0)
    own = {guess.field for guess in guesses if guess.is_sure and not guess.is_last}
    for guess in sorted(guesses, key=partial(_rank, most)):
        if not guess.is_sure:
            continue
        if guess.is_last and guess.field == "code_insee" and "commune" in own:
            continue  # a geocoder may be wrong: what the list says of its towns comes first
        if guess.field in days:
            before = days[guess.field][guess.day]
            if guess.is_end and before and before[-1] not in until:
                until[before[-1]] = guess.column
            elif not guess.is_end:
                days[guess.field][guess.day] += (guess.column,)
        elif guess.answer_to:
            answers[guess.field][guess.column] = guess.answer_to
        elif guess.field != DAY_PART and _may_follow(guess.field, chosen):
            chosen[guess.field].append(guess.column)
    for column in chosen.pop(NAME_AND_STREET, []):
        for name, part in (("nom", NAME_BEFORE), ("adresse", STREET_AFTER)):
            if name not in chosen:
                rules[name] = ColumnRule((column,), extract=part)
    number, street = chosen.pop(HOUSE_NUMBER, []), chosen.get("adresse", [])
    for name, columns in chosen.items():
        rules[name] = _rule(name, columns)
    spans = day_parts([guess.column for guess in guesses if guess.field == DAY_PART])
    until |= dict(chain.from_iterable(spans.values()))
    for day, pairs in spans.items():
        days[DAY][day] = tuple(opens for opens, _ in pairs)
    if number and street:
        rules["adresse"] = ColumnRule((number[0], street[0]), join=" ")
        chosen["adresse"] = street[:1]
    for name, meanings in answers.items():
        rules[name] = replace(rules.get(name, ColumnRule()), answers=meanings, every=True)
    for kind, name in ((DAY, "horaires"), (DAY_OF_PERMANENCE, "permanence")):
        if days[kind]:
            order = {day: days[kind][day] for day in DAYS if day in days[kind]}
            ends = {
                start: until[start] for names in order.values() for start in names if start in until
            }
            rules.setdefault(name, ColumnRule(days=order, until=ends))
    read = {column for rule in rules.values() for column in rule.all_columns}
    return rules, read


def _rule(name: str, columns: Sequence[str]) -> ColumnRule:
    if name == "accessibilite":  # «oui» means nothing without its header
        return ColumnRule(tuple(columns), labelled=True)
    if name == "horaires":
        if any(_SEASON.search(plain_words(column)) for column in columns):
            return ColumnRule(tuple(columns), labelled=True)
        return ColumnRule(tuple(columns))
    if name in _JOINED and len(columns) > 1:
        return ColumnRule(tuple(columns), join=_JOINED[name])
    if name == "telephone" and _WITH_FAX.search(plain_words(columns[0])):
        return ColumnRule(tuple(columns), extract=_BEFORE_FAX)
    if name in _LISTED and len(columns) > 1:
        return ColumnRule(tuple(columns), every=True)
    return ColumnRule(tuple(columns))


def _may_follow(name: str, chosen: dict[str, list[str]]) -> bool:
    """Whether one more column of a field is read."""
    several = name in _FIRST_FILLED or name in _JOINED or name in _LISTED
    return not chosen[name] or several


def _rank(most: int, guess: ColumnGuess) -> tuple[bool, bool, bool, bool]:
    """Columns that bear the name of their field first; those with hardly any cell, or that may be
    in metres, last; else in the order of the table. `most`: cells of the fullest column."""
    folded = normalize(guess.column)
    is_metres = bool(PERHAPS_PROJECTED.fullmatch(folded))
    return guess.is_last, is_metres, guess.filled * 20 < most, field_of(folded) != guess.field


def _beaten(guess: ColumnGuess) -> ColumnGuess:
    return replace(guess, is_sure=False, why=f"{guess.why} ; une autre colonne l'est déjà")


def _not_recognised(columns: Sequence[str], guesses: Sequence[ColumnGuess]) -> str:
    perhaps = [f"« {g.column} » ({g.field} ?)" for g in guesses if g.field and not g.is_sure]
    told = f" Peut-être : {', '.join(perhaps)}." if perhaps else ""
    return (
        "On ne reconnaît pas les colonnes de ce fichier (il faut au moins le nom du lieu et sa "
        "commune ou son adresse). Lancez --dry-run pour voir ce qui est compris, puis décrivez le "
        "reste dans un petit fichier, donné avec --layout : voir docs/import.md."
        f"{told} Colonnes trouvées : {', '.join(columns)}."
    )
