"""What workshops and routes have in common: identity, parts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, Literal, Self

from pydantic import Field

from plugins.records.model.types import IDENTITY, IsoDate, OneLine, StrictModel

Device = Literal["ordinateur", "telephone", "tablette", "autre", "aucun"]
"""What one works on: the list of the Coop numérique."""


class Cancellation(StrictModel):
    """Sessions that do not take place; they stay visible, as cancelled."""

    date: IsoDate = Field(
        title="Date",
        description="Le jour de la séance annulée.",
        examples=["2027-01-05"],
    )
    jusqu_au: IsoDate | None = Field(
        None,
        title="Jusqu'au",
        description="Le dernier jour, quand toutes les séances de plusieurs jours sont annulées.",
        examples=["2027-01-16"],
    )
    motif: OneLine | None = Field(
        None,
        title="Raison",
        description="La raison, telle que le public peut la lire.",
        examples=["Salle en travaux"],
    )

    @property
    def days(self) -> int:
        """How many days it lasts, at least one."""
        return max(1, ((self.jusqu_au or self.date) - self.date).days + 1)


class DatedRecord(StrictModel):
    """A workshop or a route. Its path is its identity."""

    FOLDER: ClassVar[str]
    """Where its file is in the folder of its département, and its page in that of the agenda."""

    id: str = Field(alias=IDENTITY, repr=False)

    @classmethod
    def from_tree(cls, tree: Mapping[str, Any], id: str) -> Self:  # noqa: A002 (published name)
        """What a read record states; `id` is «31/mediatheque-de-labege».

        Raises:
            pydantic.ValidationError: the shape is wrong.
        """
        return cls.model_validate({**tree, IDENTITY: id})

    @cached_property
    def departement(self) -> str:
        """The code of its folder: «31»."""
        return self.id.partition("/")[0]

    @cached_property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.id.rpartition("/")[2]

    @cached_property
    def url(self) -> str:
        """Its page's address from the root of the site."""
        return f"/agenda/{self.FOLDER}/{self.id}/"
