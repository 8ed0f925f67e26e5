"""One row, understood: what it says of a place, and what of it could not be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.gazetteer import Commune
from plugins.intake.terms.tally import FieldValue
from plugins.records.memory.origin import Origin, RowFields

__all__ = ["Candidate", "NotAPlace", "Origin", "RowFields", "list_of", "text_of"]


@dataclass(frozen=True)
class Candidate:
    """A row that can become a record, or part of one."""

    row: int
    origin: Origin
    commune: Commune
    fields: RowFields
    remarks: tuple[str, ...] = ()
    """French: what was left out or changed, for the report."""
    doubts: tuple[str, ...] = ()
    """French: what a person should look at first."""
    halt: str = ""
    """Why the place cannot be published as open (French); "" when nothing in the row says so."""
    lost_address: str = ""
    """The address, when letters of it are lost («?»): it is not kept, and tells rows apart."""
    typed: tuple[FieldValue, ...] = ()
    """Each value of its lists, and what it means."""


class NotAPlace(Exception):  # noqa: N818 - an answer, not an error of the program
    """The row cannot become a record; the message (French) says why and what to do."""


def text_of(fields: Mapping[str, object], name: str) -> str:
    """A field that holds one text, or ""."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def list_of(fields: Mapping[str, object], name: str) -> list[str]:
    """A field that holds a list, or []."""
    value = fields.get(name)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
