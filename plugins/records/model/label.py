"""A label, programme or network with its life: it begins, changes, and may end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from plugins.records.model.territory import Citation
from plugins.records.model.types import (
    IDENTITY,
    LooseDate,
    OneLine,
    Paragraphs,
    ShortText,
    Status,
    StraightApostrophe,
    StrictModel,
    Web,
)


class Export(StrictModel):
    """Where a national file says that a place has this label."""

    champ: Literal[
        "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels"
    ] = Field(title="Champ", description="Le champ du schéma national.")
    valeur: Annotated[OneLine, StraightApostrophe] = Field(
        title="Valeur",
        description="La valeur exacte de ce champ.",
        examples=["France Services"],
    )


class Label(StrictModel):
    """A record of `places/labels/`; its file's name is its slug."""

    slug: str = Field(alias=IDENTITY, repr=False)
    nom: OneLine = Field(title="Nom", description="Le nom usuel.", examples=["Pass numérique"])
    nature: Literal["label", "programme", "réseau", "dispositif"] = Field(
        title="Nature", description="Ce que c'est.", examples=["dispositif"]
    )
    resume: ShortText = Field(
        title="En une phrase",
        description="Ce que cela change pour une personne qui cherche de l'aide.",
        examples=["Des agents publics vous aident pour vos démarches, près de chez vous."],
    )
    explication: Paragraphs | None = Field(
        None, title="Explication", description="Un texte plus long, en mots simples."
    )
    conseil: Paragraphs | None = Field(
        None,
        title="Conseil",
        description="Quoi faire ou demander, surtout quand le dispositif est terminé.",
    )
    statut: Status = Field(title="Statut", description="Où il en est.", examples=["actif"])
    depuis: LooseDate | None = Field(
        None, title="Depuis", description="Année, mois ou jour du début.", examples=["2019"]
    )
    jusqu_a: LooseDate | None = Field(
        None, title="Jusqu'à", description="Année, mois ou jour de la fin.", examples=["2024-01-16"]
    )
    porteur: OneLine | None = Field(
        None, title="Porteur", description="L'organisme qui l'attribue ou l'anime."
    )
    site_web: Web | None = Field(None, title="Site internet", description="Son site officiel.")
    autres_noms: tuple[OneLine, ...] = Field(
        (),
        title="Autres noms",
        description="Les noms que l'on rencontre aussi.",
        examples=["APTIC"],
    )
    exporte: Export | None = Field(
        None, title="Dans le fichier national", description="Le champ et la valeur à exporter."
    )
    source: tuple[Citation, ...] = Field(
        (), title="Sources", description="D'où viennent les faits."
    )

    @classmethod
    def from_tree(cls, tree: Mapping[str, Any], slug: str) -> Label:
        """The label that a read record states.

        Raises:
            pydantic.ValidationError: the shape is wrong.
        """
        return cls.model_validate({**tree, IDENTITY: slug})

    @cached_property
    def url(self) -> str:
        """Its page's address from the root of the site."""
        return f"/labels/{self.slug}/"

    @property
    def since(self) -> str | None:
        """Its beginning: «2019», «2019-03» or «2019-03-18»."""
        return self.depuis

    @property
    def until(self) -> str | None:
        """Its end, written as `since`."""
        return self.jusqu_a

    @property
    def status(self) -> Literal["active", "suspended", "ended"]:
        """Where it is in its life."""
        if self.statut == "actif":
            return "active"
        return "suspended" if self.statut == "suspendu" else "ended"

    def national_values(self, field: str) -> tuple[str, ...]:
        """What an export writes for this label in a national field; nothing in the other fields."""
        return (self.exporte.valeur,) if self.exporte and self.exporte.champ == field else ()
