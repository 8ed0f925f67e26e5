"""A layout: which column of somebody's table holds which field of the national schema.

A table with the national column names needs none: its header is recognised, also with other
capitals, accents or everyday names («Code postal», «E-mail»). Any other table is described by a
small YAML file; `docs/import.md` explains how to write one, `layouts/` has three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

import yaml

from plugins.french.days import DAYS
from plugins.gazetteer import normalize
from plugins.intake.read.column_names import FIELDS
from plugins.intake.read.columns.column_guess import ColumnGuess
from plugins.intake.read.columns.yes_columns import after_yes, is_yes
from plugins.intake.read.fillers import without_fillers
from plugins.intake.read.tables.rows import ImportFileError

_CLOSED = frozenset({"ferme", "fermee", "fermeture"})

Value = str | list[str] | dict[str, str]
"""A cell, the values of a cell, or the hours of each day."""


class LayoutError(ImportFileError):
    """The table is not recognised, or its layout is wrong; the message is in French."""


@dataclass(frozen=True)
class ColumnRule:
    """How one field is made from the columns of a row."""

    columns: tuple[str, ...] = ()
    constant: str | list[str] | None = None
    prefix: str = ""
    separator: str = ""
    join: str = ""
    extract: re.Pattern[str] | None = None
    terms: Mapping[str, tuple[str, ...]] | None = None
    labelled: bool = False
    """Each column after its name: «Horaires été : 9h-12h ; Horaires hiver : 10h-12h»."""
    every: bool = False
    """All the columns are read, as a list."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Column of «oui» and «non» → the value that «oui» means, beside those of `columns`."""
    days: Mapping[str, tuple[str, ...]] | None = None
    """Day → its columns: one, or one for the morning and one for the afternoon."""
    until: Mapping[str, str] = field(default_factory=dict)
    """Column of a time that opens → the column of the time that closes."""
    empty_day: str = ""
    """What an empty day means when others are filled: «fermé» in the list of France services."""

    @property
    def all_columns(self) -> tuple[str, ...]:
        """Every column that it reads."""
        days = chain.from_iterable((self.days or {}).values())
        return (*self.columns, *self.answers, *days, *self.until.values())

    def apply(self, cells: Mapping[str, str]) -> Value | None:
        """Value of the field in this row, or None. A word that its terms do not have stays."""
        if self.constant is not None:
            return self.constant
        if self.days:
            week = {day: _day(cells, columns, self.until) for day, columns in self.days.items()}
            if not any(week.values()):
                return None
            if self.empty_day:
                week = {day: week.get(day) or self.empty_day for day in DAYS}
            return {day: text for day, text in week.items() if text}
        filled = [column for column in self.columns if column in cells]
        found = [cells[column] for column in filled]
        if self.answers:
            for column, value in self.answers.items():
                if is_yes(text := cells.get(column, "")):
                    found += filter(None, (value, after_yes(text)))
            return found or None
        if not found:
            return None
        if self.labelled:
            return " ; ".join(f"{column} : {cells[column]}" for column in filled)
        if self.every and not self.terms:
            return found
        text = self.join.join(found) if self.join else found[0]
        if self.extract:
            match = self.extract.search(text)
            if not match:
                return None
            text = (match[1] if self.extract.groups else match[0]) or ""
        if not (self.separator or self.terms):
            return self.prefix + text.strip() if text.strip() else None
        parts = text.split(self.separator) if self.separator else [text]
        return self._meaning([part.strip() for part in parts if part.strip()]) or None

    def _meaning(self, parts: Iterable[str]) -> list[str]:
        if self.terms is None:
            return [self.prefix + part for part in parts]
        meant: dict[str, None] = {}
        for part in parts:
            meant.update(dict.fromkeys(self.terms.get(normalize(part), (part,))))
        return list(meant)


@dataclass(frozen=True)
class Layout:
    """The rules of one kind of table."""

    name: str
    rules: Mapping[str, ColumnRule]
    recognise: tuple[str, ...] = ()
    """Columns that only this kind of table has; all must be there."""
    source: Mapping[str, str] = field(default_factory=dict)
    """`nom`, `licence`, `date` written in the records when the command does not say otherwise."""
    unread: tuple[str, ...] = ()
    """Columns that no rule reads."""
    guesses: tuple[ColumnGuess, ...] = ()
    """What each column is taken for, of a table that nobody described."""

    confirmed: frozenset[str] = frozenset()
    """Folded names that look like a person's and are those of places."""

    @cached_property
    def read(self) -> Mapping[str, str]:
        """Column → the field that it is read for (the first one, when several are)."""
        found: dict[str, str] = {}
        for name, rule in self.rules.items():
            for column in rule.all_columns:
                found.setdefault(column, name)
        return found

    def apply(self, cells: Mapping[str, str]) -> tuple[dict[str, Value], list[str]]:
        """Fields of the national schema, and one French remark a cell that says nothing."""
        fields: dict[str, Value] = {}
        cells, remarks = without_fillers(cells, self.read)
        for name, rule, column in self._applied:
            if column and column not in cells:
                continue  # so are most columns of a row
            value = rule.apply(cells)
            if value is not None:
                fields[name] = value
        return fields, remarks

    @cached_property
    def _applied(self) -> tuple[tuple[str, ColumnRule, str], ...]:
        """Field, its rule, the column without which the rule gives nothing ("" for several)."""
        found = []
        for name, rule in self.rules.items():
            first, *others = rule.all_columns or ("",)
            found.append((name, rule, "" if others or rule.constant is not None else first))
        return tuple(found)

    def postcode_and_town(self, cells: Mapping[str, str]) -> tuple[str, str]:
        """Postcode and commune of a row, as typed; "" for what it does not say."""
        rules = (self.rules.get("code_postal"), self.rules.get("commune"))
        found = [rule.apply(cells) if rule else "" for rule in rules]
        postcode, town = (text if isinstance(text, str) else "" for text in found)
        return postcode, town


def read_layout(path: Path) -> Layout:
    """Read a layout file. Raises :class:`LayoutError`, in French, naming the field at fault."""
    try:
        # Every scalar stays text: the base loader builds nothing else.
        tree = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = f" à partir de la ligne {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise LayoutError(f"{path} : cette description ne se lit pas{line}.") from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise LayoutError(f"{path} : cette description ne se lit pas.") from error
    if not isinstance(tree, dict) or not isinstance(tree.get("champs"), dict):
        raise LayoutError(f"{path} : il manque la partie « champs: » (voir docs/import.md).")
    unknown = tree["champs"].keys() - FIELDS
    if unknown:
        raise LayoutError(
            f"{path} : champ inconnu « {min(unknown)} ». "
            f"Champs possibles : {_listed(sorted(FIELDS))}."
        )
    rules = {name: _rule(path, name, value) for name, value in tree["champs"].items()}
    source = tree.get("source")
    return Layout(
        name=str(tree.get("nom", path.stem)),
        rules=rules,
        recognise=tuple(tree.get("reconnaitre", ())),
        source=source if isinstance(source, dict) else {},
        confirmed=frozenset(map(normalize, _several(tree.get("noms_confirmes", ())))),
    )


def _rule(path: Path, name: str, value: object) -> ColumnRule:
    if isinstance(value, str):
        return ColumnRule((value,))
    if isinstance(value, list):
        return ColumnRule(tuple(map(str, value)))
    if not isinstance(value, dict):
        raise LayoutError(f"{path} : {name} : écrivez le nom d'une colonne.")
    if name in ("horaires", "permanence") and value.keys() <= {*DAYS, "jour_vide", "jusqu_a"}:
        days = {day: _several(value[day]) for day in DAYS if day in value}
        return ColumnRule(
            days=days,
            until=_pairs(value.get("jusqu_a")),
            empty_day=str(value.get("jour_vide", "")),
        )
    allowed = {"colonne", "colonnes", "valeur", "prefixe", "separateur", "joindre", "extraire"}
    allowed |= {"toutes", "avec_titres", "si_oui"}
    wrong = value.keys() - allowed - {"termes"}
    if wrong:
        raise LayoutError(
            f"{path} : {name} : mot inconnu « {min(wrong)} ». "
            f"Mots possibles : {_listed(sorted(allowed | {'termes'}))}."
        )
    columns: str | list[str] = value.get("colonnes") or value.get("colonne") or []
    terms = value.get("termes")
    try:
        extract = re.compile(value["extraire"]) if "extraire" in value else None
    except re.error as error:
        raise LayoutError(f"{path} : {name} : motif « extraire » mal formé ({error}).") from error
    return ColumnRule(
        columns=_several(columns),
        constant=value.get("valeur"),
        prefix=value.get("prefixe", ""),
        separator=value.get("separateur", ""),
        join=value.get("joindre", ""),
        extract=extract,
        terms=_terms(terms) if isinstance(terms, dict) else None,
        answers=_pairs(value.get("si_oui")),
        labelled=value.get("avec_titres") == "oui",
        every=value.get("toutes") == "oui",
    )


def _half(start: str, end: str) -> str:
    """«9h-12h» of two columns; the first one as it is where nothing stands in the second."""
    return f"{start}-{end}" if start and end else start or end


def _pairs(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


def _several(columns: str | list[str]) -> tuple[str, ...]:
    return (columns,) if isinstance(columns, str) else tuple(map(str, columns))


def _day(cells: Mapping[str, str], columns: tuple[str, ...], until: Mapping[str, str]) -> str:
    """The hours of a day, halves put together. One half closed, the other empty: not known."""
    ends = [(cells.get(column, ""), cells.get(until.get(column, ""), "")) for column in columns]
    between = (ends[0][1], ends[-1][0], *chain.from_iterable(ends[1:-1]))
    is_whole = len(ends) > 1 and columns[0] in until and ends[0][0] and ends[-1][1]
    if is_whole and not any(between):
        return _half(ends[0][0], ends[-1][1])  # from the morning to the evening
    halves = [_half(*pair) for pair in ends]
    open_halves = [half for half in halves if half and normalize(half) not in _CLOSED]
    if not open_halves and not all(halves):
        return ""
    return ", ".join(open_halves) or halves[0]


def _terms(terms: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {
        normalize(word): tuple(meaning)
        if isinstance(meaning, list)
        else ((str(meaning),) if meaning else ())
        for word, meaning in terms.items()
    }


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
