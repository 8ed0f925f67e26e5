"""Rules on what is known from documents: labels, networks and what territories say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote
from plugins.records.checks.content import not_ahead
from plugins.records.checks.context import Context
from plugins.records.model.types import StrictModel

_LOOSE_DATES = ("depuis", "jusqu_a", "signee_le", "date", "date_probable")


class Lasting(Protocol):
    """What begins and may end: a label, a network, a coordination."""

    @property
    def depuis(self) -> str | None: ...
    @property
    def jusqu_a(self) -> str | None: ...


def life_in_order(record: Lasting, _context: Context) -> Iterator[Diagnostic]:
    """It ends after it begins; «2019» and «2019-03» may be one moment."""
    if record.depuis and record.jusqu_a and record.jusqu_a < record.depuis[: len(record.jusqu_a)]:
        yield error(("jusqu_a",), "la fin est avant le début", "vérifiez les deux dates")


def printed_dates_possible(record: StrictModel, context: Context) -> Iterator[Diagnostic]:
    """Days exist, and no document was printed after today. It may be older than any place."""
    for where, part in _parts(record, ()):
        for name in _LOOSE_DATES:
            text: Any = getattr(part, name, None)
            if text is None:
                continue
            try:
                first = first_day(text)
            except ValueError:
                yield error((*where, name), f"{quote(text)} n'existe pas", "vérifiez la date")
                continue
            if "source" in where and name != "date_probable":
                yield from not_ahead((*where, name), first, context)


def first_day(text: str) -> date:
    """The first day of a year, a month or a day: «2019-03» is 1 March 2019.

    Raises:
        ValueError: there is no such day.
    """
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def _parts(part: StrictModel, where: FieldPath) -> Iterator[tuple[FieldPath, StrictModel]]:
    """A record and all the parts in it, each with the path of its field."""
    yield where, part
    values: Mapping[str, Any] = dict(part)
    for name, value in values.items():
        if isinstance(value, StrictModel):
            yield from _parts(value, (*where, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, StrictModel):
                    yield from _parts(item, (*where, name, index))
