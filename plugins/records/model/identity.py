"""What every record has beside its fields: an identity from its path, an address, numbers to dial.

These classes have no field of their own but the identity, which comes first in every model: the
order of the others is that of the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, Protocol, Self

from pydantic import Field

from plugins.records.model.types import IDENTITY, StrictModel
from plugins.records.phones import Phone, phones_of


class RecordModel(StrictModel):
    """A record of any kind, made from what was read in its file."""

    @classmethod
    def from_tree(cls, tree: Mapping[str, Any], identity: str) -> Self:
        """What a read record states; `identity` is said by its path: «31/mediatheque-de-labege»,
        «epci/243100633», «pass-numerique».

        Raises:
            pydantic.ValidationError: the shape is wrong; `reading.explain` says it in French.
        """
        return cls.model_validate({**tree, IDENTITY: identity})


class NamedBySlug(RecordModel):
    """A label or a network: its file's name is its identity."""

    PAGES: ClassVar[str]
    """The folder of its page, from the root of the site."""

    slug: str = Field(alias=IDENTITY, repr=False)

    @property
    def url(self) -> str:
        """Its page's address from the root of the site."""
        return f"/{self.PAGES}/{self.slug}/"


class InDepartement(RecordModel):
    """A place, a workshop or a route: the folder of a département and a name."""

    PAGES: ClassVar[str]
    """The folder of its page, from the root of the site."""

    id: str = Field(alias=IDENTITY, repr=False)

    @cached_property
    def departement(self) -> str:
        """The code of its folder: «31», «2A», «971»."""
        return self.id.partition("/")[0]

    @cached_property
    def slug(self) -> str:
        """The file's name without its ending: «mediatheque-de-labege»."""
        return self.id.rpartition("/")[2]

    @cached_property
    def url(self) -> str:
        """Its page's address from the root of the site."""
        return f"/{self.PAGES}/{self.id}/"


class HasTelephone(Protocol):
    """A record with the field `telephone`."""

    @property
    def telephone(self) -> tuple[str, ...]: ...


class Dialled:
    """A record with numbers to call."""

    @cached_property
    def phones(self: HasTelephone) -> tuple[Phone, ...]:
        """The numbers that can be dialled, the main one first."""
        return phones_of(self.telephone)
