"""What a check may look at beside the record itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer import Gazetteer

if TYPE_CHECKING:
    from plugins.hours import Calendar

FIRST_YEAR = 2000
"""No fact of a record is older, nor any day that it speaks of."""


class Located(Protocol):
    """What says where it is: a place, a workshop, a stop of a route."""

    @property
    def departement(self) -> str: ...
    @property
    def code_insee(self) -> str: ...
    @property
    def commune(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Context:
    """The official codes, and the day of the build or of the check."""

    gazetteer: Gazetteer
    today: date
    _calendars: dict[str, Calendar] = field(default_factory=dict, compare=False, repr=False)

    def calendar(self, departement: str) -> Calendar:
        """The holidays and the time zone of a département, by its code; made once. A code that is
        none gets the calendar of Paris: another rule tells of it."""
        if departement not in self._calendars:
            from plugins.hours import Calendar  # imported late: places alone need none

            known = self.gazetteer.all_departements
            self._calendars[departement] = Calendar.of(known.get(departement, known["75"]))
        return self._calendars[departement]


class Check(NamedTuple):
    """One rule on records of one kind. It is skipped when one of the fields that it reads could not
    be read."""

    find: Callable[[Any, Context], Iterator[Diagnostic]]
    fields: frozenset[str]
    only_asks: bool = False
    """It gives warnings, never an error."""
    errors: Callable[[Any, Context], Iterator[Diagnostic]] | None = None
    """The errors of `find` alone, where they cost less."""


def check(
    find: Callable[[Any, Context], Iterator[Diagnostic]],
    *fields: str,
    errors: Callable[[Any, Context], Iterator[Diagnostic]] | None = None,
) -> Check:
    """A rule that reads these fields of a record. `errors`: what gives its errors, and no more."""
    return Check(find, frozenset(fields), errors=errors)


def question(find: Callable[[Any, Context], Iterator[Diagnostic]], *fields: str) -> Check:
    """A rule that reads these fields of a record, and only asks a person to look."""
    return Check(find, frozenset(fields), only_asks=True)
