"""Two rows, or a row and a record, that may be one place: both sides, for a person to decide."""

from __future__ import annotations

from typing import Any, NamedTuple


class Side(NamedTuple):
    """One of the two."""

    nom: str
    adresse: str
    telephone: tuple[str, ...]
    row: int | None = None
    """Of the table; None for a record."""
    place: str = ""
    """The record, «31/mairie»; "" for a row."""

    def named(self) -> str:
        """In French, after «que»: «la ligne 12 (« Mairie »)»."""
        return (
            f"la fiche {self.place}"
            if self.row is None
            else f"la ligne {self.row} (« {self.nom} »)"
        )


class NearDuplicate(NamedTuple):
    """`why` is French: what they have in common, and what not."""

    first: Side
    second: Side
    why: str

    def as_json(self) -> dict[str, Any]:
        """For a program."""
        return {
            "first": self.first._asdict(),
            "second": self.second._asdict(),
            "why": self.why,
        }
