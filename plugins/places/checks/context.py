"""What a check may look at beside the record itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.places.faults import Finding
from plugins.places.model.place import Place


@dataclass(frozen=True, slots=True)
class Context:
    """The official codes, and the day of the build or of the check."""

    gazetteer: Gazetteer
    today: date


class Check(NamedTuple):
    """One rule. It is skipped when one of the fields that it reads could not be read."""

    find: Callable[[Place, Context], Iterator[Finding]]
    fields: frozenset[str]


def check(find: Callable[[Place, Context], Iterator[Finding]], *fields: str) -> Check:
    """A rule that reads these fields of a place."""
    return Check(find, frozenset(fields))
