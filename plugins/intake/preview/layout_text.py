"""A layout as the small YAML file that `--layout` reads, ready to be corrected by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from plugins.intake.read.columns.column_guess import ColumnGuess
from plugins.intake.read.columns.guessed_layout import PLACED_BY
from plugins.intake.read.layout import ColumnRule, Layout

_TO_FILL = "NOM DE LA COLONNE"


def layout_text(layout: Layout, name: str, source: str) -> str:
    """The file. What is unsure, or not read, is in comments. `source`: short name of the list."""
    head: dict[str, object] = {
        "nom": name,
        "source": {"nom": source, **layout.source},
        "champs": {field: _rule(rule) for field, rule in layout.rules.items()},
    }
    text = yaml.dump(head, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
    return "".join(f"# {line}\n" for line in _comments(layout)) + text + _missing(layout)


def _comments(layout: Layout) -> list[str]:
    lines = [
        f"Peut-être, à vous de dire : {guess.field}: {guess.column}"
        for guess in layout.guesses
        if _is_open(guess, layout.unread)
    ]
    rest = [guess.column for guess in layout.guesses if not _is_open(guess, layout.unread)]
    others = [name for name in layout.unread if not layout.guesses or name in rest]
    if others:
        lines.append(f"Colonnes non reprises : {', '.join(others)}")
    return [" ".join(line.split()) for line in lines]


def _is_open(guess: ColumnGuess, unread: Sequence[str]) -> bool:
    return bool(guess.field) and not guess.is_sure and guess.column in unread


def _missing(layout: Layout) -> str:
    """Lines to fill in, for a table that does not say enough to make records."""
    lines = [] if "nom" in layout.rules else [f"  # nom: {_TO_FILL}"]
    if not layout.rules.keys() & PLACED_BY:
        lines.append("  # commune: {valeur: NOM DE LA COMMUNE}")
    return "".join(f"{line}\n" for line in lines)


def _rule(rule: ColumnRule) -> object:
    if rule.days:
        days: dict[str, object] = {day: _plain(columns) for day, columns in rule.days.items()}
        if rule.until:
            days["jusqu_a"] = dict(rule.until)
        return {**days, "jour_vide": rule.empty_day} if rule.empty_day else days
    if rule.constant is not None:
        return {"valeur": rule.constant}
    rest: dict[str, object] = {
        "prefixe": rule.prefix,
        "separateur": rule.separator,
        "joindre": rule.join,
        "extraire": rule.extract.pattern if rule.extract else "",
        "si_oui": dict(rule.answers),
        "toutes": "oui" if rule.every else "",
        "avec_titres": "oui" if rule.labelled else "",
        "termes": _terms(rule.terms) if rule.terms else "",
    }
    told = {word: value for word, value in rest.items() if value}
    columns = {"colonnes": _plain(rule.columns)} if rule.columns else {}
    return {**columns, **told} if told else _plain(rule.columns)


def _plain(columns: Sequence[str]) -> str | list[str]:
    return columns[0] if len(columns) == 1 else list(columns)


def _terms(terms: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {word: list(meanings) or "" for word, meanings in terms.items()}
