"""Cells that nobody reads because another column of their field is filled, and that say more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plugins.gazetteer import normalize
from plugins.intake.hours.raw_hours import read_week
from plugins.intake.read.columns.geocoder_columns import geocoder_columns
from plugins.intake.read.fillers import without_fillers
from plugins.intake.read.layout import ColumnRule, Layout
from plugins.intake.terms.term_table import TERM_FIELDS
from plugins.records.persons.cited import hides_contact, persons_in

_LONGEST = 80
_DEGREES = frozenset({"latitude", "longitude", "point"})
_WHERE = frozenset({"commune", "code_postal", "code_insee", *_DEGREES})
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NEAR = 0.01
"""Degrees: about a kilometre."""
_QUOTED = frozenset({"horaires", "permanence", "adresse", "code_postal", "commune"})
"""Fields of the place itself; a cell of another may hold what is somebody's."""


def second_columns(layout: Layout, cells: Mapping[str, str]) -> Iterator[str]:
    """A French doubt for each filled cell that is left out for another one of the same field, in
    this row, and that says something else.

    What a geocoder found serves only where the list says nothing; a layout file that gives a second
    column to the commune or its codes, or to a list of words, means the same."""
    rules = [
        (name, rule)
        for name, rule in layout.rules.items()
        if len(rule.columns) > 1 and sum(column in cells for column in rule.columns) > 1
    ]
    kept, _ = without_fillers(cells, layout.read) if rules else ({}, [])
    for name, rule in rules:
        if name in TERM_FIELDS or not _takes_the_first(rule):
            continue
        if name in _WHERE and not layout.guesses:
            continue
        first, *others = [column for column in rule.columns if column in kept] or [""]
        for column in others:
            if _says_no_more(name, kept[column], kept[first]):
                continue
            if column not in geocoder_columns(tuple(cells)):
                text = " ".join(kept[column].split())
                is_shown = name in _QUOTED and not (hides_contact(text) or any(persons_in(text)))
                told = f"« {column} » dit « {text[:_LONGEST]} »" if is_shown else f"« {column} »"
                yield (
                    f"{name} : deux colonnes ne disent pas la même chose : « {first} » est "
                    f"reprise ; {told}, non repris"
                )


def _takes_the_first(rule: ColumnRule) -> bool:
    reads_all = rule.join or rule.labelled or rule.every or rule.days or rule.answers
    return rule.constant is None and not (reads_all or rule.extract)


def _says_no_more(name: str, text: str, first: str) -> bool:
    """Whether all that `text` says is in `first`."""
    if name in _DEGREES:
        return _is_near(text, first)
    words, there = normalize(text).split(), normalize(first).split()
    if name not in ("horaires", "permanence"):
        return set(words) <= set(there)
    if words == there:
        return True
    (week, _, _), (other, _, _) = read_week(text), read_week(first)
    if isinstance(week, dict) and isinstance(other, dict):
        return week.items() <= other.items()
    return week is not None and week == other


def _is_near(text: str, first: str) -> bool:
    """True also of metres: they are another way to say it, which nobody compares here."""
    found = [list(map(float, _NUMBER.findall(each.replace(",", ".")))) for each in (text, first)]
    here, there = found
    if len(here) != len(there) or any(abs(number) > 180 for number in (*here, *there)):
        return True
    return all(abs(a - b) <= _NEAR for a, b in zip(here, there, strict=True))
