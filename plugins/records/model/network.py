"""A network of actors: who animates it, where, and which places are members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from plugins.records.model.territory import Citation
from plugins.records.model.types import (
    IDENTITY,
    Email,
    LooseDate,
    OneLine,
    Paragraphs,
    PhoneText,
    PlaceId,
    ShortText,
    Status,
    StrictModel,
    Web,
)  # fmt: skip


class Network(StrictModel):
    """A record of `places/reseaux/`; its file's name is its slug."""

    slug: str = Field(alias=IDENTITY, repr=False)
    nom: OneLine = Field(title="Nom", description="Le nom du réseau.")
    resume: ShortText = Field(
        title="En une phrase", description="Ce que le réseau fait pour les habitants."
    )
    explication: Paragraphs | None = Field(
        None, title="Explication", description="Un texte plus long, en mots simples."
    )
    statut: Status = Field(title="Statut", description="Où il en est.", examples=["actif"])
    depuis: LooseDate | None = Field(None, title="Depuis", description="Sa date de début.")
    jusqu_a: LooseDate | None = Field(None, title="Jusqu'à", description="Sa date de fin.")
    animateur: OneLine | None = Field(
        None, title="Animateur", description="L'institution qui l'anime, jamais une personne."
    )
    territoires: tuple[OneLine, ...] = Field(
        (),
        title="Territoires",
        description="Les fiches de places/territoires/ où il agit.",
        examples=["epci/243100633"],
    )
    telephone: tuple[PhoneText, ...] = Field(
        (), max_length=5, title="Téléphone", description="Le numéro d'un service, un par ligne."
    )
    courriels: tuple[Email, ...] = Field(
        (), max_length=5, title="Adresse électronique", description="L'adresse d'un service."
    )
    site_web: Web | None = Field(None, title="Site internet", description="Son site officiel.")
    membres: tuple[PlaceId, ...] = Field(
        (),
        title="Membres",
        description="Les fiches de lieux qui en font partie.",
        examples=["31/mairie-de-labege"],
    )
    source: tuple[Citation, ...] = Field(
        (), title="Sources", description="D'où viennent les faits."
    )

    @property
    def url(self) -> str:
        """Path of the network's page."""
        return f"/territoires/reseaux/{self.slug}/"

    @classmethod
    def from_tree(cls, tree: Mapping[str, Any], slug: str) -> Network:
        """The network that a read record states.

        Raises:
            pydantic.ValidationError: the shape is wrong.
        """
        return cls.model_validate({**tree, IDENTITY: slug})
