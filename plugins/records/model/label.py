"""A label, programme or network with its life: it begins, changes, and may end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from plugins.records.model.identity import RecordModel
from plugins.records.model.labelled import Gain
from plugins.records.model.off_page import OffPage
from plugins.records.model.parts import Citations
from plugins.records.model.shared import (
    Depuis,
    Explication,
    FraisACharge,
    JusquA,
    Resume,
    Services,
    SiteOfficiel,
    said,
)
from plugins.records.model.types import (
    LabelSlug,
    OneLine,
    Paragraphs,
    Status,
    StraightApostrophe,
    StrictModel,
    TerritoryId,
    former_ids,
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


class Implied(StrictModel):
    """What is true of every place that has the label, as its own text and its sources say."""

    frais_a_charge: FraisACharge = ()
    services: Services = ()


class Label(RecordModel):
    """A record of `places/labels/`; its file's name is its slug."""

    kind = "label"
    PAGES = "labels"

    nom: OneLine = Field(title="Nom", description="Le nom usuel.", examples=["Pass numérique"])
    nature: Literal["label", "programme", "réseau", "dispositif"] = Field(
        title="Nature", description="Ce que c'est.", examples=["dispositif"]
    )
    resume: Resume
    explication: Explication = None
    conseil: Paragraphs | None = Field(
        None,
        title="Conseil",
        description="Quoi faire ou demander, surtout quand le dispositif est terminé.",
    )
    statut: Status = Field(title="Statut", description="Où il en est.", examples=["actif"])
    depuis: Depuis = None
    jusqu_a: JusquA = None
    porteur: OneLine | None = Field(
        None, title="Porteur", description="L'organisme qui l'attribue ou l'anime."
    )
    site_web: SiteOfficiel = None
    autres_noms: tuple[OneLine, ...] = Field(
        (),
        title="Autres noms",
        description="Les noms que l'on rencontre aussi.",
        examples=["APTIC"],
    )
    territoires: Annotated[
        tuple[TerritoryId, ...],
        Field(max_length=150),
        said(
            "Territoires",
            "Seulement s'il n'existe pas partout : où il existe. Un annuaire d'ailleurs n'en "
            "parle pas.",
            "region/28",
        ),
    ] = ()
    apporte: Implied | None = Field(
        None,
        title="Ce qu'il apporte",
        description="Ce qui est vrai dans tous les lieux qui ont ce label. Leurs fiches n'ont pas "
        "à le redire ; si l'une dit un autre prix, c'est elle qui compte.",
    )
    exporte: Annotated[
        Export | None, OffPage("Il dit ce que les exports écrivent pour les lieux de ce label.")
    ] = Field(
        None, title="Dans le fichier national", description="Le champ et la valeur à exporter."
    )
    source: Citations = ()
    anciens_ids: tuple[LabelSlug, ...] = former_ids("ancien-nom")

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

    @property
    def gain(self) -> Gain | None:
        """What it brings to each of its places; None when it brings nothing, or no more."""
        if self.apporte is None or self.status != "active":
            return None
        implied = self.apporte
        return Gain(self.nom, self.nature, self.url, implied.frais_a_charge, implied.services)

    def national_values(self, field: str) -> tuple[str, ...]:
        """What an export writes for this label in a national field; nothing in the other fields."""
        return (self.exporte.valeur,) if self.exporte and self.exporte.champ == field else ()


def gains_of(labels: Mapping[str, Label]) -> Mapping[str, Gain]:
    """What each label brings to its places, by slug; those that bring nothing are left out."""
    return {slug: gain for slug, label in labels.items() if (gain := label.gain) is not None}
