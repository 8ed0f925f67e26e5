"""One row, understood: what it says of a place, and what of it could not be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.gazetteer import Commune
from plugins.vocabulary.sources import is_official, stem_of

RowFields = dict[str, "str | list[str] | list[dict[str, str]] | dict[str, str]"]
"""Fields of a record, all text, as the record reader gives them back."""


@dataclass(frozen=True)
class Origin:
    """Where a row comes from; becomes one entry of the record's `source`."""

    nom: str
    id: str
    date: str
    """ISO day, or "" when neither the row nor the command says one."""
    licence: str

    @property
    def key(self) -> str:
        """The same for the next edition of the same list: «france-services#fs_110»."""
        return f"{self.stem}#{self.id}"

    @property
    def stem(self) -> str:
        """Name of the list without the date of its page_set."""
        return stem_of(self.nom)

    @property
    def is_official(self) -> bool:
        """The national list of France services, which wins over every other source."""
        return is_official(self.nom)

    def entry(self) -> dict[str, str]:
        """As the record writes it."""
        entry = {"nom": self.nom, "id": self.id, "date": self.date, "licence": self.licence}
        return {name: value for name, value in entry.items() if value}


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
