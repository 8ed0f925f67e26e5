"""What every record has beside its fields: an identity from its path, an address, numbers to dial.

These classes have no field of their own but the identity, which comes first in every model: the
order of the others is that of the model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, Literal, Protocol, Self, cast

from pydantic import Field

from plugins.records.model.types import IDENTITY, StrictModel
from plugins.records.phones import Phone, phones_of

# «971/espace-du-port», «departement/988», «commune/98818».
_OVERSEAS_ID = re.compile(r"(?:departement/|commune/)?(9[78][0-9])")

RecordKind = Literal["place", "label", "territory", "network", "workshop", "route"]


class RecordModel(StrictModel):
    """A record of any kind, made from what was read in its file: named and addressed the same way
    whatever the kind."""

    kind: ClassVar[RecordKind]

    NAME_FIELD: ClassVar[str] = "nom"
    """The field that says what people call it."""

    PAGES: ClassVar[str] = ""
    """The folder of its page, from the root of the site; empty where its path says no address."""

    id: str = Field(alias=IDENTITY, repr=False)

    @classmethod
    def from_tree(cls, tree: Mapping[str, Any], identity: str) -> Self:
        """What a read record states; `identity` is said by its path: «31/mediatheque-de-labege»,
        «epci/243100633», «pass-numerique».

        Raises:
            pydantic.ValidationError: the shape is wrong; `reading.explain` says it in French.
        """
        return cls.model_validate({**tree, IDENTITY: identity})

    @property
    def name(self) -> str:
        """What people call it."""
        return cast(str, getattr(self, self.NAME_FIELD))

    @cached_property
    def slug(self) -> str:
        """The file's name without its ending: «mediatheque-de-labege»."""
        return self.id.rpartition("/")[2]

    @cached_property
    def url(self) -> str:
        """Its page's address from the root of the site; empty for a territory, whose address is
        made of official names."""
        return f"/{self.PAGES}/{self.id}/" if self.PAGES else ""


class InDepartement(RecordModel):
    """A place, a workshop or a route: the folder of a département and a name."""

    @cached_property
    def departement(self) -> str:
        """The code of its folder: «31», «2A», «971»."""
        return self.id.partition("/")[0]


class HasTelephone(Protocol):
    """A record with the field `telephone`."""

    @property
    def id(self) -> str: ...
    @property
    def telephone(self) -> tuple[str, ...]: ...
    @property
    def dialled_from(self) -> str: ...


class Dialled:
    """A record with numbers to call."""

    @cached_property
    def dialled_from(self: HasTelephone) -> str:
        """The overseas département whose numbering plan its numbers follow, from its folder or the
        code of its territory: «971»; «» on the mainland, or when the record does not say."""
        overseas = _OVERSEAS_ID.match(self.id)
        return overseas[1] if overseas else ""

    @cached_property
    def phones(self: HasTelephone) -> tuple[Phone, ...]:
        """The numbers that can be dialled, the main one first."""
        return phones_of(self.telephone, self.dialled_from)
