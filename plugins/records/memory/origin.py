"""A row of a list, by what names it: the list, its edition, the row."""

from __future__ import annotations

from dataclasses import dataclass

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
        """Name of the list without the date of its edition."""
        return stem_of(self.nom)

    @property
    def is_official(self) -> bool:
        """The national list of France services, which wins over every other source."""
        return is_official(self.nom)

    def entry(self) -> dict[str, str]:
        """As the record writes it."""
        entry = {"nom": self.nom, "id": self.id, "date": self.date, "licence": self.licence}
        return {name: value for name, value in entry.items() if value}
